"""拟办、批示、跳过: one box after the other, each with name and time; what is to be done is given to somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.circulation.acts.asking import (
    back_to_the_clerk,
    give,
    in_state,
    let_go,
    managed_by,
    note,
    of_the_organ,
    refuse,
    running,
    somebody_else,
    tell,
)
from zhixing.office.circulation.acts.assigning import Order, assign, faults_of
from zhixing.office.circulation.acts.opening import title_of
from zhixing.office.circulation.acts.reading import reached_already, send_readers
from zhixing.office.circulation.kinds import Opinion, Signature, kind_of
from zhixing.office.circulation.models import Box, Sheet
from zhixing.office.circulation.models.sheet import ADVICE, AHEAD, INSTRUCTION, PASSED, SIGNED, WAITING
from zhixing.office.circulation.stand_in import stand_in
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once

MOST = 12
TO_SIGN = "送批"


@dataclass(frozen=True, slots=True)
class Route:
    """Whom the advice sends it to: leaders one after the other, readers all at once; who urges it by name."""

    leaders: Sequence[Person] = ()
    readers: Sequence[Person] = ()
    watcher: Person | None = None


@once
def advise(*, box: Box, text: str, route: Route, actor: Person, at: datetime, key: str) -> Receipt:
    """拟办: what the office proposes, and whom it goes to."""
    sheet = box.sheet
    kind, day = kind_of(sheet), today(at)
    clause = kind.clause("advice")
    findings = _signable(box, ADVICE, actor, at)
    words(findings, text, fact="拟办意见", clause=clause)
    findings += _faults_of_route(sheet, route, actor, day, clause)
    refuse("没有拟办。", findings)
    _sign(box, text, actor, at)
    sheet.watcher = route.watcher
    sheet.save(update_fields=["watcher"])
    boxes = _boxes(sheet, route.leaders, at)
    held = _forward(sheet, actor, at, key)
    readers = send_readers(sheet, route.readers, "拟办送阅", actor, at, key)
    held += back_to_the_clerk(sheet, actor, at)
    payload = {"拟办意见": box.text, "送批": _names(route.leaders), "送阅": _names(route.readers)}
    return note(
        sheet, "拟办", actor=actor, at=at, key=key, rule="advice", record=box, payload=payload,
        touched=[*boxes, *held, *readers],
    )  # fmt: skip


@once
def sign(
    *, box: Box, text: str, assigns: bool, orders: Sequence[Order], readers: Sequence[Person], actor: Person,
    at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """批示: an opinion with something to do names who does it and by when (09-1.3b)."""
    sheet = box.sheet
    kind, day = kind_of(sheet), today(at)
    has_view = assigns or bool(orders)
    findings = _signable(box, INSTRUCTION, actor, at)
    findings += kind.signing(
        sheet, Signature(named=True, dated=True), day
    )  # the moment of the act is written beside the name
    words(findings, text, fact="批示意见", clause=kind.clause("sign"))
    findings += kind.assigning(sheet, Opinion(has_view, bool(orders)), day)
    findings += [finding for order in orders for finding in faults_of(sheet, order, actor, day)]
    findings += of_the_organ(actor, *readers)
    refuse("没有签批。", findings)
    box.assigns = has_view
    _sign(box, text, actor, at)
    given = assign(box, orders, actor, at, key)
    held = _forward(sheet, actor, at, key)
    held += give(sheet, giver=actor, to=[one.doer for one in given], why="交办", at=at)
    fresh = [one for one in readers if one.pk not in reached_already(sheet)]
    sent = send_readers(sheet, fresh, "照批示送阅", actor, at, key)
    held += back_to_the_clerk(sheet, actor, at)
    payload = {"批示": box.text, "代签": box.on_behalf, "交办": "、".join(one.responsible for one in given)}
    return note(
        sheet, "批示", actor=actor, at=at, key=key, rule="sign", record=box, payload=payload,
        touched=[*given, *held, *sent],
    )  # fmt: skip


@once
def pass_over(*, box: Box, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """跳过 a leader who is away and has nobody standing in; the leader reads it afterwards."""
    sheet = box.sheet
    findings = running(sheet) + in_state(box, AHEAD, WAITING, fact="意见栏") + of_the_organ(actor, sheet)
    findings += managed_by(actor, sheet, at, "hands")
    if box.label == ADVICE:
        findings.append(Finding("意见栏", ADVICE, INSTRUCTION, "拟办意见不能跳过，请改由代办的人拟办。"))
    words(findings, reason, fact="跳过的原因", clause=kind_of(sheet).clause("hands"))
    refuse("没有跳过。", findings)
    box.state, box.passed_reason = PASSED, reason.strip()
    box.save(update_fields=["state", "passed_reason"])
    held = _forward(sheet, box.leader, at, key)
    fresh = [] if box.leader_id in reached_already(sheet) else [box.leader]
    held += send_readers(sheet, fresh, "跳过批示，补阅", actor, at, key)
    held += back_to_the_clerk(sheet, actor, at)
    payload = {"领导": box.leader.name, "原因": box.passed_reason}
    return note(
        sheet,
        "跳过批示",
        actor=actor,
        at=at,
        key=key,
        rule="hands",
        record=box,
        payload=payload,
        touched=held,
    )


def _signable(box: Box, label: str, actor: Person, at: datetime) -> list[Finding]:
    sheet = box.sheet
    clause = kind_of(sheet).clause("sign")
    findings = running(sheet) + in_state(box, WAITING, fact="意见栏") + of_the_organ(actor, sheet)
    if box.label != label:
        findings.append(Finding("意见栏", box.label, label, "请刷新页面，看清现在是哪一栏。"))
    delegation = stand_in(box.leader, sheet.kind, at)
    if actor.pk != box.leader_id and (delegation is None or delegation.receiver_id != actor.pk):
        findings.append(somebody_else(actor, box.leader.name, clause))
    return findings


def _sign(box: Box, text: str, actor: Person, at: datetime) -> None:
    delegation = stand_in(box.leader, box.sheet.kind, at) if actor.pk != box.leader_id else None
    box.state, box.text = SIGNED, text.strip()
    box.signed_by, box.signed_at = actor, at
    box.on_behalf = delegation.number if delegation else ""
    box.save(update_fields=["state", "text", "assigns", "signed_by", "signed_at", "on_behalf"])


def _faults_of_route(sheet: Sheet, route: Route, actor: Person, day: date, clause: str) -> list[Finding]:
    kind = kind_of(sheet)
    findings = of_the_organ(actor, *route.leaders, *route.readers, route.watcher)
    if not route.leaders and not route.readers:
        findings.append(
            Finding("送批送阅", "没有选人", "至少一人", "请选批示的领导或者传阅的人。", clause=clause)
        )
    if len(set(route.leaders)) > MOST:
        findings.append(
            Finding("送批", f"{len(set(route.leaders))}人", f"不超过{MOST}人", "请核对送批的领导。")
        )
    others = [one.name for one in route.leaders if not kind.leads(one, day)]
    if others:
        wanted = kind.posts["leads"]
        mend = f"请只选{wanted}，其他人请选在传阅里。"
        findings.append(Finding("送批", "、".join(others), wanted, mend, clause=kind.clause("sign")))
    if kind.watched(sheet) and route.watcher is None:
        findings.append(
            Finding("催办人", "没有指定", "指定一人专门催办", "请选一位催办人。", clause=kind.clause("urge"))
        )
    return findings


def _boxes(sheet: Sheet, leaders: Sequence[Person], at: datetime) -> list[Model]:
    """One box each, in the order given."""
    last = sheet.boxes.count()
    return [
        Box.objects.create(
            organ_id=sheet.organ_id, sheet=sheet, label=INSTRUCTION, order=last + place, leader=leader,
            post=title_of(leader, at),
        )
        for place, leader in enumerate(dict.fromkeys(leaders), 1)
    ]  # fmt: skip


def _forward(sheet: Sheet, giver: Person, at: datetime, key: str) -> list[Model]:
    """The next box begins to wait, and the paper lies with whoever signs there, with the last one no longer."""
    held = _signed_away(sheet, giver, at)
    following = None
    if not sheet.boxes.filter(state=WAITING).exists():
        following = sheet.boxes.filter(state=AHEAD).select_related("leader").first()
    if following is None:
        return held
    following.state, following.arrived_at = WAITING, at
    following.save(update_fields=["state", "arrived_at"])
    delegation = stand_in(following.leader, sheet.kind, at)
    holder = delegation.receiver if delegation else following.leader
    tell(sheet, [holder], f"{sheet.number}请您批示。", at, f"{key}-box")
    return [following, *held, *give(sheet, giver=giver, to=[holder], why=TO_SIGN, at=at)]


def _signed_away(sheet: Sheet, giver: Person, at: datetime) -> list[Model]:
    """Out of the hands of whoever signed, and of whoever it was sent to: leader and stand-in are two people."""
    sent_to = sheet.hands.filter(until=None, why=TO_SIGN).select_related("holder")
    people = dict.fromkeys([giver, *(hand.holder for hand in sent_to)])
    return [hand for person in people for hand in let_go(sheet, person, at)]


def _names(people: Sequence[Person]) -> str:
    return "、".join(one.name for one in people)
