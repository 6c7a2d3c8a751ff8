"""会议方案: the day and the contents, the day moved, the meeting called, the plan given up (13-2, 13-3, 13-4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.office.duties.telling import tell
from zhixing.office.meetings.acts.agenda import add_free
from zhixing.office.meetings.acts.convene import convene
from zhixing.office.meetings.models import Meeting
from zhixing.organ.local_time import today
from zhixing.organ.made import made
from zhixing.organ.models import Person
from zhixing.organ.numbers import next_number
from zhixing.organ.once import once
from zhixing.regulations.democratic_life.facts import GROUNDS
from zhixing.regulations.democratic_life.models import CONTENTS, SORTS, Content, DayMove, LifeMeeting
from zhixing.regulations.democratic_life.workflow.entered import (
    GONE,
    after_opening,
    before_opening,
    note,
    one_of,
    refuse,
    running,
    written,
)
from zhixing.regulations.democratic_life.workflow.parties import (
    by_office,
    by_office_or_secretary,
    party_group,
)
from zhixing.regulations.democratic_life.workflow.statute import own_of, ruling

KIND = "民主生活会"
ITEMS = (
    ("通报征求意见和上次整改的情况", "办公室通报"),
    ("对照检查，开展批评和自我批评", "党组成员逐一发言"),
)


@once
def plan(
    *, sort: str, ground: str, theme: str, day: date, contents: Sequence[str], actor: Person, at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """A yearly or a special meeting, from the office or the secretary; what the clause lists and is left out of
    `contents` stays on the checklist all the same."""
    now = today(at)
    findings = by_office_or_secretary(actor, now, "13-2") + one_of(sort, SORTS, "类别", "13-2")
    findings += written({"主题": theme}, "13-4") + _special(sort, ground, now, actor)
    if day <= now:
        findings.append(Finding("开会日期", str(day), "今天以后", "请重新选开会日期。", clause="13-3"))
    known = [name for name, _ in CONTENTS]
    if not contents or any(one not in known for one in contents):
        found = "、".join(one for one in contents if one not in known) or "没有选择"
        findings.append(Finding("内容", found, "清单里的内容", "请选择会上要谈的内容。", clause="13-4"))
    refuse("会议方案没有登记。", findings)
    turn = next_number(actor.organ, KIND, day.year)
    case = LifeMeeting.objects.create(
        organ_id=actor.organ_id, number=f"民主生活会〔{day.year}〕{turn}号", year=day.year, sort=sort, ground=ground,
        theme=theme.strip(), day=day, by=actor, at=at,
    )  # fmt: skip
    lines = [
        Content.objects.create(organ_id=case.organ_id, case=case, item=name)
        for name in known
        if name in contents or name != "上级要求"
    ]
    members = [one for one in party_group(actor.organ, now) if one != actor]
    tell(members, f"{case.number}定于{day}召开，请做准备。", kind=KIND, record=case, at=at, key=key)
    payload = {"类别": sort, "情形": ground, "主题": case.theme, "开会日期": str(day)}
    return note(
        case, "登记会议方案", actor=actor, at=at, key=key, rule="13-4", payload=payload, touched=lines
    )


@once
def move_day(
    *, case: LifeMeeting, day: date, reason: str, consent: str, consented_on: date | None, actor: Person,
    at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """改期: before the report freely, after it only with the superior's consent on record (B13-04)."""
    now, clause = today(at), "13-3"
    findings = running(case, actor, clause) + by_office_or_secretary(actor, now, clause)
    findings += before_opening(case, clause) + written({"改期原因": reason}, clause)
    if day <= now or day == case.day:
        findings.append(Finding("改到", str(day), "今天以后的另一天", "请重新选开会日期。", clause=clause))
    if consented_on is not None and consented_on > now:
        findings.append(
            Finding("上级同意日期", str(consented_on), "今天或者今天以前", "请核对日期。", clause=clause)
        )
    if case.organ_id == actor.organ_id:
        findings += _consent(case, consent, consented_on, now)
    if case.meeting is not None and case.meeting.state not in ("筹备", *GONE):
        findings.append(
            Finding("会议", case.meeting.state, "还没有发出通知", "请先取消已经通知的会议。", clause=clause)
        )
    refuse("没有改期。", findings)
    agreed = bool(consent.strip()) and consented_on is not None
    move = DayMove.objects.create(
        organ_id=case.organ_id, case=case, before=case.day, after=day, reason=reason.strip(),
        consent=consent.strip() if agreed else "", consented_on=consented_on if agreed else None, by=actor, at=at,
    )  # fmt: skip
    case.day, case.year = day, day.year
    case.save(update_fields=["day", "year"])
    members = [one for one in party_group(case.organ, now) if one != actor]
    tell(members, f"{case.number}改到{day}召开。", kind=KIND, record=case, at=at, key=key)
    payload = {"原定": str(move.before), "改到": str(day), "原因": move.reason, "上级同意": move.consent}
    return note(
        case, "改期", actor=actor, at=at, key=key, rule=clause, record=move, payload=payload, touched=[case]
    )


@once
def call_meeting(
    *, case: LifeMeeting, starts_at: datetime, place: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """召集: a meeting of the shape on the day of the plan, with its two topics; the notice goes out there."""
    findings = running(case, actor, "13-3") + by_office_or_secretary(actor, today(at), "13-3")
    findings += before_opening(case, "13-3")
    if today(starts_at) != case.day:
        findings.append(
            Finding("开会时间", str(today(starts_at)), f"方案定的{case.day}", "请先改期，或者改正时间。", clause="13-3")
        )  # fmt: skip
    if case.meeting is not None and case.meeting.state not in GONE:
        findings.append(Finding("会议", "已经召集", "还没有召集", "请在会议里继续准备。", clause="13-3"))
    refuse("会议没有召集。", findings)
    receipt = convene(
        name=KIND, title="", starts_at=starts_at, place=place, actor=actor, at=at, key=f"{key}:召集"
    )
    meeting = made(Meeting, receipt)
    for number, (title, how) in enumerate(ITEMS):
        add_free(
            meeting=meeting, title=title, proposal=how, reporter=None, actor=actor, at=at,
            key=f"{key}:议题{number}",
        )  # fmt: skip
    case.meeting = meeting
    case.save(update_fields=["meeting"])
    return note(case, "召集会议", actor=actor, at=at, key=key, rule="13-3", payload={"会议": meeting.title})


@once
def mark_content(
    *, content: Content, covered: bool, remark: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """Each content was spoken of, or it says why not (13-4)."""
    case, clause = content.case, "13-4"
    findings = (
        running(case, actor, clause)
        + by_office_or_secretary(actor, today(at), clause)
        + after_opening(case, clause)
    )
    if not covered:
        findings += written({"没有谈到的原因": remark}, clause)
    refuse("没有登记。", findings)
    content.covered, content.note = covered, remark.strip()
    content.save(update_fields=["covered", "note"])
    payload = {"内容": content.get_item_display(), "谈到": covered}
    return note(
        case, "登记会议内容", actor=actor, at=at, key=key, rule=clause, record=content, payload=payload
    )


@once
def give_up(*, case: LifeMeeting, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """撤销方案: before the meeting has opened, with the reason; the plan stays on record."""
    findings = running(case, actor, "13-2") + by_office(actor, today(at), "13-2")
    findings += before_opening(case, "13-2") + written({"撤销原因": reason}, "13-2")
    if case.meeting is not None and case.meeting.state not in GONE:
        findings.append(
            Finding("会议", case.meeting.state, "没有召集中的会议", "请先取消会议。", clause="13-2")
        )
    refuse("方案没有撤销。", findings)
    case.state, case.closing, case.closed_at = "已撤销", reason.strip(), at
    case.save(update_fields=["state", "closing", "closed_at"])
    return note(case, "撤销方案", actor=actor, at=at, key=key, rule="13-2", payload={"原因": case.closing})


def _special(sort: str, ground: str, day: date, actor: Person) -> list[Finding]:
    """A special meeting may be held at any time; where one of the four events asks for it, it is named."""
    found = one_of(ground, [(one, one) for one in GROUNDS], "情形", "13-2")
    if not found and sort == "年度":
        asked = ruling("专门召开", day, own_of(actor.organ_id), 情形=ground)
        if asked.outcome["应当专门召开"]:
            found.append(
                Finding("类别", "年度民主生活会", "专题民主生活会", "有这种情形的，请选专题民主生活会。", clause="13-2")
            )  # fmt: skip
    return found


def _consent(case: LifeMeeting, consent: str, consented_on: date | None, day: date) -> list[Finding]:
    reported = case.reports.filter(problem=None).exists()
    agreed = bool(consent.strip()) and consented_on is not None
    if ruling("改期", day, own_of(case.organ_id), 已经报告=reported, 上级同意=agreed).outcome["可以改期"]:
        return []
    return [
        Finding(
            "上级同意", "没有登记", "上级党组织同意的文号和日期",
            "开会日期已经报告上级党组织，请先取得同意，再填写文号和日期。", clause="13-3",
        )
    ]  # fmt: skip
