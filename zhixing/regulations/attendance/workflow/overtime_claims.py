"""Which overtime of a person fills a stretch of time: the hours confirmed, else the hours asked for."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import Overtime

CLAIMED = ("待批", "已批", "已确认")


def claims_between(
    person: Person, began: datetime, ended: datetime, *, own: Overtime | None = None
) -> QuerySet[Overtime]:
    """Claims that stand and share a moment with the stretch; `own` is left out."""
    standing = Overtime.objects.filter(organ_id=person.organ_id, person=person, status__in=CLAIMED)
    timed = standing.annotate(
        since=Coalesce("actual_began", "began"), until=Coalesce("actual_ended", "ended")
    )
    found = timed.filter(since__lt=ended, until__gt=began).exclude(pk=own.pk if own else 0)
    return found.select_related("matter")
