"""起止：a stretch of half-days from one half of a day to a half of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MORNING, AFTERNOON = "上午", "下午"
Slot = tuple[date, str]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Both ends included; (first, 上午, last, 下午) are whole days."""

    first: date
    first_half: str
    last: date
    last_half: str

    @property
    def backwards(self) -> bool:
        return self._end() < self._begin()

    def overlaps(self, other: Span) -> bool:
        return self._begin() <= other._end() and other._begin() <= self._end()

    def slots(self) -> Iterator[Slot]:
        day = self.first
        while day <= self.last:
            for half in (MORNING, AFTERNOON):
                if self._begin() <= order(day, half) <= self._end():
                    yield day, half
            day += timedelta(days=1)

    def calendar_days(self) -> int:
        return (self.last - self.first).days + 1

    def _begin(self) -> tuple[date, int]:
        return order(self.first, self.first_half)

    def _end(self) -> tuple[date, int]:
        return order(self.last, self.last_half)

    def shown(self) -> str:
        if (self.first, self.first_half) == (self.last, self.last_half):
            return f"{self.first}{self.first_half}"
        return f"{self.first}{self.first_half}至{self.last}{self.last_half}"


def order(day: date, half: str) -> tuple[date, int]:
    return day, 0 if half == MORNING else 1
