"""换班 (02-1.5a): another person takes a shift over, or two people exchange theirs; what was planned stays to be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import DutyShift
from zhixing.regulations.attendance.workflow.roster import call_off, enter_roster
from zhixing.regulations.attendance.workflow.roster_lines import Shift

SUDDEN = "突发"


@once
def hand_over_shift(
    *, shift: DutyShift, to: Person, why: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """`to` takes the shift over; the old row is called off with the reason, a new one is entered."""
    told = f"换班，由{shift.person.name}改为{to.name}：{why.strip()}" if why.strip() else ""
    return _replaced([(shift, to, told)], actor=actor, at=at, key=key)


@once
def exchange_shifts(
    *, one: DutyShift, other: DutyShift, why: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """Two people take each other's shift, both or neither."""
    told = f"{one.person.name}与{other.person.name}换班：{why.strip()}" if why.strip() else ""
    return _replaced([(one, other.person, told), (other, one.person, told)], actor=actor, at=at, key=key)


def _replaced(
    changes: Sequence[tuple[DutyShift, Person, str]], *, actor: Person, at: datetime, key: str
) -> Receipt:
    """Every old row called off and every new one entered, in the caller's transaction, or all findings at once."""
    findings: list[Finding] = []
    for number, (shift, _, why) in enumerate(changes):
        try:
            with transaction.atomic():
                call_off(shift=shift, why=why, actor=actor, at=at, key=f"{key}:off:{number}")
        except Refusal as refusal:
            findings.extend(refusal.findings)
    if findings:
        raise Refusal("不能换班。", dict.fromkeys(findings))
    lines = [
        Shift(person=to, day=shift.day, shift=shift.shift, sudden=shift.nature == SUDDEN, note=why)
        for shift, to, why in changes
    ]
    try:
        return enter_roster(shifts=lines, actor=actor, at=at, key=key)
    except Refusal as refusal:
        raise Refusal("不能换班。", refusal.findings) from None
