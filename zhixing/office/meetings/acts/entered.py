"""Journal entries about meetings; the state of every touched row stands in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.office.meetings.explained import KINDS
from zhixing.office.meetings.kinds import kind_of
from zhixing.office.meetings.models import Meeting
from zhixing.organ.entries import enter
from zhixing.organ.models import Person


def note(
    meeting: Meeting, record: Model, action: str, *, actor: Person, at: datetime, key: str, rule: str = "",
    payload: Mapping[str, object] | None = None, touched: Sequence[Model] = (),
) -> Receipt:  # fmt: skip
    """One entry about a record of the meeting; `rule` is a name in the kind's clauses."""
    return enter(
        actor=actor, action=action, kind=KINDS[type(record)], record=record,
        payload={"会议": meeting.title, "会议编号": meeting.pk, **(payload or {})}, at=at, key=key,
        rule=kind_of(meeting).clause(rule), touched=touched,
    )  # fmt: skip
