"""起止之间的每一天：which of them count as leave and why the others do not (02-1.2a, N2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import chinese_calendar

from zhixing.law.calendar import DayKind, WorkCalendar
from zhixing.law.values import show_days
from zhixing.organ.days import calendar_of
from zhixing.organ.models import DayCorrection, Organ, Person
from zhixing.regulations.attendance.workflow.leave_case import counted
from zhixing.regulations.attendance.workflow.span import Span
from zhixing.regulations.attendance.workflow.statute import own_of
from zhixing.web.pages.attendance.clock_words import WEEKDAYS

MOST_SHOWN = 42
WHOLE = 2
MARKS = {DayKind.MAKE_UP: "班", DayKind.HOLIDAY: "节", DayKind.REST: "休", DayKind.WORKING: ""}


@dataclass(frozen=True, slots=True)
class LeaveDay:
    """One calendar day of the stretch; `halves` of it count."""

    day: date
    weekday: str
    kind: DayKind
    name: str
    halves: int
    asked: int
    estimated: bool

    @property
    def mark(self) -> str:
        return MARKS[self.kind]

    @property
    def look(self) -> str:
        return "is-counted" if self.halves else "is-free"

    @property
    def says(self) -> str:
        """计1天, or why not."""
        doubt = "暂估" if self.estimated else ""
        if self.halves:
            named = self.name or ("调休上班" if self.kind is DayKind.MAKE_UP else "")
            why = "、".join(filter(None, (named, doubt)))
            return f"计{show_days(self.halves)}天" + (f"（{why}）" if why else "")
        if self.kind in {DayKind.WORKING, DayKind.MAKE_UP}:
            return "放假半天，不计" if self.asked else "不计"
        return "，".join(filter(None, (self.name or self._free, doubt, "不计")))

    @property
    def _free(self) -> str:
        if self.kind is DayKind.HOLIDAY:
            return self.kind.value
        return "周末" if self.day.weekday() in {5, 6} else "放假"


@dataclass(frozen=True, slots=True)
class Explained:
    """`days` is empty where the stretch is too long to be shown day by day."""

    days: tuple[LeaveDay, ...]
    calendar_days: int
    sums: tuple[tuple[str, int], ...]


def explained(person: Person, span: Span, kind: str, on: date) -> Explained:
    """Every day of the stretch as this kind counts it; `on` is the day whose edition is asked."""
    calendar = calendar_of(person.organ)
    taken = counted(span, kind, calendar, on, own_of(person.organ_id), sex=person.sex) if kind else ()
    days = tuple(_days(person.organ, span, calendar, [day for day, _ in taken]))
    kinds = [each.kind.value for each in days]
    sums = tuple((one.value, kinds.count(one.value)) for one in DayKind if one.value in kinds)
    return Explained(days if len(days) <= MOST_SHOWN else (), len(days), sums)


def _days(organ: Organ, span: Span, calendar: WorkCalendar, taken: list[date]) -> Iterator[LeaveDay]:
    named = dict(
        DayCorrection.objects.filter(organ=organ, day__range=(span.first, span.last)).values_list(
            "day", "name"
        )
    )
    asked = [day for day, _ in span.slots()]
    for number in range(span.calendar_days()):
        day = span.first + timedelta(days=number)
        kind = calendar.kind(day)
        yield LeaveDay(
            day, f"周{WEEKDAYS[day.weekday()]}", kind, named.get(day, "") or festival(day, kind),
            taken.count(day), asked.count(day), calendar.is_estimated(day),
        )  # fmt: skip


def festival(day: date, kind: DayKind) -> str:
    """中秋节放假, 国庆节调休上班; "" on plain days and where the seed knows no name."""
    english = chinese_calendar.holidays.get(day) or chinese_calendar.workdays.get(day)
    if english is None or kind not in {DayKind.HOLIDAY, DayKind.MAKE_UP, DayKind.REST}:
        return ""
    chinese = next((one.chinese for one in chinese_calendar.Holiday if one.value == english), "")
    name = chinese if chinese.endswith(("节", "旦", "日")) else f"{chinese}节"
    return f"{name}调休上班" if kind is DayKind.MAKE_UP else f"{name}放假"
