"""Working days and deadlines, after the notices of the State Council and the organ's own corrections.

Source: domain 0.3(4), (5) and N2. A year without a notice is answered by the law's own holidays and
weekends, and every such answer says that it is estimated (暂估).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

import chinese_calendar

from zhixing.law.festivals import statutory_days
from zhixing.law.refusal import Finding, Refusal

ONE_DAY = timedelta(days=1)
SATURDAY = 5
FARTHEST = 3660


class DayKind(StrEnum):
    WORKING = "工作日"
    REST = "休息日"
    HOLIDAY = "法定节假日"
    MAKE_UP = "调休上班"


WORKED = frozenset({DayKind.WORKING, DayKind.MAKE_UP})
SEEDED = frozenset(day.year for day in chinese_calendar.holidays)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of working days; `estimated` when a day in it belongs to an unpublished year."""

    value: int
    estimated: bool


@dataclass(frozen=True, slots=True)
class DueDay:
    day: date
    estimated: bool


class WorkCalendar:
    """The calendar of one organ.

    `corrections` are the organ's own days and stand above the seed. `published` are the years whose
    notice is known; None means those of the seed.
    """

    def __init__(
        self, corrections: Mapping[date, DayKind] | None = None, published: frozenset[int] | None = None
    ) -> None:
        self.corrections = {day: DayKind(kind) for day, kind in (corrections or {}).items()}
        self.published = SEEDED if published is None else published

    def kind(self, day: date) -> DayKind:
        """工作日, 休息日, 法定节假日 or 调休上班."""
        corrected = self.corrections.get(day)
        return seeded_kind(day) if corrected is None else corrected

    def is_working(self, day: date) -> bool:
        return self.kind(day) in WORKED

    def is_estimated(self, day: date) -> bool:
        """True where no notice covers the day and the organ has not entered it either."""
        return day.year not in self.published and day not in self.corrections

    def working_days(self, first: date, last: date) -> Count:
        """Working days from `first` to `last`, both included; raises Refusal when they are reversed."""
        if first > last:
            raise _reversed(first, last)
        days = list(_days(first, last))
        return Count(sum(map(self.is_working, days)), any(map(self.is_estimated, days)))

    def due(self, start: date, n: int) -> DueDay:
        """The nth working day after `start`, which is itself day 0 (domain 0.3(5))."""
        if not 0 <= n <= FARTHEST:
            raise _too_far(n)
        day, estimated = start, self.is_estimated(start)
        for _ in range(n):
            day, passed = self._next_working(day)
            estimated = estimated or passed
        return DueDay(day, estimated)

    def on_or_after(self, day: date) -> DueDay:
        """`day` itself when it is worked, otherwise the next working day."""
        if self.is_working(day):
            return DueDay(day, self.is_estimated(day))
        following, estimated = self._next_working(day)
        return DueDay(following, estimated or self.is_estimated(day))

    def last_of(self, first: date, last: date) -> DueDay:
        """The last working day of a period; its last day when none is worked."""
        estimated = any(map(self.is_estimated, _days(first, last)))
        worked = [day for day in _days(first, last) if self.is_working(day)]
        return DueDay(worked[-1] if worked else last, estimated)

    def afternoon_off(self, day: date, *, sex: str) -> bool:
        """妇女节: women are off in the afternoon; on a day off nothing moves (B2-27)."""
        return sex == "女" and (day.month, day.day) == (3, 8) and self.is_working(day)

    def _next_working(self, day: date) -> tuple[date, bool]:
        estimated = False
        while True:
            if day == date.max:
                raise _beyond()
            day += ONE_DAY
            estimated = estimated or self.is_estimated(day)
            if self.is_working(day):
                return day, estimated


@lru_cache(maxsize=20_000)
def seeded_kind(day: date) -> DayKind:
    """What the library and the law say of a day, before any correction."""
    if day in chinese_calendar.workdays:
        return DayKind.MAKE_UP
    if day in statutory_days(day.year):
        return DayKind.HOLIDAY
    if day in chinese_calendar.holidays or day.weekday() >= SATURDAY:
        return DayKind.REST
    return DayKind.WORKING


def _days(first: date, last: date) -> Iterator[date]:
    return (date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1))


def _reversed(first: date, last: date) -> Refusal:
    return Refusal(
        "起止日期前后颠倒，没有计算。",
        (Finding("起止日期", f"{first}至{last}", "起日不晚于止日", "请把起日和止日对调后再算。"),),
    )


def _too_far(n: int) -> Refusal:
    return Refusal(
        "工作日数超出可以推算的范围，没有计算。",
        (Finding("工作日数", str(n), f"0到{FARTHEST}之间的整数", "请核对工作日数后再算。"),),
    )


def _beyond() -> Refusal:
    return Refusal(
        "日期超出可以推算的范围，没有计算。",
        (Finding("日期", str(date.max), "能够推算的日期", "请核对日期后再算。"),),
    )
