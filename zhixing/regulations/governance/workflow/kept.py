"""The registers of 01: one journal entry for each record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.organ.entries import enter
from zhixing.organ.models import Person
from zhixing.regulations.governance.explained import KINDS

OFFICE = ("办公室主任",)


def keep(
    record: Model, action: str, *, actor: Person, at: datetime, key: str, rule: str,
    payload: Mapping[str, object] | None = None, touched: Sequence[Model] = (),
) -> Receipt:  # fmt: skip
    """One entry about a record of 01, sealed with what it touches."""
    return enter(
        actor=actor, action=action, kind=KINDS[type(record)], record=record, payload=payload or {}, at=at,
        key=key, rule=rule, touched=touched,
    )  # fmt: skip
