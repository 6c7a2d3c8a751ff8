"""What was given to somebody to do and is not done (09-1.6)."""

from __future__ import annotations

from django.db.models import QuerySet

from zhixing.office.circulation.models import Assignment
from zhixing.office.circulation.models.assignments import OPEN
from zhixing.office.circulation.models.sheet import RUNNING
from zhixing.organ.models import Organ


def undone(organ: Organ, kind: str) -> QuerySet[Assignment]:
    """The nearest day first."""
    rows = Assignment.objects.filter(organ=organ, state=OPEN, sheet__state=RUNNING, sheet__kind=kind)
    return rows.select_related("sheet", "doer", "section").order_by("due", "pk")
