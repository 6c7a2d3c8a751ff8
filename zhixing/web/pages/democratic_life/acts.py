"""The buttons of one meeting, for whoever may press them; each act looks again by itself."""

from __future__ import annotations

from collections.abc import Iterator

from zhixing.regulations.democratic_life.models import LifeMeeting
from zhixing.regulations.democratic_life.workflow import (
    criticisms,
    materials,
    needs,
    opinions,
    plan,
    problems,
    superior,
    talks,
)
from zhixing.regulations.democratic_life.workflow.entered import GONE, has_opened
from zhixing.regulations.democratic_life.workflow.parties import party_group
from zhixing.web.pages.appointments.acts import Offer
from zhixing.web.pages.democratic_life import forms as typed
from zhixing.web.pages.democratic_life.desk import Desk


def offers(desk: Desk, case: LifeMeeting) -> list[Offer]:
    """In the order of the work; nothing for one that is over."""
    if case.state != "办理中":
        return []
    return list(_after(desk, case) if has_opened(case) else _before(desk, case))


def _before(desk: Desk, case: LifeMeeting) -> Iterator[Offer]:
    given = {"case": case}
    if desk.office:
        yield desk.offer(
            "报告上级党组织", "报告已登记。", superior.report, given, typed.SentForm,
            hint="按规定提前报告；晚了不能按原定日期开会。",
        )  # fmt: skip
    if desk.office or desk.member:
        group = party_group(case.organ, desk.day)
        yield desk.offer("登记谈心", "谈心已登记。", talks.talked, given, typed.PairForm, people=group,
                         hint="只记谁和谁、哪一天，不记谈话内容。")  # fmt: skip
    if desk.member:
        yield desk.offer("提交材料", "材料已提交。", materials.hand_in, given, typed.MaterialForm,
                         hint="只有党组成员可以看。")  # fmt: skip
    if desk.office:
        yield from _heard(desk, case)
    if desk.office or desk.secretary:
        if case.meeting is None or case.meeting.state in GONE:
            yield desk.offer(
                "召集会议", "会议已登记，请到会议里发出通知。", plan.call_meeting, given, typed.CallForm
            )
        yield desk.offer(
            "改期", "已改期。", plan.move_day, given, typed.MoveForm, rare=True,
            hint="开会日期已经报告上级党组织的，先取得上级同意，再填写文号和日期。",
        )  # fmt: skip
    if desk.office:
        yield desk.reason(
            "撤销方案", "方案已撤销。", plan.give_up, given, name="reason", label="撤销原因", rare=True
        )


def _heard(desk: Desk, case: LifeMeeting) -> Iterator[Offer]:
    given = {"case": case}
    yield desk.offer("登记意见", "意见已登记。", opinions.enter_heard, given, typed.HeardForm)
    yield desk.offer(
        "登记不署名意见", "意见已登记。", opinions.enter_heard_unsigned, given, typed.UnsignedForm,
        hint="意见箱里的、没有署名的来信，照原意抄录。",
    )  # fmt: skip
    known = getattr(case, "summary", None)
    names = ("sections", "units", "public", "retirees")
    initial = {name: getattr(known, name) for name in names} if known else {}
    yield desk.offer(
        "汇总意见", "汇总已保存。", opinions.summarize, given, typed.SummaryForm, initial=initial
    )


def _after(desk: Desk, case: LifeMeeting) -> Iterator[Offer]:
    given, meeting = {"case": case}, case.meeting
    summary = getattr(case, "summary", None)
    in_room = meeting is not None and meeting.state == "进行中"
    records = meeting is not None and desk.actor in (meeting.recorder, meeting.host)
    if in_room and records and summary is not None and summary.told_at is None:
        yield desk.offer("意见已在会上通报", "通报已登记。", opinions.tell_meeting, given)
    if desk.office or desk.secretary:
        yield desk.offer("登记会议内容", "已登记。", plan.mark_content, {}, typed.CoveredForm, case=case)
    if desk.office or desk.member:
        yield desk.offer("列出问题", "问题已登记。", problems.list_problem, given, typed.ProblemForm)
    waiting = case.statements.filter(informed_on=None).exists()
    if (desk.office or desk.secretary) and waiting:
        yield desk.offer("会后通报", "会后通报已登记。", criticisms.inform, {}, typed.InformForm, case=case)
    if desk.office:
        yield desk.offer("办结", "民主生活会已办结。", needs.finish, given)
