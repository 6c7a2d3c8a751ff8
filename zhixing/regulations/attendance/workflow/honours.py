"""评优名单：who may be honoured for a year, and for each who may not, why (02-3.2, 02-3.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.law.values import show_days
from zhixing.organ.models import Organ, Person
from zhixing.regulations.attendance.models import AbsenceHalf, DisciplineRecord
from zhixing.regulations.attendance.workflow.absence_year import ruling_of
from zhixing.regulations.attendance.workflow.day_facts import on_staff_between
from zhixing.regulations.attendance.workflow.figures import ask, cite
from zhixing.regulations.attendance.workflow.statute import own_of


@dataclass(frozen=True, slots=True)
class Struck:
    """One reason, its clause and where it stands in the regulation."""

    reason: str
    clause: str
    cite: str


@dataclass(frozen=True, slots=True)
class HonoursRow:
    person: Person
    struck: tuple[Struck, ...]

    @property
    def eligible(self) -> bool:
        return not self.struck


def honours_list(organ: Organ, year: int, day: date) -> list[HonoursRow]:
    """Everyone on the staff in the year, as it stands on `day` (or at the year's end)."""
    last = min(day, date(year, 12, 31))
    people = on_staff_between(organ, date(year, 1, 1), last)
    warned = _warnings(organ, year, last)
    absent = _absent(organ, year, last)
    return [
        HonoursRow(
            person, (*warned.get(person.pk, ()), *(_tier(person, last) if person.pk in absent else ()))
        )
        for person in people
    ]


def _warnings(organ: Organ, year: int, last: date) -> dict[int, list[Struck]]:
    if ask("告诫取消评优", last, own_of(organ.pk), 效能告诫=True).outcome["取消评优"] is not True:
        return {}
    rows = DisciplineRecord.objects.filter(
        organ=organ, kind="效能告诫", day__range=(date(year, 1, 1), last), voided_at=None
    )
    found: dict[int, list[Struck]] = {}
    for row in rows:
        reason = f"{row.day}被效能办督查告诫（{row.source}）"
        found.setdefault(row.person_id, []).append(Struck(reason, "02-3.3", cite("02-3.3", last)))
    return found


def _absent(organ: Organ, year: int, last: date) -> set[int]:
    rows = AbsenceHalf.objects.filter(
        organ=organ, case__state="已认定", released_at=None, day__range=(date(year, 1, 1), last)
    )
    return set(rows.values_list("person_id", flat=True))


def _tier(person: Person, last: date) -> tuple[Struck, ...]:
    ruling = ruling_of(person, last)
    if ruling is None or ruling.outcome["取消评优"] is not True:
        return ()
    halves = int(str(ruling.facts["全年天数"]))
    reason = f"{last.year}年认定旷工{show_days(halves)}天"
    return (Struck(reason, "02-3.2", cite("02-3.2", last)),)
