"""A month as a sheet of weeks: which one the address asks for, and its days with what stands on them."""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from zhixing.organ.days import calendar_of
from zhixing.organ.models import Organ
from zhixing.regulations.attendance.models import DutyShift
from zhixing.regulations.attendance.workflow.day_view import bounds
from zhixing.web.days import day_in
from zhixing.web.pages.attendance.clock_words import WEEKDAYS
from zhixing.web.requests import DeskRequest, looking

WORKING = "工作日"


@dataclass(frozen=True, slots=True)
class MonthAsked:
    """`day` is the one day asked for, None where only the month was."""

    first: date
    last: date
    day: date | None

    @property
    def before(self) -> date:
        return (self.first - timedelta(days=1)).replace(day=1)

    @property
    def after(self) -> date:
        return self.last + timedelta(days=1)

    @property
    def shown(self) -> str:
        return f"{self.first.year}年{self.first.month}月"


@dataclass(frozen=True, slots=True)
class SheetDay:
    """`kind` is "" on a plain working day; `outside` belongs to the month before or after."""

    day: date
    weekday: str
    kind: str
    estimated: bool
    outside: bool
    today: bool
    shifts: Sequence[DutyShift]

    @property
    def look(self) -> str:
        marks = {
            "is-outside": self.outside,
            "is-rest": self.kind in {"休息日", "法定节假日"},
            "is-holiday": self.kind == "法定节假日",
            "is-today": self.today,
        }
        return " ".join(mark for mark, holds in marks.items() if holds)


def month_asked(request: DeskRequest) -> MonthAsked:
    """?day=2026-11-14 or ?month=2026-11; this month where neither can be read."""
    day = day_in(request.GET.get("day", ""))
    month = day or day_in(f"{request.GET.get('month', '')}-01") or looking(request).day
    return MonthAsked(*bounds(month.year, month.month), day)


def weeks(
    organ: Organ, asked: MonthAsked, shifts: Mapping[date, Sequence[DutyShift]], today: date
) -> list[list[SheetDay]]:
    """Monday to Sunday, every week that touches the month."""
    known = calendar_of(organ)
    sheet = calendar.Calendar().monthdatescalendar(asked.first.year, asked.first.month)
    return [
        [
            SheetDay(
                day=day,
                weekday=f"星期{WEEKDAYS[day.weekday()]}",
                kind="" if known.kind(day) == WORKING else str(known.kind(day)),
                estimated=known.is_estimated(day),
                outside=not asked.first <= day <= asked.last,
                today=day == today,
                shifts=shifts.get(day, ()),
            )
            for day in week
        ]
        for week in sheet
    ]
