"""归档 in the demo: in March every section hands in last year's papers, one of them late; the office takes over."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial

from zhixing.cli.demo.stage import Stage
from zhixing.organ.local_time import at_clock
from zhixing.organ.made import made
from zhixing.organ.models import Holding, Person, Section
from zhixing.regulations.documents.models import FilingList
from zhixing.regulations.documents.workflow.filing import CLERKS, begin
from zhixing.regulations.documents.workflow.filing_handed import hand_in, take_over
from zhixing.regulations.documents.workflow.filing_sources import ready

FONDS = "J021"
LATE, WAITING = "节能监察中心", ("节能监察中心", "办公室")  # the last two are still with the office
IN_TIME, TOO_LATE = (3, 16), (4, 2)  # month and day


def filing(stage: Stage) -> None:
    """A story that does not pass through March has none."""
    first = date(stage.first.year, *IN_TIME)
    heads = Holding.objects.on(first).filter(organ=stage.cast.organ, post="科室负责人")
    clerk = Holding.objects.on(first).filter(organ=stage.cast.organ, post=CLERKS[0]).first()
    if clerk is None or not stage.first <= first <= stage.last:
        return
    led = heads.exclude(section=None).select_related("person", "section").order_by("section__order")
    for place, head in enumerate(led):
        assert head.section is not None
        day = date(first.year, *TOO_LATE) if head.section.name == LATE else first + timedelta(days=place)
        at = at_clock(stage.next_working(day), time(16, 5 + place))
        stage.agenda.add(at, partial(_hand_in, stage, head.person, head.section, clerk.person))


def _hand_in(stage: Stage, head: Person, section: Section, clerk: Person, at: datetime, key: str) -> None:
    year = at.year - 1
    if next(iter(ready(section, year)), None) is None:
        return
    begun = made(FilingList, begin(section=section, year=year, actor=head, at=at, key=f"{key}:begin"))
    hand_in(filing=begun, actor=head, at=at + timedelta(minutes=9), key=f"{key}:in")
    if section.name not in WAITING:
        later = at_clock(stage.next_working(at.date(), 2), time(10, 11))
        stage.agenda.add(later, partial(_take_over, begun.pk, clerk))


def _take_over(number: int, clerk: Person, at: datetime, key: str) -> None:
    begun = FilingList.objects.select_related("section").get(pk=number)
    take_over(filing=begun, fonds=FONDS, actor=clerk, at=at, key=key)
