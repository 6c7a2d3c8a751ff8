"""A line to whoever has to act next; it says where to look and nothing of the matter itself (domain 4.2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Model

from zhixing.office.duties.notices import notify
from zhixing.organ.models import Person
from zhixing.organ.who import holders


def tell(people: Iterable[Person], text: str, *, kind: str, record: Model, at: datetime, key: str) -> None:
    """One notice each, in the caller's transaction; the act's own key keeps it from being told twice."""
    notify(
        people, key=f"{kind}-{record.pk}-{key}"[:120], text=text, urgency="提示", object_kind=kind,
        object_id=str(record.pk), at=at,
    )  # fmt: skip


def chiefs(about: Person, day: date) -> list[Person]:
    """Who decides as chief of the person's organ on that day, but never about himself."""
    return [one for one in holders(about.organ, "局长", about=about, day=day) if one.pk != about.pk]
