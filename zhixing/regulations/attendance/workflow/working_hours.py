"""Whether a stretch of time touches the organ's hours of work."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import Q

from zhixing.organ.days import calendar_of
from zhixing.organ.models import Organ
from zhixing.regulations.attendance.models import Schedule
from zhixing.regulations.attendance.workflow.local_time import at_clock, today


def inside_working_hours(organ: Organ, began: datetime, ended: datetime) -> bool:
    calendar = calendar_of(organ)
    day, last = today(began), today(ended)
    while day <= last:
        if calendar.is_working(day) and _touches(organ, day, began, ended):
            return True
        day += timedelta(days=1)
    return False


def _touches(organ: Organ, day: date, began: datetime, ended: datetime) -> bool:
    in_force = Schedule.objects.filter(Q(until=None) | Q(until__gte=day), organ=organ, since__lte=day)
    hours = in_force.order_by("-since").first()
    if hours is None:
        return False
    halves = ((hours.morning_from, hours.morning_to), (hours.afternoon_from, hours.afternoon_to))
    return any(began < at_clock(day, to) and ended > at_clock(day, since) for since, to in halves)
