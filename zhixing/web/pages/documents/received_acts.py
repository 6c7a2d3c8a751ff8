"""The buttons of one received document, for whoever may press them; each act looks again by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.circulation.acts import assigning, handing, reading, signing
from zhixing.office.circulation.models import UNREAD, Box, Hand, Reader, Sheet
from zhixing.office.circulation.models.assignments import OPEN
from zhixing.office.circulation.models.sheet import ADVICE, AHEAD, INSTRUCTION, RUNNING, WAITING
from zhixing.office.circulation.stand_in import stand_in
from zhixing.organ.authority import holds
from zhixing.organ.models import Person
from zhixing.regulations.documents.models import ReceivedDocument
from zhixing.regulations.documents.models.received import ENDED, ENTERED, TO_ACT, TO_READ
from zhixing.regulations.documents.workflow import received_reply, received_review
from zhixing.regulations.documents.workflow.received_round import KIND, manages
from zhixing.web.pages.documents import received_forms as typed
from zhixing.web.pages.pressed import Button, written
from zhixing.web.requests import DeskRequest, acting, looking

RARE = ("改为阅件", "改为办件", "送阅", "交接", "更正去向", "收回送阅", "跳过批示", "改交")
Offered = tuple[str, Button]


@dataclass(frozen=True)
class Desk:
    """Who looks at which document, and how an act of it is put on the page."""

    request: DeskRequest
    document: ReceivedDocument
    sheet: Sheet

    @property
    def person(self) -> Person:
        return acting(self.request)

    @property
    def office(self) -> bool:
        return manages(self.person, looking(self.request).day)

    def offer(
        self, word: str, said: str, act: Callable[..., Receipt], form: type[forms.Form], *, about: dict[str, Any],
        needs: dict[str, Any] | None = None, initial: dict[str, Any] | None = None,
    ) -> Offered:  # fmt: skip
        viewer = looking(self.request)
        filled = written(
            self.request, word, form, f"act-{word}", organ=viewer.organ, day=viewer.day, initial=initial,
            **(needs or {}),
        )  # fmt: skip
        return word, Button(said, filled, act, about)


def buttons(request: DeskRequest, document: ReceivedDocument) -> dict[str, Button]:
    """In the order of the work; the rare ones last; nothing for a document that is over."""
    sheet = document.sheet
    if sheet is None or document.state in ENDED or sheet.state != RUNNING:
        return {}
    desk = Desk(request, document, sheet)
    return dict(
        [*_reviewing(desk), *_signing(desk), *_reading(desk), *_doing(desk), *_office(desk), *_hands(desk)]
    )


def _reviewing(desk: Desk) -> Iterator[Offered]:
    document, day = desk.document, looking(desk.request).day
    if document.state == ENTERED and holds(desk.person, ("文书",), day):
        about = {"document": document}
        yield desk.offer("初审", "初审已登记。", received_review.review, typed.ReviewForm, about=about)
    if document.state == "待拟办" and holds(desk.person, ("办公室主任",), day):
        other = TO_READ if document.mode == TO_ACT else TO_ACT
        changed = {"document": document, "mode": other}
        word = f"改为{other}"
        yield desk.offer(
            word, f"已改为{other}。", received_review.sort_anew, typed.NothingForm, about=changed
        )


def _signing(desk: Desk) -> Iterator[Offered]:
    """The box that waits now, for its leader and whoever stands in."""
    box = desk.sheet.boxes.filter(state=WAITING).select_related("leader").first()
    if box is None or not may_sign(box, desk.person, desk.request.at):
        return
    about = {"box": box}
    if box.label == ADVICE:
        yield desk.offer("拟办", "拟办意见已签。", signing.advise, typed.AdviceForm, about=about)
    else:
        initial = (
            {"due": desk.sheet.due} if desk.sheet.due and desk.sheet.due >= looking(desk.request).day else {}
        )
        yield desk.offer(
            "批示", "批示已签。", signing.sign, typed.InstructionForm, about=about, initial=initial
        )


def may_sign(box: Box, person: Person, at: datetime) -> bool:
    if box.leader_id == person.pk:
        return True
    delegation = stand_in(box.leader, KIND, at)
    return delegation is not None and delegation.receiver_id == person.pk


def _reading(desk: Desk) -> Iterator[Offered]:
    reader = desk.sheet.readers.filter(person=desk.person, state__in=UNREAD).first()
    if reader is None:
        return
    about = {"reader": reader}
    if reader.state == "已送达":
        yield desk.offer("开始阅读", "已登记在阅。", reading.begin_reading, typed.NothingForm, about=about)
    yield desk.offer("阅退", "已阅退。", reading.finish_reading, typed.ReadForm, about=about)


def _doing(desk: Desk) -> Iterator[Offered]:
    own = desk.sheet.assignments.filter(doer=desk.person, state=OPEN).first()
    if own is not None:
        about = {"assignment": own}
        yield desk.offer("报告办理结果", "办理结果已报告。", assigning.finish, typed.ResultForm, about=about)
        yield desk.offer(
            "登记进展", "办理进展已登记。", assigning.report_progress, typed.ProgressForm, about=about
        )
    concerned = desk.office or desk.sheet.assignments.filter(doer=desk.person).exists()
    if desk.document.mode == TO_ACT and concerned and desk.document.state in {"承办中", "传阅中", "待办结"}:
        replied: dict[str, Any] = {"document": desk.document}
        yield desk.offer("登记答复", "答复情况已登记。", received_reply.reply, typed.ReplyForm, about=replied)
    if own is not None:
        yield desk.offer(
            "改交", "已经改交。", assigning.reassign, typed.PassOnForm, about={"assignment": own}
        )


def _office(desk: Desk) -> Iterator[Offered]:
    document, sheet = desk.document, desk.sheet
    urges = desk.office or sheet.watcher_id == desk.person.pk
    open_now = [one for one in waiting_people(sheet, desk.request.at) if one[0] != str(desk.person.pk)]
    if urges and open_now:
        needs = {"among": open_now, "asking": "催谁"}
        yield desk.offer("催办", "已经催办。", _urge, typed.UrgeForm, about={"sheet": sheet}, needs=needs)
    if urges and sheet.readers.filter(state__in=UNREAD).exclude(person=desk.person).exists():
        about = {"sheet": sheet}
        yield desk.offer("催阅", "已经催阅。", handing.urge_readers, typed.NothingForm, about=about)
    if not desk.office:
        return
    if document.state == "待办结":
        closing: dict[str, Any] = {"document": document}
        yield desk.offer("办结", "已经办结。", received_reply.close, typed.CloseForm, about=closing)
    if sheet.boxes.exists():
        yield desk.offer("送阅", "已经送阅。", reading.send_to_read, typed.SendForm, about={"sheet": sheet})


def _hands(desk: Desk) -> Iterator[Offered]:
    sheet = desk.sheet
    if sheet.hands.filter(holder=desk.person, until=None).exists():
        yield desk.offer("交接", "交接已登记。", handing.hand_on, typed.HandForm, about={"sheet": sheet})
    if not desk.office:
        return
    about: dict[str, Any] = {"sheet": sheet}
    held = [(str(one.pk), one.holder.name) for one in sheet.hands.filter(until=None).select_related("holder")]
    unread = [
        (str(one.pk), f"{one.person.name}（{one.state}）")
        for one in sheet.readers.filter(state__in=UNREAD).select_related("person")
    ]
    ahead = [
        (str(box.pk), f"{box.leader.name}（{box.state}）")
        for box in sheet.boxes.filter(label=INSTRUCTION, state__in=(AHEAD, WAITING)).select_related("leader")
    ]
    rows: Sequence[tuple[str, str, Callable[..., Receipt], type[forms.Form], list[tuple[str, str]], str]] = (
        ("更正去向", "去向已更正。", _correct, typed.CorrectForm, held, "哪一笔送错了"),
        ("收回送阅", "已经收回。", _take_back, typed.WhichAndWhyForm, unread, "收回谁的"),
        ("跳过批示", "已经跳过。", _pass_over, typed.WhichAndWhyForm, ahead, "跳过哪位领导"),
    )
    for word, said, act, form, among, label in rows:
        if among:
            yield desk.offer(word, said, act, form, about=about, needs={"among": among, "asking": label})


def waiting_people(sheet: Sheet, at: datetime) -> list[tuple[str, str]]:
    """Who may be urged, and about what."""
    about = handing.waiting_for(sheet, at)
    names = dict(Person.objects.filter(pk__in=about).values_list("pk", "name"))
    return [(str(pk), f"{names[pk]}（{what}）") for pk, what in about.items()]


def _urge(*, which: str, text: str, sheet: Sheet, actor: Person, at: datetime, key: str) -> Receipt:
    person = Person.objects.get(organ_id=sheet.organ_id, pk=int(which))
    return handing.urge(sheet=sheet, person=person, text=text, actor=actor, at=at, key=key)


def _correct(
    *, which: str, to: Person, reason: str, sheet: Sheet, actor: Person, at: datetime, key: str
) -> Receipt:
    hand = _found(Hand, sheet, which)
    return handing.correct_hand(hand=hand, to=to, reason=reason, actor=actor, at=at, key=key)


def _take_back(*, which: str, reason: str, sheet: Sheet, actor: Person, at: datetime, key: str) -> Receipt:
    reader = _found(Reader, sheet, which)
    return reading.take_back_reading(reader=reader, reason=reason, actor=actor, at=at, key=key)


def _pass_over(*, which: str, reason: str, sheet: Sheet, actor: Person, at: datetime, key: str) -> Receipt:
    box = _found(Box, sheet, which)
    return signing.pass_over(box=box, reason=reason, actor=actor, at=at, key=key)


def _found(model: Any, sheet: Sheet, which: str) -> Any:
    """A row of this sheet; somebody may have finished with it since the page was opened."""
    row = model.objects.filter(sheet=sheet, pk=int(which)).first()
    if row is None:
        raise Refusal(
            "没有办理。", [Finding("选择", "没有找到", "页面上列出的一项", "请刷新页面后重新选择。")]
        )
    return row
