"""A year of working days: each day's kind, and where the kind comes from."""

from __future__ import annotations

from calendar import Calendar
from dataclasses import dataclass
from datetime import date

import chinese_calendar

from zhixing.law.calendar import DayKind, WorkCalendar
from zhixing.organ.models import DayCorrection

MARKS = {DayKind.MAKE_UP: "班", DayKind.HOLIDAY: "节", DayKind.REST: "", DayKind.WORKING: ""}
TONES = {
    DayKind.MAKE_UP: "kind-makeup",
    DayKind.HOLIDAY: "kind-holiday",
    DayKind.REST: "kind-rest",
    DayKind.WORKING: "",
}
MONDAY = 0


@dataclass(frozen=True, slots=True)
class DayShown:
    day: date
    kind: str
    mark: str
    look: str
    says: str


@dataclass(frozen=True, slots=True)
class MonthShown:
    month: int
    weeks: tuple[tuple[DayShown | None, ...], ...]
    worked: int


def year_of(
    year: int, calendar: WorkCalendar, corrections: dict[date, DayCorrection], today: date
) -> list[MonthShown]:
    """Twelve months of weeks from Monday; None stands for days of the neighbouring months."""
    return [_month(year, month, calendar, corrections, today) for month in range(1, 13)]


def _month(
    year: int, month: int, calendar: WorkCalendar, corrections: dict[date, DayCorrection], today: date
) -> MonthShown:
    weeks = tuple(
        tuple(
            _day(day, calendar, corrections.get(day), today) if day.month == month else None for day in week
        )
        for week in Calendar(MONDAY).monthdatescalendar(year, month)
    )
    days = [day.day for week in weeks for day in week if day is not None]
    return MonthShown(month, weeks, sum(map(calendar.is_working, days)))


def _day(day: date, calendar: WorkCalendar, correction: DayCorrection | None, today: date) -> DayShown:
    kind, estimated = calendar.kind(day), calendar.is_estimated(day)
    look = " ".join(
        filter(
            None,
            (
                TONES[kind],
                "is-corrected" if correction else "",
                "is-estimated" if estimated else "",
                "is-today" if day == today else "",
            ),
        )
    )
    mark = MARKS[kind] or ("休" if kind is DayKind.REST and day.weekday() < 5 else "")  # noqa: PLR2004 -- Saturday
    return DayShown(
        day, kind.value, mark, look, f"{day}，{kind.value}，{source(day, correction, estimated=estimated)}"
    )


def source(day: date, correction: DayCorrection | None, *, estimated: bool) -> str:
    """Where the word on a day comes from."""
    if correction is not None:
        return "、".join(filter(None, (correction.name, f"按{correction.notice}")))
    if estimated:
        return "暂估，放假通知尚未公布"
    return (
        "国务院办公厅放假通知"
        if day in chinese_calendar.holidays or day in chinese_calendar.workdays
        else "国家规定的工作日历"
    )
