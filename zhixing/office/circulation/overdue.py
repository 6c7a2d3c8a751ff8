"""What was given to somebody to do and has a day: told before it, on it, and after it (09-1.6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhixing.office.circulation.models import Assignment
from zhixing.office.circulation.models.assignments import OPEN
from zhixing.office.circulation.models.sheet import RUNNING
from zhixing.office.duties import reminders
from zhixing.organ.models import Organ

KIND = "公文交办"


def undone(organ: Organ, _: date) -> Iterator[reminders.Open]:
    rows = Assignment.objects.filter(organ=organ, state=OPEN, sheet__state=RUNNING)
    for one in rows.select_related("sheet", "doer").order_by("due"):
        yield reminders.Open(
            object_kind=KIND, object_id=str(one.pk), subject=f"{one.sheet.number}承办事项", due=one.due,
            bearers=(one.doer,), adds="请尽快办理，办好以后填写办理结果。",
        )  # fmt: skip


def register() -> None:
    """Called once by the app when it is ready."""
    reminders.register_source(KIND, undone)
