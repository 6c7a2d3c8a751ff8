"""The figures of a month as they stand now, for one person or the whole organ."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from zhixing.law.values import show_days
from zhixing.organ.models import Organ, Person
from zhixing.regulations.attendance.models import Month, MonthCorrection, MonthLine
from zhixing.regulations.attendance.workflow.day_facts import on_staff_between
from zhixing.regulations.attendance.workflow.day_status import HalfStatus
from zhixing.regulations.attendance.workflow.day_view import bounds, people_days
from zhixing.regulations.attendance.workflow.month_count import COLUMNS, MonthCount, count, other_kinds


def statuses(
    organ: Organ, people: list[Person], year: int, month: int, at: datetime
) -> dict[int, list[HalfStatus]]:
    """All half-day statuses of the month by person."""
    found: dict[int, list[HalfStatus]] = {person.pk: [] for person in people}
    for person, halves in people_days(organ, people, *bounds(year, month), at):
        found[person.pk].extend(halves)
    return found


def month_of(person: Person, year: int, month: int, at: datetime) -> MonthCount:
    """One person's month counted from the records."""
    return count(statuses(person.organ, [person], year, month, at)[person.pk])


def months_of(organ: Organ, year: int, month: int, at: datetime) -> dict[Person, MonthCount]:
    """Everyone who served in the month, counted from the records."""
    people = on_staff_between(organ, *bounds(year, month))
    found = statuses(organ, people, year, month, at)
    return {person: count(found[person.pk]) for person in people}


def note_of(halves: list[HalfStatus]) -> str:
    return "、".join(f"{kind}{show_days(number)}天" for kind, number in other_kinds(halves))


def written(line: MonthLine) -> MonthCount:
    """The figures as they stand in the line."""
    return MonthCount(**{column: getattr(line, column) for column in COLUMNS})


def corrected(line: MonthLine) -> MonthCount:
    """The line's figures with every correction after the lock applied, the latest last."""
    figures = asdict(written(line))
    for row in line.corrections.all():
        figures[row.column] = row.after
    return MonthCount(**figures)


def drift(sheet: Month, at: datetime) -> list[MonthCorrection]:
    """What the records now say otherwise than a locked month: corrections not yet made."""
    now = months_of(sheet.organ, sheet.year, sheet.month, at)
    found = []
    for line in sheet.lines.select_related("person").prefetch_related("corrections"):
        old, new = asdict(corrected(line)), asdict(now.get(line.person, MonthCount()))
        found += [
            MonthCorrection(
                organ_id=sheet.organ_id, line=line, column=column, before=old[column], after=new[column]
            )
            for column in COLUMNS
            if old[column] != new[column]
        ]
    return found
