"""Journal entries of regulations: one wrapper, so that actor, office and touched rows are always given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import Model

from zhixing.files.carried import digests_of
from zhixing.journal.write import Receipt, write
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.who import service_on


def enter(
    *,
    actor: Person,
    action: str,
    kind: str,
    record: Model,
    payload: Mapping[str, object],
    at: datetime,
    key: str,
    rule: str,
    touched: Sequence[Model] = (),
) -> Receipt:
    """Write one entry about `record` in the caller's transaction; the record and the `touched` rows beside it are
    explained by it, and the files they name are sealed by it."""
    service = service_on(actor, today(at))
    rows = (record, *touched)
    return write(
        organ=actor.organ_id,
        actor=f"{actor.number} {actor.name}",
        office=service.title if service else "",
        action=action,
        object_kind=kind,
        object_id=str(record.pk),
        payload=dict(payload),
        at=at,
        key=key,
        rule=rule,
        attachments=digests_of(rows),
        touched=rows,
    )
