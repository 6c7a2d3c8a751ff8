"""事后补办 (02-1.2c, G-11): until when the papers of an emergency leave may follow, and who is late."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import QuerySet

from zhixing.law.calendar import DueDay, WorkCalendar
from zhixing.office.matters.models import Matter
from zhixing.organ.days import calendar_of
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.rules.paperwork import papers_due
from zhixing.regulations.attendance.workflow.span import AFTERNOON, Span
from zhixing.regulations.attendance.workflow.statute import own_of, value

TERM = "补办时限"


def back_at_work(span: Span, calendar: WorkCalendar) -> date:
    """The day of return: the last day itself when its afternoon was worked, else the next working day."""
    if span.last_half != AFTERNOON and calendar.is_working(span.last):
        return span.last
    return calendar.due(span.last, 1).day


def return_day(matter: Matter) -> date | None:
    """返岗 of the leave that a matter asks for; None while its dates are not typed."""
    leave = Leave.objects.filter(matter=matter).select_related("organ").first()
    if leave is None or leave.first is None or leave.last is None:
        return None
    span = Span(leave.first, leave.first_half, leave.last, leave.last_half)
    return back_at_work(span, calendar_of(leave.organ))


def due_for(span: Span, organ: Organ, day: date) -> DueDay:
    calendar = calendar_of(organ)
    return papers_due(calendar, back_at_work(span, calendar), value(TERM, day, own_of(organ.pk)))


def late_papers(organ: Organ, at: datetime) -> QuerySet[Leave]:
    """Emergency leaves whose papers are overdue: red, and a matter for the office, never absence by itself."""
    return Leave.objects.filter(
        organ=organ, emergency=True, status="草稿", papers_due__lt=today(at)
    ).select_related("person", "matter")
