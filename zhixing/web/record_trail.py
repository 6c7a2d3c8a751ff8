"""办理经过 of a record that is no matter: who did what to it and when, each with its receipt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model, Q

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
    return done_to_each(organ, [record])


def done_to_each(organ: Organ, records: Iterable[Model]) -> list[Done]:
    """The same of some records that belong together, as one course of events."""
    keys: dict[str, list[str]] = {}
    for record in records:
        keys.setdefault(of(type(record)).kind, []).append(str(record.pk))
    about = Q(pk__in=())
    for kind, named in keys.items():
        about |= Q(object_kind=kind, object_id__in=named)
    entries = Entry.objects.filter(about, organ=organ.pk).order_by("seq")
    return [
        Done(one.at, one.actor.partition(" ")[2] or one.actor, one.office, one.action, receipt_of(one).text())
        for one in entries
    ]
