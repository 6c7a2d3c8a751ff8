"""The longest unbroken run of absent half-days: pure (02-3.2, domain B2-19)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from zhixing.law.calendar import WorkCalendar
from zhixing.regulations.attendance.workflow.span import AFTERNOON, MORNING, Slot, order


def longest_run(absent: Iterable[Slot], calendar: WorkCalendar) -> int:
    """Half-days of the longest run. Days off neither break a run nor count in it; a half day that was
    worked or excused breaks it. The run may cross New Year."""
    return max(map(len, runs(absent, calendar)), default=0)


def runs(absent: Iterable[Slot], calendar: WorkCalendar) -> list[list[Slot]]:
    """The half-days grouped into unbroken runs, earliest first."""
    found: list[list[Slot]] = []
    following: Slot | None = None
    for slot in sorted(absent, key=lambda one: order(*one)):
        if slot == following:
            found[-1].append(slot)
        else:
            found.append([slot])
        following = next(working_slots_after(slot, calendar))
    return found


def working_slots_after(slot: Slot, calendar: WorkCalendar) -> Iterator[Slot]:
    day, half = slot
    if half == MORNING:
        yield day, AFTERNOON
    while True:
        day += timedelta(days=1)
        if calendar.is_working(day):
            yield day, MORNING
            yield day, AFTERNOON
