"""事前: whether a stretch has begun already, by the organ's hours of work."""

from __future__ import annotations

from datetime import datetime

from zhixing.organ.local_time import at_clock, today
from zhixing.organ.models import Organ
from zhixing.regulations.attendance.workflow.span import Span
from zhixing.regulations.attendance.workflow.working_hours import hours_on


def has_begun(span: Span, organ: Organ, at: datetime) -> bool:
    """The first half-day's hours have begun."""
    day = today(at)
    if span.first != day:
        return span.first < day
    return at >= at_clock(day, hours_on(organ, day, span.first_half).begins)
