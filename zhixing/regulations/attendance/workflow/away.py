"""Whether a leader is on leave at a moment: then the matter goes to the stand-in or one level up (B2-26, G-20)."""

from __future__ import annotations

from datetime import datetime

from zhixing.office import away
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.leave_case import span_of
from zhixing.regulations.attendance.workflow.span import AFTERNOON, MORNING, Span

NOON = 12


def is_away(person: Person, at: datetime) -> bool:
    """Granted leave covers the half-day of that moment."""
    day = today(at)
    half = MORNING if local(at).hour < NOON else AFTERNOON
    now = Span(day, half, day, half)
    granted = Leave.objects.filter(
        organ_id=person.organ_id, person=person, status__in=("已批", "已销假"), first__lte=day, last__gte=day
    )
    return any(span_of(leave).overlaps(now) for leave in granted)


def register() -> None:
    """Called once by the app when it is ready."""
    away.register_source("attendance", is_away)
