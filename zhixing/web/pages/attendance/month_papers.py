"""Which papers lie on which day of one's own month: leave and outings, asked for or granted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from zhixing.organ.models import Person
from zhixing.organ.policy import Viewer, visible
from zhixing.regulations.attendance.models import Leave, Outing
from zhixing.regulations.attendance.models.choices import HOLDING

OUT = ("待批", "已批", "已返回")


@dataclass(frozen=True, slots=True)
class Paper:
    """`label` is what stands in the square: 事假, 事假待批, 公出."""

    label: str
    matter: int
    title: str


def papers_by_day(viewer: Viewer, person: Person, first: date, last: date) -> dict[date, list[Paper]]:
    """Every own paper on each day it covers, from `first` to `last`."""
    found: dict[date, list[Paper]] = defaultdict(list)
    within: dict[str, Any] = {"person": person, "first__lte": last, "last__gte": first}
    leaves = visible(viewer, Leave).filter(status__in=HOLDING, **within).select_related("matter")
    for leave in leaves:
        paper = Paper(_pending(leave.kind, leave.status), leave.matter_id, leave.matter.title)
        begin, end = leave.actual_first or leave.first, leave.actual_last or leave.last
        for day in _days(begin, end, first, last):
            found[day].append(paper)
    outings = visible(viewer, Outing).filter(status__in=OUT, **within).select_related("matter")
    for outing in outings:
        paper = Paper(_pending("公出", outing.status), outing.matter_id, outing.matter.title)
        for day in _days(outing.first, outing.last, first, last):
            found[day].append(paper)
    return dict(found)


def _pending(label: str, status: str) -> str:
    return f"{label}待批" if status == "待批" else label


def _days(begin: date | None, end: date | None, first: date, last: date) -> Iterator[date]:
    if begin is None or end is None:
        return
    day = max(begin, first)
    while day <= min(end, last):
        yield day
        day += timedelta(days=1)
