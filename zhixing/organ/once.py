"""An act with an idempotency key happens once: a double tap gets the first receipt back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import ParamSpec

from django.db import transaction
from django.db.models import Model

from zhixing.journal.models import Entry
from zhixing.journal.write import AlreadyDone, Receipt, already_done, locked_head
from zhixing.organ.models import Organ, Person, Section

P = ParamSpec("P")
STANDING = (Organ, Person, Section)


def once(act: Callable[P, Receipt]) -> Callable[P, Receipt]:
    """Run the act in one transaction; where the actor's key is in the journal already, return its receipt."""

    @wraps(act)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> Receipt:
        actor, key = kwargs["actor"], kwargs["key"]
        assert isinstance(actor, Person)
        assert isinstance(key, str)
        try:
            with transaction.atomic():
                locked_head(actor.organ_id)  # before any other row: see organ/turn.py
                done = done_before(actor, key)
                if done is not None:
                    return done
                read_again(kwargs.values())
                return act(*args, **kwargs)
        except AlreadyDone as earlier:
            return earlier.receipt

    return guarded


def read_again(given: Iterable[object]) -> None:
    """The records as they stand now that nobody else acts: of two who saw the same page, the second is told."""
    for value in given:
        if isinstance(value, Model) and not isinstance(value, STANDING) and value.pk is not None:
            value.refresh_from_db()


def done_before(actor: Person, key: str) -> Receipt | None:
    """The receipt of this actor's earlier act with the key; another's key is refused by the journal itself."""
    mine = Entry.objects.filter(organ=actor.organ_id, key=key, actor__startswith=f"{actor.number} ").exists()
    return already_done(actor.organ_id, key) if mine else None
