"""事前: whether a stretch has begun already, by the organ's hours of work."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from zhixing.organ.models import Organ
from zhixing.regulations.attendance.models import Schedule
from zhixing.regulations.attendance.workflow.local_time import at_clock, today
from zhixing.regulations.attendance.workflow.span import MORNING, Span


def has_begun(span: Span, organ: Organ, at: datetime) -> bool:
    """The first half-day's hours have begun; without hours on file the day itself decides."""
    day = today(at)
    if span.first != day:
        return span.first < day
    in_force = Schedule.objects.filter(Q(until=None) | Q(until__gte=day), organ=organ, since__lte=day)
    hours = in_force.order_by("-since").first()
    if hours is None:
        return False
    return at >= at_clock(day, hours.morning_from if span.first_half == MORNING else hours.afternoon_from)
