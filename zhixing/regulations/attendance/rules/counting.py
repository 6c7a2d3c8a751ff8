"""How many half-days a stretch of leave is, by working days or by the calendar (G-28)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from zhixing.law.calendar import Count, WorkCalendar

MORNING, AFTERNOON = "上午", "下午"
NATURAL = "自然日"


class Stretch(NamedTuple):
    """From one half of a day to another, both included."""

    first: date
    first_half: str
    last: date
    last_half: str

    @property
    def begin(self) -> int:
        return slot(self.first, self.first_half)

    @property
    def end(self) -> int:
        return slot(self.last, self.last_half)

    @property
    def halves(self) -> int:
        """Half-days by the calendar; 0 or less when the stretch runs backwards."""
        return self.end - self.begin + 1


def slot(day: date, half: str) -> int:
    """Half-days in a row, numbered: two a day."""
    return day.toordinal() * 2 + (half == AFTERNOON)


def day_of(numbered: int) -> date:
    return date.fromordinal(numbered // 2)


def leave_days(
    calendar: WorkCalendar,
    first: date,
    first_half: str,
    last: date,
    last_half: str,
    counting: str,
    *,
    sex: str = "",
) -> Count:
    """Half-days of leave; `counting` is the outcome of the table 计天办法 for its kind.

    0 for a stretch without working half-days, which is refused elsewhere, never taken as leave. For a
    woman the afternoon of 8 March is off (B2-27).
    """
    stretch = Stretch(first, first_half, last, last_half)
    numbered = range(stretch.begin, stretch.end + 1)
    estimated = counting != NATURAL and any(calendar.is_estimated(day_of(each)) for each in numbered)
    value = len(numbered) if counting == NATURAL else len(list(working_slots(calendar, stretch, sex=sex)))
    return Count(value, estimated)


def working_slots(calendar: WorkCalendar, stretch: Stretch, *, sex: str = "") -> Iterator[int]:
    """The half-days of a stretch on which work is done."""
    for each in range(stretch.begin, stretch.end + 1):
        day = day_of(each)
        off = each % 2 == 1 and calendar.afternoon_off(day, sex=sex)
        if calendar.is_working(day) and not off:
            yield each
