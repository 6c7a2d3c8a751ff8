"""连续请假合并 (G-09): requests with no working half-day between them are one absence for the threshold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from zhixing.law.calendar import WorkCalendar
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.leave_case import Case, halves_of, span_of
from zhixing.regulations.attendance.workflow.span import AFTERNOON, MORNING, Slot, Span
from zhixing.regulations.attendance.workflow.statute import ruling

HALF_BEFORE = {AFTERNOON: MORNING, MORNING: AFTERNOON}


@dataclass(frozen=True, slots=True)
class Adjoined:
    """`leaves` are summed with the request; `total` is in half-days and includes the request."""

    leaves: tuple[Leave, ...]
    total: int


def adjoining(case: Case) -> Adjoined:
    if case.span is None:
        return Adjoined((), case.halves)
    mergeable = [leave for leave in case.held if _summed(case, leave)]
    found = chain(case.span, mergeable, case.calendar)
    return Adjoined(found, case.halves + sum(map(halves_of, found)))


def _summed(case: Case, leave: Leave) -> bool:
    same = leave.kind == case.request.kind
    return bool(ruling("连休合并", case.day, 同一假别=same).outcome["合并计算"])


def chain(span: Span, leaves: Iterable[Leave], calendar: WorkCalendar) -> tuple[Leave, ...]:
    """Every leave that adjoins the span, or adjoins one that does, oldest first."""
    waiting, found, reach = list(leaves), list[Leave](), [span]
    while waiting:
        near = [leave for leave in waiting if any(adjoins(span_of(leave), r, calendar) for r in reach)]
        if not near:
            break
        found += near
        reach = [span_of(leave) for leave in near]
        waiting = [leave for leave in waiting if leave not in near]
    return tuple(sorted(found, key=span_of))


def adjoins(one: Span, other: Span, calendar: WorkCalendar) -> bool:
    """No working half-day lies between the two and they do not overlap."""
    if one.overlaps(other):
        return False
    early, late = sorted((one, other))
    gap = between(early, late)
    return gap is None or not any(calendar.is_working(day) for day, _ in gap.slots())


def between(early: Span, late: Span) -> Span | None:
    """The half-days after `early` and before `late`; None where they touch."""
    begin = _step(early.last, early.last_half)
    last_half = HALF_BEFORE[late.first_half]
    last = late.first - timedelta(days=1) if late.first_half == MORNING else late.first
    gap = Span(begin[0], begin[1], last, last_half)
    return None if gap.backwards else gap


def _step(day: date, half: str) -> Slot:
    return (day, AFTERNOON) if half == MORNING else (day + timedelta(days=1), MORNING)
