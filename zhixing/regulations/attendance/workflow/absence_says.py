"""What the clause would say of so many days of absence; without pay, so that whoever decides may read it (02-3.2, 4.10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from zhixing.law.ruling import Ruling
from zhixing.organ.days import calendar_of
from zhixing.organ.models import Person
from zhixing.organ.who import service_on
from zhixing.regulations.attendance.models import AbsenceCase
from zhixing.regulations.attendance.workflow.absence_run import runs
from zhixing.regulations.attendance.workflow.absence_year import decided
from zhixing.regulations.attendance.workflow.figures import ask
from zhixing.regulations.attendance.workflow.span import Slot
from zhixing.regulations.attendance.workflow.statute import own_of


@dataclass(frozen=True, slots=True)
class Says:
    """Half-days of the year, the longest run in half-days, and the three answers of the clause."""

    halves: int
    longest: int
    bonus: Ruling
    honours: Ruling
    warning: Ruling

    @property
    def struck(self) -> bool:
        return self.honours.outcome["取消评优"] is True

    @property
    def warned(self) -> str:
        """ "" where there is nothing to warn of."""
        word = str(self.warning.outcome["预警"])
        return "" if word == "无" else word


def says_now(person: Person, last: date) -> Says | None:
    """Of the year of `last` as decided; None without any absence."""
    return says(person, decided(person, last), last)


def says_with(case: AbsenceCase) -> Says | None:
    """Of the year as it would stand if the half days still in the case were decided to be absence."""
    slots = [(row.day, row.half) for row in case.halves.filter(released_at=None)]
    if not slots:
        return None
    last = max(day for day, _ in slots)
    return says(case.person, {*decided(case.person, date(last.year, 12, 31)), *slots}, last)


def says(person: Person, slots: Sequence[Slot] | set[Slot], last: date) -> Says | None:
    own = [slot for slot in slots if slot[0].year == last.year]
    service = service_on(person, last)
    if not own or service is None:
        return None
    found = runs(slots, calendar_of(person.organ), sex=person.sex)
    values = own_of(person.organ_id)
    longest = max(len(run) for run in found if run[-1][0].year == last.year)
    return Says(
        len(own), longest,
        ask("旷工扣奖", last, values, 全年天数=len(own)),
        ask("旷工评优", last, values, 全年天数=len(own)),
        ask("旷工预警", last, values, 人员类别=service.category, 全年天数=len(own), 最长连续天数=longest),
    )  # fmt: skip
