"""What has a day: the report to the superior, and each measure that is not carried out yet (13-3, 13-7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from zhixing.office.duties.reminders import Open, register_source
from zhixing.organ.models import Organ
from zhixing.regulations.democratic_life.models import LifeMeeting, Measure
from zhixing.regulations.democratic_life.workflow.parties import office_directors
from zhixing.regulations.democratic_life.workflow.plan import KIND
from zhixing.regulations.democratic_life.workflow.superior import last_day, reported

AHEAD = timedelta(days=30)


def register() -> None:
    """Called once by the app when it is ready."""
    register_source("life_meeting", undone)


def undone(organ: Organ, day: date) -> Iterator[Open]:
    """The lines say which meeting and nothing of what was found there."""
    bearers = tuple(office_directors(organ, day))
    for case in LifeMeeting.objects.filter(organ=organ, state="办理中", day__gte=day):
        last = last_day(case, day)
        if reported(case) is None and last - day <= AHEAD:
            yield Open(KIND, str(case.pk), f"{case.number}报告上级党组织", last, bearers)
    measures = Measure.objects.filter(organ=organ, done_on=None, problem__case__state="办理中")
    for one in measures.exclude(problem__state="已销号").select_related("person", "problem__case"):
        if one.due - day <= AHEAD:
            yield Open("整改", str(one.pk), f"{one.problem.case.number}的一项整改", one.due, (one.person,))
