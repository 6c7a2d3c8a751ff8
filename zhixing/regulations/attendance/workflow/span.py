"""起止：a stretch of half-days, with what records and pages ask of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from zhixing.law.calendar import WorkCalendar
from zhixing.regulations.attendance.rules.counting import (
    AFTERNOON,
    MORNING,
    Stretch,
    day_of,
    working_slots,
)

__all__ = ["AFTERNOON", "MORNING", "Slot", "Span", "slots_of", "worked_slots"]

Slot = tuple[date, str]


class Span(Stretch):
    """Both ends included; (first, 上午, last, 下午) are whole days."""

    __slots__ = ()

    @property
    def backwards(self) -> bool:
        return self.end < self.begin

    def overlaps(self, other: Span) -> bool:
        return self.begin <= other.end and other.begin <= self.end

    def slots(self) -> Iterator[Slot]:
        return slots_of(range(self.begin, self.end + 1))

    def calendar_days(self) -> int:
        return (self.last - self.first).days + 1

    def shown(self) -> str:
        if self.begin == self.end:
            return f"{self.first}{self.first_half}"
        return f"{self.first}{self.first_half}至{self.last}{self.last_half}"


def slots_of(numbered: Iterable[int]) -> Iterator[Slot]:
    for each in numbered:
        yield day_of(each), AFTERNOON if each % 2 else MORNING


def worked_slots(span: Stretch, calendar: WorkCalendar, *, sex: str) -> tuple[Slot, ...]:
    """The half-days of the stretch on which the person would work; 8 March is half a day off for women (N2)."""
    return tuple(slots_of(working_slots(calendar, span, sex=sex)))
