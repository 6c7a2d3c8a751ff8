"""The buttons of a case at its step, for whoever may press them; each act looks again by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms

from zhixing.files.models import StoredFile
from zhixing.journal.write import Receipt
from zhixing.organ.authority import holds
from zhixing.regulations.appointments.models import Case
from zhixing.regulations.appointments.workflow import (
    appoint,
    halt,
    inspect,
    motion,
    recommend,
    review,
    submissions,
)
from zhixing.regulations.appointments.workflow.announce import not_yet
from zhixing.regulations.appointments.workflow.parties import (
    group_members,
    is_office,
    is_personnel_leader,
    is_secretary,
)
from zhixing.regulations.appointments.workflow.submissions import CHOOSE, DECIDE, HEAR
from zhixing.web.pages.appointments import forms as typed
from zhixing.web.pages.attendance.register_forms import WordsForm
from zhixing.web.pages.pressed import Button, written
from zhixing.web.requests import DeskRequest, acting, looking

Files = dict[str, StoredFile]


@dataclass(frozen=True, slots=True)
class Offer:
    """One act on the page. `plain` has nothing to be typed; `rare` stands folded at the end."""

    word: str
    button: Button
    hint: str = ""
    rare: bool = False

    @property
    def plain(self) -> bool:
        return not self.button.form.fields

    @property
    def reasoned(self) -> bool:
        """A form of one text, which the act wants though the field lets it pass."""
        return isinstance(self.button.form, WordsForm)

    @property
    def with_file(self) -> bool:
        return any(isinstance(field, forms.FileField) for field in self.button.form.fields.values())


@dataclass(frozen=True)
class Desk:
    """Who looks at which case, and how an act of it is put on the page."""

    request: DeskRequest
    case: Case
    files: Files

    @property
    def leader(self) -> bool:
        return is_personnel_leader(acting(self.request), looking(self.request).day)

    @property
    def office(self) -> bool:
        return is_office(acting(self.request), looking(self.request).day)

    @property
    def secretary(self) -> bool:
        return is_secretary(acting(self.request), looking(self.request).day)

    def offer(
        self, word: str, said: str, act: Callable[..., Receipt], form: type[forms.Form] = forms.Form, *,
        hint: str = "", rare: bool = False, prefix: str = "", about: dict[str, Any] | None = None, **form_needs: Any,
    ) -> Offer:  # fmt: skip
        given = {"case": self.case} if about is None else about
        shown = written(self.request, word, form, prefix or "plain", **form_needs)
        return Offer(word, Button(said, shown, act, given), hint, rare)

    @property
    def of_organ(self) -> dict[str, Any]:
        viewer = looking(self.request)
        return {"organ": viewer.organ, "day": viewer.day}


def offers(request: DeskRequest, case: Case, files: Files) -> list[Offer]:
    """In the order of the work; nothing for a case that is over."""
    desk = Desk(request, case, files)
    if case.state == "已中止" and (desk.office or desk.leader):
        return [_reason(desk, "恢复办理", "已恢复办理。", halt.resume, rare=False), _end(desk)]
    if case.state != "办理中":
        return []
    found = list(STEPS[case.step](desk))
    if desk.office or desk.leader:
        found += [_reason(desk, "中止", "已中止。", halt.suspend), _end(desk)]
    return found


def _motion(desk: Desk) -> Iterator[Offer]:
    case = desk.case
    if desk.secretary and case.accepted_at is None:
        yield desk.offer("同意动议", "已同意动议。", motion.accept, hint="同意以后由办公室组织酝酿。")
    if desk.office or desk.leader:
        yield desk.offer(
            "登记酝酿", "酝酿已登记。", motion.consult, typed.ConsultForm, prefix="consult", **desk.of_organ
        )
        initial = {"text": case.plan}
        plan = {"case": case, "file": desk.files.get("file")}
        yield Offer(
            "形成工作方案",
            Button(
                "工作方案已保存。",
                _unprefixed(desk, "形成工作方案", typed.PlanForm, initial),
                motion.set_plan,
                plan,
            ),
        )
        yield desk.offer(
            "登记组织部沟通", "沟通情况已登记。", motion.contact, typed.ContactForm, prefix="contact"
        )
        if getattr(case, "headcount", None) is None:
            yield desk.offer(
                "登记职数核准",
                "职数核准已登记。",
                motion.approve_headcount,
                typed.HeadcountForm,
                prefix="headcount",
            )
    if desk.leader:
        yield desk.offer("进入民主推荐", "已进入民主推荐。", motion.begin_recommendation)


def _recommendation(desk: Desk) -> Iterator[Offer]:
    if desk.leader:
        yield desk.offer("进入考察", "已进入考察。", recommend.begin_inspection)
    if (desk.office or desk.leader) and desk.case.recommendations.filter(superseded_at=None).exists():
        yield _reason(desk, "重新推荐", "已退回民主推荐。", recommend.recommend_again)


def _inspection(desk: Desk) -> Iterator[Offer]:
    case = desk.case
    yield from _party(desk, CHOOSE if case.candidate is None else HEAR)
    if case.candidate is not None:
        yield from _inspecting(desk)
        yield from _ties(desk)
    if desk.office or desk.leader:
        yield _reason(desk, "重新推荐", "已退回民主推荐。", recommend.recommend_again)


def _inspecting(desk: Desk) -> Iterator[Offer]:
    case, actor, day = desk.case, acting(desk.request), looking(desk.request).day
    filed = getattr(case, "inspection", None) is not None
    if (desk.office or desk.leader) and not filed:
        yield desk.offer(
            "登记考察组", "考察组已登记。", inspect.set_team, typed.TeamForm, prefix="team", **desk.of_organ
        )
    if not filed and (desk.office or case.team.filter(person=actor, left_at=None).exists()):
        given = {"case": case, "material": desk.files.get("material")}
        form = _unprefixed(desk, "登记考察情况", typed.InspectionForm, {})
        yield Offer("登记考察情况", Button("考察情况已登记。", form, inspect.file_inspection, given))
    if desk.office or holds(actor, ("纪检组长",), day):
        yield _restriction(desk)


def _restriction(desk: Desk) -> Offer:
    known = getattr(desk.case, "restriction", None)
    names = ("penalty", "penalty_until", "relative", "explanation", "source")
    initial = {name: getattr(known, name) for name in names} if known else {}
    return desk.offer(
        "核查任职限制", "核查情况已登记。", inspect.check_restrictions, typed.RestrictionForm, prefix="restriction",
        initial=initial, hint="处分影响期没有满的，后面的步骤会停下来。", **desk.of_organ,
    )  # fmt: skip


def _ties(desk: Desk) -> Iterator[Offer]:
    actor, day = acting(desk.request), looking(desk.request).day
    if desk.office or actor in group_members(desk.case.organ, day):
        yield desk.offer(
            "登记回避", "回避已登记。", inspect.declare_tie, typed.TieForm, prefix="tie", rare=True,
            hint="党组成员是考察对象本人或者亲属的，表决前离开会场，仍计入应到会人数。", **desk.of_organ,
        )  # fmt: skip


def _decision(desk: Desk) -> Iterator[Offer]:
    yield from _party(desk, DECIDE)
    yield from _ties(desk)
    if desk.office or desk.leader:
        yield _reason(desk, "重新推荐", "已退回民主推荐。", recommend.recommend_again)


def _party(desk: Desk, purpose: str) -> Iterator[Offer]:
    """提请, 同意上会, 撤回提请: whichever is next."""
    asked = desk.case.submissions.filter(purpose=purpose, state__in=submissions.OPEN).first()
    if asked is None:
        if desk.leader:
            yield _submission(desk, purpose)
        return
    if asked.state == "待同意" and desk.secretary:
        yield desk.offer("同意上会", "已同意上会。", submissions.consent, about={"submission": asked})
    if desk.office or desk.leader:
        yield _reason(
            desk,
            "撤回提请",
            "提请已撤回。",
            submissions.withdraw,
            about={"submission": asked},
            label="撤回原因",
        )


def _submission(desk: Desk, purpose: str) -> Offer:
    about: dict[str, Any] = {"case": desk.case, "purpose": purpose}
    if purpose == CHOOSE:
        return desk.offer(
            "提请研究考察对象", "已提请党组会议研究。", submissions.submit, typed.ChooseForm, prefix="choose",
            about=about, hint="人选应当在会议推荐和谈话推荐中得票。", **desk.of_organ,
        )  # fmt: skip
    word = "提请听取考察汇报" if purpose == HEAR else "提请讨论决定"
    return desk.offer(
        word, "已提请党组会议。", submissions.submit, typed.ProposalForm, prefix="ask", about=about
    )


def _review(desk: Desk) -> Iterator[Offer]:
    if not desk.office:
        return
    if desk.case.reviews.filter(reply="").exists():
        yield desk.offer(
            "登记审核意见", "审核意见已登记。", review.record_reply, typed.ReplyForm, prefix="reply"
        )
    else:
        yield desk.offer("登记报送", "报送已登记。", review.send, typed.SendForm, prefix="send")


def _notice(desk: Desk) -> Iterator[Offer]:
    if desk.office and not not_yet(desk.case, looking(desk.request).day):
        yield desk.offer(
            "办理任职", "任职已办理。", appoint.appoint, typed.AppointForm, prefix="appoint", **desk.of_organ
        )
    if desk.office or holds(acting(desk.request), ("纪检组长",), looking(desk.request).day):
        yield _restriction(desk)


STEPS: dict[int, Callable[[Desk], Iterator[Offer]]] = {
    1: _motion,
    2: _recommendation,
    3: _inspection,
    4: _decision,
    5: _review,
    6: _notice,
    7: _notice,
}


def _reason(
    desk: Desk, word: str, said: str, act: Callable[..., Receipt], *, label: str = "理由", rare: bool = True,
    about: dict[str, Any] | None = None,
) -> Offer:  # fmt: skip
    return desk.offer(
        word, said, act, WordsForm, prefix=f"reason{len(word)}{ord(word[0])}", rare=rare, about=about, name="reason",
        label=label, most=300,
    )  # fmt: skip


def _end(desk: Desk) -> Offer:
    return _reason(desk, "终止", "已终止。", halt.terminate)


def _unprefixed(desk: Desk, word: str, form: type[forms.Form], initial: dict[str, Any]) -> forms.Form:
    """A form with a file keeps its plain names, so that what was uploaded is found again."""
    request = desk.request
    if request.method == "POST" and request.POST.get("act") == word:
        return form(request.POST, request.FILES, initial=initial)
    return form(initial=initial)
