"""病假 15 天 (02-1.3b, G-10): the unbroken run in calendar days, the month's sum in working days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from zhixing.regulations.attendance.workflow.adjoining import chain
from zhixing.regulations.attendance.workflow.leave_case import Case, span_of
from zhixing.regulations.attendance.workflow.span import Slot, Span
from zhixing.regulations.attendance.workflow.statute import value

SICK = "病假"
WINDOW = "病假滚动日数"


@dataclass(frozen=True, slots=True)
class SickDays:
    """Half-days of the unbroken run, and the larger of calendar month and rolling 30 days."""

    unbroken: int
    in_a_month: int


def sick_days(case: Case) -> SickDays:
    """Both windows with this request in it; other sick leaves count whether decided or under way."""
    if case.span is None:
        return SickDays(0, 0)
    others = [leave for leave in case.held if leave.kind == SICK]
    run = sorted([case.span, *map(span_of, chain(case.span, others, case.calendar))])
    whole = Span(run[0].first, run[0].first_half, run[-1].last, run[-1].last_half)
    spans = [case.span, *map(span_of, others)]
    slots = {slot for span in spans for slot in span.slots() if case.calendar.is_working(slot[0])}
    window = timedelta(days=value(WINDOW, case.day) - 1)
    densest = _densest(slots, case.span.first, case.span.last, window)
    return SickDays(sum(1 for _ in whole.slots()), densest)


def _densest(slots: Iterable[Slot], first: date, last: date, window: timedelta) -> int:
    """The most half-days that any calendar month or any window touching first–last hold."""
    days = [day for day, _ in slots]
    months = {(d.year, d.month) for d in _each(first, last)}
    by_month = [sum((d.year, d.month) == month for d in days) for month in months]
    rolling = [sum(end - window <= d <= end for d in days) for end in _each(first, last + window)]
    return max([*by_month, *rolling], default=0)


def _each(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
