"""Duties follow the organ's working days when a notice is entered."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.utils import timezone

from zhixing.office.duties.falling_due import follow_calendar
from zhixing.organ.days import Moved
from zhixing.organ.models import Organ, Person
from zhixing.site.clock.rounds import in_force


def renewed(
    *,
    organ: Organ,
    days: Collection[date],  # noqa: ARG001 -- every open turn is looked at
    notice: str,  # noqa: ARG001 -- the entry of the import names it
    actor: Person,  # noqa: ARG001 -- the calendar moves a turn, not a person
    at: datetime,
    key: str,  # noqa: ARG001 -- the turn and the time make the key
) -> list[Moved]:
    return follow_calendar(organ=organ, editions=in_force(timezone.localdate(at)), at=at)
