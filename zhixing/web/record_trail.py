"""办理经过 of a record that is no matter: who did what to it and when, each with its receipt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model

from zhixing.journal.models import Entry
from zhixing.journal.receipts import receipt_of
from zhixing.journal.snapshots import of
from zhixing.organ.models import Organ


@dataclass(frozen=True, slots=True)
class Done:
    """One act; what it wrote is read on the record itself."""

    at: datetime
    name: str
    office: str
    action: str
    receipt: str


def done_to(organ: Organ, record: Model) -> list[Done]:
    """Every act about the record, the first one first; for those who may see the record."""
    entries = Entry.objects.filter(
        organ=organ.pk, object_kind=of(type(record)).kind, object_id=str(record.pk)
    ).order_by("seq")
    return [
        Done(one.at, one.actor.partition(" ")[2] or one.actor, one.office, one.action, receipt_of(one).text())
        for one in entries
    ]
