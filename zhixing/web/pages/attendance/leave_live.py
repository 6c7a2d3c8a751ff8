"""What stands beside the 请假单 while it is filled in: days, offset, route, why, and what is still missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.leave_assess import assess
from zhixing.regulations.attendance.workflow.leave_chain import QUESTION
from zhixing.regulations.attendance.workflow.leave_request import LeaveAssessment, LeaveRequest
from zhixing.regulations.attendance.workflow.offset import OFFSET_KINDS
from zhixing.web.pages.attendance.leave_days import explained

COMING = {"certificate": "病假单", "proof": "证明材料"}
UNFILLED = "没有填写"
FEW = 3


@dataclass(frozen=True, slots=True)
class Taken:
    """One account of the offset: what it holds, what goes, what stays (half-days)."""

    account: str
    before: int
    taken: int
    left: int


def empty(person: Person, initial: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    """A form just opened: what the address has filled in is reckoned, what is missing is not held against it."""
    names = {"kind", "first", "first_half", "last", "last_half"}
    known: dict[str, Any] = {name: value for name, value in initial.items() if name in names and value}
    shown = live(person, LeaveRequest(**known), at, None, ())
    return shown | {"faults": [], "missing": [], "untouched": True}


def live(
    person: Person, typed: LeaveRequest, at: datetime, draft: Leave | None, coming: Collection[str]
) -> dict[str, Any]:
    """{asked, told, days, accounts, route, faults, missing, notes, ruling}; `coming` are files chosen on the page."""
    try:
        told = assess(person=person, request=typed, at=at, leave=draft)
    except Refusal as refusal:
        return {"asked": typed, "faults": refusal.findings, "missing": []}
    brought = {COMING[name] for name in coming}
    open_ = [one for one in told.findings if one.fact not in brought]
    missing = [one for one in open_ if is_missing(one)]
    return {
        "asked": typed,
        "told": told,
        "days": explained(person, typed.span, typed.kind, today(at)) if typed.span else None,
        "accounts": accounts(told),
        "offsettable": any(line.before for line in told.balances),
        "offset_asked": typed.kind in OFFSET_KINDS and told.halves,
        "route": told.route,
        "missing": missing,
        "missing_count": len(missing),
        "faults": [one for one in open_ if not is_missing(one)],
        "notes": grouped(told.notes),
        "ruling": told.rulings[QUESTION].as_json() if told.rulings else None,
        "offset": told.split.ruling.as_json() if told.split.ruling else None,
    }


def is_missing(one: Finding) -> bool:
    """Not wrong, only not filled in yet: said in one line instead of a page."""
    return one.found == UNFILLED


def grouped(notes: Iterable[Finding]) -> list[tuple[str, str, str]]:
    """(fact, what is the case, what to do); notes that ask the same are said once."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in notes:
        found.setdefault((one.fact, one.mend), []).append(one.found)
    return [(fact, told_together(said), mend) for (fact, mend), said in found.items()]


def told_together(said: list[str]) -> str:
    more = len(said) - FEW
    return "；".join(said[:FEW]) + (f"；还有{more}处同样的情况" if more > 0 else "")


def accounts(told: LeaveAssessment) -> list[Taken]:
    return [Taken(line.account, line.before, line.taken, line.left) for line in told.balances]
