"""Day by day from the first to the last: what kind of day it is, and how much of it the leave counts (G-28)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from zhixing.organ.days import calendar_of
from zhixing.organ.models import Person
from zhixing.regulations.attendance.workflow.leave_case import counted
from zhixing.regulations.attendance.workflow.leave_request import LeaveRequest

LONGEST_SHOWN = 62  # days; a longer leave is told by its sums
WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class DayLine:
    day: date
    weekday: str
    kind: str
    halves: int
    estimated: bool


def days_of(person: Person, typed: LeaveRequest, today: date) -> list[DayLine]:
    """Empty where the dates do not make a stretch, or make one too long to read."""
    span = typed.span
    if span is None or span.calendar_days() > LONGEST_SHOWN:
        return []
    calendar = calendar_of(person.organ)
    halves = Counter(day for day, _ in counted(span, typed.kind, calendar, today, sex=person.sex))
    return [
        DayLine(
            day, WEEKDAYS[day.weekday()], str(calendar.kind(day)), halves[day], calendar.is_estimated(day)
        )
        for day in (span.first + timedelta(n) for n in range(span.calendar_days()))
    ]
