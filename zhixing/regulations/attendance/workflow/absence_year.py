"""A person's year of absence and what the regulation proposes for it; nothing here takes effect (02-3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.law.ruling import Ruling
from zhixing.organ.days import calendar_of
from zhixing.organ.models import Person
from zhixing.organ.who import service_on
from zhixing.regulations.attendance.models import AbsenceHalf
from zhixing.regulations.attendance.workflow.absence_run import longest_run, runs
from zhixing.regulations.attendance.workflow.figures import ask
from zhixing.regulations.attendance.workflow.pay import pay_on
from zhixing.regulations.attendance.workflow.span import Slot
from zhixing.regulations.attendance.workflow.statute import own_of


@dataclass(frozen=True, slots=True)
class AbsenceYear:
    """Decided half-days of a year up to a day, and the longest run that reaches into it."""

    year: int
    halves: int
    longest: int
    slots: tuple[Slot, ...]


def decided(person: Person, last: date) -> list[Slot]:
    """Every half day decided to be absence and not released since, up to `last`."""
    rows = AbsenceHalf.objects.filter(
        organ_id=person.organ_id, person=person, case__state="已认定", released_at=None, day__lte=last
    )
    return list(rows.values_list("day", "half"))


def year_of(person: Person, last: date) -> AbsenceYear:
    """The year of `last`, from 1 January to `last`; a run begun the year before counts whole."""
    slots = decided(person, last)
    own = tuple(slot for slot in slots if slot[0].year == last.year)
    calendar = calendar_of(person.organ)
    reaching = [
        slot for run in runs(slots, calendar, sex=person.sex) if run[-1][0].year == last.year for slot in run
    ]
    return AbsenceYear(last.year, len(own), longest_run(reaching, calendar, sex=person.sex), own)


def ruling_of(person: Person, last: date) -> Ruling | None:
    """旷工处置 as it stands on `last`; None without any absence. Bonus as entered by finance, else 0."""
    found = year_of(person, last)
    service = service_on(person, last)
    if found.halves == 0 or service is None:
        return None
    pay = pay_on(person, last)
    return ask(
        "旷工处置", last, own_of(person.organ_id), 人员类别=service.category, 全年天数=found.halves, 最长连续天数=found.longest,
        年终奖=pay.bonus if pay else 0,
    )  # fmt: skip
