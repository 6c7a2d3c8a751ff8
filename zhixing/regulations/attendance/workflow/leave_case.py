"""One request with everything that is read to judge it; read once, judged by many small checks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from zhixing.law.calendar import WorkCalendar
from zhixing.organ.days import calendar_of
from zhixing.organ.local_time import today
from zhixing.organ.models import Person, Service
from zhixing.organ.parameters import OwnValues
from zhixing.organ.who import service_on
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.models.choices import HOLDING
from zhixing.regulations.attendance.rules.counting import NATURAL
from zhixing.regulations.attendance.workflow.leave_request import LeaveRequest
from zhixing.regulations.attendance.workflow.span import Slot, Span, worked_slots
from zhixing.regulations.attendance.workflow.statute import own_of, ruling


@dataclass(frozen=True, slots=True)
class Case:
    """`slots` are the half-days that count; `held` are the person's other leaves that hold half-days."""

    person: Person
    request: LeaveRequest
    at: datetime
    day: date
    leave: Leave | None
    service: Service | None
    calendar: WorkCalendar
    span: Span | None
    slots: tuple[Slot, ...]
    held: tuple[Leave, ...]
    own: OwnValues

    @property
    def halves(self) -> int:
        return len(self.slots)

    @property
    def estimated(self) -> bool:
        span = self.span
        return span is not None and self.calendar.working_days(span.first, span.last).estimated

    @property
    def days(self) -> list[date]:
        """One entry for each counted half-day."""
        return [day for day, _ in self.slots]


def read_case(*, person: Person, request: LeaveRequest, at: datetime, leave: Leave | None = None) -> Case:
    day = today(at)
    calendar = calendar_of(person.organ)
    span, own = request.span, own_of(person.organ_id)
    held = Leave.objects.filter(organ_id=person.organ_id, person=person, status__in=HOLDING)
    if leave is not None:
        held = held.exclude(pk=leave.pk)
    return Case(
        person=person,
        request=request,
        at=at,
        day=day,
        leave=leave,
        service=service_on(person, day),
        calendar=calendar,
        span=span,
        slots=counted(span, request.kind, calendar, day, own, sex=person.sex)
        if span and request.kind
        else (),
        held=tuple(held.select_related("matter")),
        own=own,
    )


def counted(
    span: Span, kind: str, calendar: WorkCalendar, day: date, own: OwnValues, *, sex: str
) -> tuple[Slot, ...]:
    """The half-days of the span that this kind counts: worked ones, or every one where it says so (G-28)."""
    if ruling("计天办法", day, own, 假别=kind).outcome["计天"] == NATURAL:
        return tuple(span.slots())
    return worked_slots(span, calendar, sex=sex)


def span_of(leave: Leave) -> Span:
    """What the leave really covers: the actual range once the person is back."""
    if leave.actual_first and leave.actual_last:
        return Span(leave.actual_first, leave.actual_first_half, leave.actual_last, leave.actual_last_half)
    assert leave.first is not None
    assert leave.last is not None
    return Span(leave.first, leave.first_half, leave.last, leave.last_half)


def halves_of(leave: Leave) -> int:
    return leave.halves if leave.actual_halves is None else leave.actual_halves
