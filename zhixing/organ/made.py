"""The record that an act made, from the act's receipt: the same for the first press and for the second."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model

from zhixing.journal.models import Entry
from zhixing.journal.write import Receipt

M = TypeVar("M", bound=Model)


def made(model: type[M], receipt: Receipt) -> M:
    """Raises DoesNotExist where the receipt is about another kind of record."""
    entry = Entry.objects.get(organ=receipt.organ, seq=receipt.seq)
    return model._default_manager.get(pk=entry.object_id)
