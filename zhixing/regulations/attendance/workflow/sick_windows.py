"""病假 15 天 (02-1.3b, G-10): which sick leaves belong to the windows that this request falls into."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from zhixing.regulations.attendance.rules.adjoining import Asked, adjoining_total
from zhixing.regulations.attendance.rules.counting import AFTERNOON, MORNING, Stretch
from zhixing.regulations.attendance.rules.sickness import Sickness, sickness
from zhixing.regulations.attendance.workflow.leave_case import Case, halves_of, span_of
from zhixing.regulations.attendance.workflow.span import Span
from zhixing.regulations.attendance.workflow.statute import value

SICK = "病假"
ROLLING = "病假滚动日数"


def sick_days(case: Case) -> Sickness:
    """The run and the months that hold this request; an older illness outside them asks for nothing again."""
    assert case.span is not None
    others = [Asked(SICK, span_of(leave), halves_of(leave)) for leave in case.held if leave.kind == SICK]
    asked = Asked(SICK, case.span, case.halves)
    run = adjoining_total(case.calendar, asked, others, lambda same: same).joined
    rolling = value(ROLLING, case.day, case.own)
    unbroken = sickness(case.calendar, [case.span, *(each.stretch for each in run)], rolling).unbroken
    every = [case.span, *(each.stretch for each in others)]
    fullest = (
        sickness(case.calendar, _within(every, first, last), rolling).in_a_month
        for first, last in _windows(case.span, rolling)
    )
    return Sickness(unbroken, max(fullest, default=0))


def _windows(span: Span, rolling: int) -> Iterator[tuple[date, date]]:
    """Every calendar month and every run of `rolling` days that holds a day of the span."""
    day = span.first
    while day <= span.last:
        yield day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
        day = day.replace(day=1) + timedelta(days=31)
        day = day.replace(day=1)
    for n in range((span.last - span.first).days + rolling):
        end = span.first + timedelta(days=n)
        yield end - timedelta(days=rolling - 1), end


def _within(stretches: Iterable[Stretch], first: date, last: date) -> list[Stretch]:
    """The parts of the stretches that lie in a window."""
    return [
        Stretch(
            max(each.first, first),
            each.first_half if each.first >= first else MORNING,
            min(each.last, last),
            each.last_half if each.last <= last else AFTERNOON,
        )
        for each in stretches
        if each.first <= last and each.last >= first
    ]
