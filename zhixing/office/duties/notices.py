"""A line to a person, once for each reason; reading it is no business act and stands in no journal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from zhixing.office.duties.models import Notice
from zhixing.organ.models import Person
from zhixing.organ.policy import Viewer, visible


def notify(
    people: Iterable[Person], *, key: str, text: str, urgency: str, object_kind: str, object_id: str,
    at: datetime,
) -> int:  # fmt: skip
    """One notice to each person; whoever has one with this key gets no second. Returns how many are new."""
    rows = [
        Notice(
            organ_id=person.organ_id, person=person, key=key, text=text[:300], urgency=urgency,
            object_kind=object_kind, object_id=object_id, at=at,
        )
        for person in people
    ]  # fmt: skip
    had = set(Notice.objects.filter(person__in=[row.person for row in rows], key=key).values_list("person"))
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    return sum((row.person_id,) not in had for row in rows)


def unread(viewer: Viewer) -> QuerySet[Notice]:
    return visible(viewer, Notice).filter(read_at=None)


def read(*, viewer: Viewer, notice: int | None, at: datetime) -> int:
    """Mark one notice, or all of them, as read; returns how many were."""
    own = unread(viewer)
    return (own if notice is None else own.filter(pk=notice)).update(read_at=at)
