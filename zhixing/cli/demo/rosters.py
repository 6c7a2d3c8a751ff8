"""Duty on days off, entered a month ahead and confirmed on the next working day."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import partial

from zhixing.cli.demo.stage import Stage
from zhixing.organ.local_time import at_clock
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import DutyShift
from zhixing.regulations.attendance.workflow.day_view import bounds, days
from zhixing.regulations.attendance.workflow.roster import confirm_duty, enter_roster
from zhixing.regulations.attendance.workflow.roster_lines import Shift, line_faults

TURNS = 11  # of a month, so that the next one goes on with other people


def rosters(stage: Stage) -> None:
    for number, (year, month) in enumerate([*stage.months(), (stage.last.year, stage.last.month)]):
        first = bounds(year, month)[0]
        entered = at_clock(max(stage.first, first), time(7, 50))
        stage.agenda.add(entered, partial(_enter, stage, first, number))


def _enter(stage: Stage, first: date, number: int, at: datetime, key: str) -> None:
    last = bounds(first.year, first.month)[1]
    free = [day for day in days(first, last) if not stage.calendar.is_working(day)]
    people = [person for person in stage.cast.serving(first) if person != stage.cast.keeper]
    shifts = [_shift(stage, people, number * TURNS + n, day, at) for n, day in enumerate(free)]
    enter_roster(shifts=shifts, actor=stage.cast.keeper, at=at, key=key)
    for row in DutyShift.objects.filter(organ=stage.cast.organ, day__range=(first, last)):
        confirmed = at_clock(stage.next_working(row.day), time(8, 45))
        stage.agenda.add(confirmed, partial(_confirm, stage, row))


def _shift(stage: Stage, people: list[Person], turn: int, day: date, at: datetime) -> Shift:
    """Everyone in turn who is free that day; whoever keeps attendance confirms and takes no turn."""
    begin = turn % len(people)
    lines = (Shift(person=person, day=day, shift="日班") for person in people[begin:] + people[:begin])
    return next(line for line in lines if not any(line_faults(line, 1, (), stage.cast.keeper, at.date())))


def _confirm(stage: Stage, row: DutyShift, at: datetime, key: str) -> None:
    confirm_duty(shift=row, actor=stage.cast.keeper, at=at, key=key)
