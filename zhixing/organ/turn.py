"""One act of an organ after the other: the journal's head is taken before any other row is locked.

Whoever locks a record first and the journal later meets whoever came the other way round, and PostgreSQL ends
one of the two with a deadlock. The chain needs its head in every act anyway, so it is the first lock of all.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction

from zhixing.journal.write import locked_head
from zhixing.organ.models import Person

P = ParamSpec("P")
T = TypeVar("T")


def in_turn(act: Callable[P, T]) -> Callable[P, T]:
    """Run the act in one transaction that begins by taking the head of the actor's organ."""

    @wraps(act)
    def alone(*args: P.args, **kwargs: P.kwargs) -> T:
        actor = kwargs["actor"]
        assert isinstance(actor, Person)
        with transaction.atomic():
            locked_head(actor.organ_id)
            return act(*args, **kwargs)

    return alone
