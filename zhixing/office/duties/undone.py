"""The open turns of duties, as reminders want them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhixing.office.duties import reminders
from zhixing.office.duties.bearers import bearers_of
from zhixing.office.duties.models import DutyDue
from zhixing.organ.models import Organ


def duties(organ: Organ, today: date) -> Iterator[reminders.Open]:
    for due in DutyDue.objects.filter(organ=organ, state="待办").select_related("organ"):
        yield reminders.Open(
            object_kind="duty",
            object_id=str(due.pk),
            subject=str(due),
            due=due.due,
            bearers=tuple(bearers_of(due, today)),
            adds=f"凭据：{due.wanted or '办理记录'}。依据：{due.cite}。",
        )


def register() -> None:
    """Called once by the app when it is ready."""
    reminders.register_source("duty", duties)
