"""连续请假合并 (G-09): which requests of the person are one absence with this one."""

from __future__ import annotations

from dataclasses import dataclass

from zhixing.law.calendar import WorkCalendar
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.rules.adjoining import Asked, adjoining_total, touch
from zhixing.regulations.attendance.workflow.leave_case import Case, halves_of, span_of
from zhixing.regulations.attendance.workflow.span import Span
from zhixing.regulations.attendance.workflow.statute import ruling


@dataclass(frozen=True, slots=True)
class Adjoined:
    """`leaves` are summed with the request; `total` is in half-days and includes the request."""

    leaves: tuple[Leave, ...]
    total: int


def adjoining(case: Case) -> Adjoined:
    """Same kind always, other kinds by the table 连休合并."""
    if case.span is None:
        return Adjoined((), case.halves)
    others = {Asked(leave.kind, span_of(leave), halves_of(leave)): leave for leave in case.held}
    asked = Asked(case.request.kind, case.span, case.halves)
    found = adjoining_total(case.calendar, asked, others, lambda same: _merges(case, same=same))
    return Adjoined(tuple(others[each] for each in found.joined), found.total)


def _merges(case: Case, *, same: bool) -> bool:
    return bool(ruling("连休合并", case.day, case.own, 同一假别=same).outcome["合并计算"])


def adjoins(one: Span, other: Span, calendar: WorkCalendar) -> bool:
    """No working half-day lies between the two and they do not overlap."""
    return not one.overlaps(other) and touch(calendar, one, other)
