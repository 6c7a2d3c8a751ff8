"""A leave is not filed while something is still in the hands of whoever goes, a seal for one (17-3, B17-07)."""

from __future__ import annotations

from datetime import datetime

from zhixing.law.refusal import Refusal
from zhixing.office.before_leave import left_open
from zhixing.office.matters.models import Matter
from zhixing.organ.local_time import today
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.leave_case import span_of

FILING = "备案"


def passed(matter: Matter, act: str, *, at: datetime) -> None:
    """Raises Refusal at 备案 with everything that nobody has taken over for the days that are still to come: what is
    over cannot be handed over any more."""
    if act != FILING:
        return
    leave = Leave.objects.select_related("person").get(matter=matter)
    span = span_of(leave)
    first = max(span.first, today(at))
    faults = left_open(leave.person, first, span.last) if first <= span.last else []
    if faults:
        raise Refusal("请假没有备案：还有保管的东西没有交出去。", faults)
