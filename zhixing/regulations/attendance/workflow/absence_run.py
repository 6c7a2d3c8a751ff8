"""The longest unbroken run of absent half-days: pure (02-3.2, domain B2-19)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from zhixing.law.calendar import WorkCalendar
from zhixing.regulations.attendance.workflow.span import AFTERNOON, MORNING, Slot


def longest_run(absent: Iterable[Slot], calendar: WorkCalendar, *, sex: str = "") -> int:
    """Half-days of the longest run. Days off neither break a run nor count in it; a half day that was
    worked or excused breaks it. The run may cross New Year."""
    return max(map(len, runs(absent, calendar, sex=sex)), default=0)


def runs(absent: Iterable[Slot], calendar: WorkCalendar, *, sex: str = "") -> list[list[Slot]]:
    """The half-days grouped into unbroken runs, earliest first."""
    found: list[list[Slot]] = []
    following: Slot | None = None
    for slot in sorted(absent):  # 上午 sorts before 下午
        if slot == following:
            found[-1].append(slot)
        else:
            found.append([slot])
        following = next_working(slot, calendar, sex)
    return found


def next_working(slot: Slot, calendar: WorkCalendar, sex: str) -> Slot:
    """The half day after `slot` on which the person would work."""
    day, half = slot
    while True:
        day, half = (day, AFTERNOON) if half == MORNING else (day + timedelta(days=1), MORNING)
        off = half == AFTERNOON and calendar.afternoon_off(day, sex=sex)
        if calendar.is_working(day) and not off:
            return day, half
