"""交办、进展、办理结果、改交: who does what an opinion says, by which day, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.circulation.acts.asking import (
    back_to_the_clerk,
    in_state,
    let_go,
    note,
    of_the_organ,
    only,
    pass_on,
    refuse,
    running,
    tell,
)
from zhixing.office.circulation.kinds import kind_of
from zhixing.office.circulation.models import Assignment, Box, Progress, Sheet
from zhixing.office.circulation.models.assignments import DONE, OPEN, TAKEN_BACK
from zhixing.organ.local_time import today
from zhixing.organ.models import Holding, Person, Section
from zhixing.organ.once import once
from zhixing.organ.who import service_on


@dataclass(frozen=True, slots=True)
class Order:
    """What an opinion orders: a section or a person, and the last day."""

    section: Section | None
    person: Person | None
    due: date | None


def faults_of(sheet: Sheet, order: Order, actor: Person, day: date) -> list[Finding]:
    clause = kind_of(sheet).clause("assign")
    findings = of_the_organ(actor, order.section, order.person)
    if order.section is None and order.person is None:
        mend = "请写明交给哪个科室或者哪个人。"
        findings.append(Finding("责任科室、责任人", "没有写明", "科室或者责任人", mend, clause=clause))
    elif doer_of(order, day) is None:
        name = order.section.name if order.section else ""
        mend = "请直接写明责任人。"
        findings.append(Finding("责任人", f"{name}没有负责人", "有人负责的科室", mend, clause=clause))
    if order.due is None:
        findings.append(Finding("办理期限", "没有写明", "写明哪一天", "请填写办理期限。", clause=clause))
    elif order.due < day:
        found = order.due.isoformat()
        findings.append(Finding("办理期限", found, "不早于今天", "请核对办理期限。", clause=clause))
    return findings


def doer_of(order: Order, day: date) -> Person | None:
    """The person named, else whoever heads the section on the day."""
    if order.person is not None or order.section is None:
        return order.person
    held = Holding.objects.on(day).filter(
        organ_id=order.section.organ_id, section=order.section, post__in=("科室负责人", "办公室主任")
    )
    found = held.select_related("person").first()
    return found.person if found else None


def assign(box: Box, orders: Sequence[Order], actor: Person, at: datetime, key: str) -> list[Assignment]:
    """One to-do for each order; somebody who has one already keeps the earlier day."""
    sheet, rows = box.sheet, []
    for order in orders:
        doer = doer_of(order, today(at))
        assert doer is not None  # judged before
        assert order.due is not None
        earlier = sheet.assignments.filter(doer=doer, state=OPEN).first()
        if earlier is not None:
            earlier.due = min(earlier.due, order.due)
            earlier.save(update_fields=["due"])
        rows.append(earlier or _new(box, order.section, doer, order.due, at))
    _told(sheet, rows, actor, at, key)
    return rows


@once
def report_progress(*, assignment: Assignment, text: str, actor: Person, at: datetime, key: str) -> Receipt:
    sheet = assignment.sheet
    findings = _open(assignment, actor)
    words(findings, text, fact="办理进展", clause=kind_of(sheet).clause("urge"))
    refuse("没有登记进展。", findings)
    row = Progress.objects.create(
        organ_id=sheet.organ_id, assignment=assignment, text=text.strip(), by=actor, at=at
    )
    return note(
        sheet, "登记进展", actor=actor, at=at, key=key, rule="urge", record=row, payload={"进展": row.text}
    )


@once
def finish(*, assignment: Assignment, result: str, actor: Person, at: datetime, key: str) -> Receipt:
    """办理结果, in words."""
    sheet = assignment.sheet
    findings = _open(assignment, actor)
    words(findings, result, fact="办理结果", clause=kind_of(sheet).clause("close"))
    refuse("没有报告办理结果。", findings)
    assignment.state, assignment.result, assignment.done_at = DONE, result.strip(), at
    assignment.save(update_fields=["state", "result", "done_at"])
    held = [*let_go(sheet, actor, at), *back_to_the_clerk(sheet, actor, at)]
    payload = {"办理结果": assignment.result}
    return note(
        sheet, "报告办理结果", actor=actor, at=at, key=key, rule="close", record=assignment, payload=payload,
        touched=held,
    )  # fmt: skip


@once
def reassign(
    *, assignment: Assignment, person: Person, reason: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """改交: by the office, or by whoever has it to somebody of the same section. The day stays as it is."""
    sheet, day = assignment.sheet, today(at)
    clause = kind_of(sheet).clause("assign")
    findings = running(sheet) + in_state(assignment, OPEN) + of_the_organ(actor, sheet, person)
    if not kind_of(sheet).manages(actor, day):
        findings += only(actor, assignment.doer, clause) + _of_one_section(actor, person, day, clause)
    if sheet.assignments.filter(doer=person, state=OPEN).exists():
        findings.append(Finding("责任人", f"{person.name}已经在办", "还没有交办的人", "请另选一人。"))
    words(findings, reason, fact="改交原因", clause=clause)
    refuse("没有改交。", findings)
    giver = assignment.doer
    assignment.state, assignment.taken_back_why = TAKEN_BACK, reason.strip()
    assignment.save(update_fields=["state", "taken_back_why"])
    row = _new(assignment.box, assignment.section, person, assignment.due, at)
    held = pass_on(sheet, giver=giver, to=[person], why="改交承办", at=at)
    tell(sheet, [person], f"{sheet.number}请您承办。", at, key)
    payload = {"原责任人": giver.name, "责任人": person.name, "原因": assignment.taken_back_why}
    return note(
        sheet, "改交", actor=actor, at=at, key=key, rule="assign", record=row, payload=payload,
        touched=[assignment, *held],
    )  # fmt: skip


def _open(assignment: Assignment, actor: Person) -> list[Finding]:
    sheet = assignment.sheet
    findings = running(sheet) + in_state(assignment, OPEN) + of_the_organ(actor, sheet)
    return findings + only(actor, assignment.doer, kind_of(sheet).clause("assign"))


def _of_one_section(actor: Person, person: Person, day: date, clause: str) -> list[Finding]:
    own, other = service_on(actor, day), service_on(person, day)
    if own and other and own.section_id == other.section_id:
        return []
    mend = "科室之间改交，请找办公室。"
    return [Finding("责任人", person.name, "本科室的人", mend, clause=clause, who="办公室")]


def _new(box: Box, section: Section | None, doer: Person, due: date, at: datetime) -> Assignment:
    return Assignment.objects.create(
        organ_id=box.organ_id, sheet=box.sheet, box=box, section=section, doer=doer, due=due, assigned_at=at
    )


def _told(sheet: Sheet, rows: list[Assignment], actor: Person, at: datetime, key: str) -> None:
    people = [one.doer for one in rows if one.doer_id != actor.pk]
    tell(sheet, people, f"{sheet.number}请您承办。", at, f"{key}-do")
