"""When the organ works, and whether a stretch of time touches it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import Q

from zhixing.organ.days import calendar_of
from zhixing.organ.local_time import at_clock, today
from zhixing.organ.models import Organ
from zhixing.regulations.attendance.models import Schedule
from zhixing.regulations.attendance.workflow.day_facts import hours_of
from zhixing.regulations.attendance.workflow.day_status import Hours
from zhixing.regulations.attendance.workflow.span import AFTERNOON, MORNING
from zhixing.regulations.attendance.workflow.statute import own_of


def hours_on(organ: Organ, day: date, half: str) -> Hours:
    """Hours of the half-day: those the office entered, else those of the edition (G-98)."""
    in_force = Schedule.objects.filter(Q(until=None) | Q(until__gte=day), organ=organ, since__lte=day)
    return hours_of(in_force, day, half, own_of(organ.pk))


def inside_working_hours(organ: Organ, began: datetime, ended: datetime) -> bool:
    """Whether the stretch shares a moment with the working hours of a working day."""
    calendar = calendar_of(organ)
    day, last = today(began), today(ended)
    while day <= last:
        if calendar.is_working(day) and _touches(organ, day, began, ended):
            return True
        day += timedelta(days=1)
    return False


def _touches(organ: Organ, day: date, began: datetime, ended: datetime) -> bool:
    found = (hours_on(organ, day, half) for half in (MORNING, AFTERNOON))
    return any(began < at_clock(day, each.ends) and ended > at_clock(day, each.begins) for each in found)
