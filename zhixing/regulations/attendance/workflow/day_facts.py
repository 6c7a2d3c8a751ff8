"""Loads what day_status needs for many people and days in a handful of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from django.db.models import Q

from zhixing.law.calendar import WorkCalendar
from zhixing.organ.days import calendar_of
from zhixing.organ.local_time import local
from zhixing.organ.models import Organ, Person, Service
from zhixing.organ.parameters import OwnValues
from zhixing.regulations.attendance.models import (
    AbsenceHalf,
    ExceptionNote,
    MissedSignIn,
    Outing,
    Schedule,
    SignIn,
    SpotCheck,
)
from zhixing.regulations.attendance.workflow.day_leave import (
    GRANTED,
    PENDING,
    booked,
    charges,
    leaves_between,
)
from zhixing.regulations.attendance.workflow.day_status import HalfFacts, Hours, Note, Punch
from zhixing.regulations.attendance.workflow.figures import GRACE, amount, ask, whole
from zhixing.regulations.attendance.workflow.span import AFTERNOON, MORNING, Span
from zhixing.regulations.attendance.workflow.statute import own_of

Key = tuple[int, date, str]
OUT = ("已批", "已返回")


@dataclass(frozen=True)
class DayFacts:
    """Facts of some people over some days; `half` hands out those of one half day."""

    calendar: WorkCalendar
    schedules: tuple[Schedule, ...]
    services: Mapping[int, list[tuple[date, date | None]]]
    sexes: Mapping[int, str]
    leaves: Mapping[Key, tuple[str, str]]
    pending: Mapping[Key, str]
    outings: Mapping[Key, str]
    notes: Mapping[Key, Note]
    punches: Mapping[Key, Punch]
    early: frozenset[Key]
    absent: frozenset[Key]
    missed: frozenset[Key]
    own: OwnValues
    _hours: dict[tuple[date, str], Hours] = field(default_factory=dict)

    def half(self, person_id: int, day: date, half: str) -> HalfFacts:
        key = (person_id, day, half)
        leave, why = self.leaves.get(key, ("", ""))
        return HalfFacts(
            day=day,
            half=half,
            on_staff=self._on_staff(person_id, day),
            free=self._free(person_id, day, half),
            hours=self.hours(day, half),
            leave=leave,
            leave_why=why,
            pending_leave=self.pending.get(key, ""),
            absent=key in self.absent,
            outing=self.outings.get(key, ""),
            note=self.notes.get(key),
            punch=self.punches.get(key),
            early=key in self.early,
            missed=key in self.missed,
        )

    def hours(self, day: date, half: str) -> Hours:
        if (day, half) not in self._hours:
            self._hours[day, half] = hours_of(self.schedules, day, half, self.own)
        return self._hours[day, half]

    def _on_staff(self, person_id: int, day: date) -> bool:
        periods = self.services.get(person_id, [])
        return any(since <= day and (until is None or day <= until) for since, until in periods)

    def _free(self, person_id: int, day: date, half: str) -> str:
        if not self.calendar.is_working(day):
            return "放假" if self.calendar.kind(day) == "法定节假日" else "休息"
        if half == AFTERNOON and self.calendar.afternoon_off(day, sex=self.sexes.get(person_id, "")):
            return "放假"
        return ""


def schedule_on(schedules: Iterable[Schedule], day: date) -> Schedule | None:
    """The hours in force on `day`; where two rows cover it, the later one."""
    found = [row for row in schedules if row.since <= day and (row.until is None or day <= row.until)]
    return max(found, key=lambda row: row.since, default=None)


def hours_of(schedules: Iterable[Schedule], day: date, half: str, own: OwnValues) -> Hours:
    """The organ's own hours; until the district's notice is entered, those of the edition (G-98)."""
    row, grace = schedule_on(schedules, day), whole(GRACE, day, own)
    if row is None:
        begins, ends = (_clock(day, f"{half}{edge}", own) for edge in ("上班", "下班"))
        return Hours(begins, ends, grace)
    if half == MORNING:
        return Hours(row.morning_from, row.morning_to, grace)
    return Hours(row.afternoon_from, row.afternoon_to, grace)


def _clock(day: date, edge: str, own: OwnValues) -> time:
    hour, minute = divmod(amount(ask("作息时间", day, own, 月份=day.month), edge), 60)
    return time(hour, minute)


def load(organ: Organ, people: Iterable[Person], first: date, last: date) -> DayFacts:
    """All facts of these people from `first` to `last`, both included."""
    chosen = list(people)
    ids = [person.pk for person in chosen]
    sexes = {person.pk: person.sex for person in chosen}
    calendar = calendar_of(organ)
    return DayFacts(
        calendar=calendar,
        schedules=tuple(Schedule.objects.filter(organ=organ)),
        services=_services(organ, ids),
        sexes=sexes,
        leaves=_leaves(organ, sexes, first, last, calendar),
        pending=_pending(organ, ids, first, last),
        outings=_outings(organ, ids, first, last),
        notes=_notes(organ, ids, first, last),
        punches=_punches(organ, ids, first, last),
        early=_early(organ, ids, first, last),
        absent=_absent(organ, ids, first, last),
        missed=_missed(organ, ids, first, last),
        own=own_of(organ.pk),
    )


def _services(organ: Organ, ids: list[int]) -> dict[int, list[tuple[date, date | None]]]:
    periods: dict[int, list[tuple[date, date | None]]] = {}
    for row in Service.objects.filter(organ=organ, person_id__in=ids):
        periods.setdefault(row.person_id, []).append((row.since, row.until))
    return periods


def _leaves(
    organ: Organ, sexes: Mapping[int, str], first: date, last: date, calendar: WorkCalendar
) -> dict[Key, tuple[str, str]]:
    leaves = leaves_between(organ.pk, sexes, GRANTED, first, last)
    drawn = booked(leaves)
    return {
        (leave.person_id, day, half): charged
        for leave in leaves
        for (day, half), charged in charges(leave, drawn, calendar, sex=sexes[leave.person_id]).items()
    }


def _pending(organ: Organ, ids: list[int], first: date, last: date) -> dict[Key, str]:
    waiting = leaves_between(organ.pk, ids, PENDING, first, last)
    return {
        (leave.person_id, day, half): f"{leave.kind}申请"
        for leave in waiting
        if leave.first and leave.last
        for day, half in Span(leave.first, leave.first_half, leave.last, leave.last_half).slots()
    }


def _outings(organ: Organ, ids: list[int], first: date, last: date) -> dict[Key, str]:
    rows = Outing.objects.filter(
        organ=organ, person_id__in=ids, status__in=OUT, first__lte=last, last__gte=first
    )
    return {
        (row.person_id, day, half): row.destination
        for row in rows
        if row.first and row.last
        for day, half in Span(row.first, row.first_half, row.last, row.last_half).slots()
    }


def _notes(organ: Organ, ids: list[int], first: date, last: date) -> dict[Key, Note]:
    rows = ExceptionNote.objects.filter(
        organ=organ, person_id__in=ids, day__range=(first, last), state__in=("待核实", "已核实")
    )
    return {(row.person_id, row.day, row.half): Note(row.kind, row.state) for row in rows}


def _punches(organ: Organ, ids: list[int], first: date, last: date) -> dict[Key, Punch]:
    rows = SignIn.objects.filter(
        organ=organ, person_id__in=ids, day__range=(first, last), voided_at=None
    ).values_list("person_id", "day", "half", "at", "source", "excuse__reason")
    return {
        (person, day, half): Punch(local(at).time(), source, excuse or "")
        for person, day, half, at, source, excuse in rows
    }


def _early(organ: Organ, ids: list[int], first: date, last: date) -> frozenset[Key]:
    rows = SpotCheck.objects.filter(
        organ=organ, person_id__in=ids, day__range=(first, last), kind="早退", voided_at=None
    )
    return frozenset(rows.values_list("person_id", "day", "half"))


def _absent(organ: Organ, ids: list[int], first: date, last: date) -> frozenset[Key]:
    rows = AbsenceHalf.objects.filter(
        organ=organ, person_id__in=ids, day__range=(first, last), released_at=None, case__state="已认定"
    )
    return frozenset(rows.values_list("person_id", "day", "half"))


def _missed(organ: Organ, ids: list[int], first: date, last: date) -> frozenset[Key]:
    rows = MissedSignIn.objects.filter(
        organ=organ, person_id__in=ids, day__range=(first, last), state="待确认"
    )
    return frozenset(rows.values_list("person_id", "day", "half"))


def on_staff_between(organ: Organ, first: date, last: date) -> list[Person]:
    """Everyone who served on any day from `first` to `last`, in the order of numbers."""
    serving = Service.objects.filter(Q(until=None) | Q(until__gte=first), organ=organ, since__lte=last)
    return list(Person.objects.filter(pk__in=serving.values("person_id")).order_by("number"))
