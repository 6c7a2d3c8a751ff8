"""What is said or sent beside the way of a matter: its steps stay where they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Model

from zhixing.journal.write import AlreadyDone, Receipt, already_done, locked_head
from zhixing.office.matters import store
from zhixing.office.matters.desk import Doing, enter, held_task, locked, say
from zhixing.office.matters.models import Matter, Task

Effect = Callable[[Matter], Sequence[Model]]


def nothing(matter: Matter) -> Sequence[Model]:  # noqa: ARG001 -- an opinion alone
    return ()


def beside(doing: Doing, effect: Effect = nothing, also: dict[str, str] | None = None) -> Receipt:
    """Say it in the trail and the journal, once for each key."""
    try:
        with transaction.atomic():
            locked_head(doing.actor.organ_id)
            return already_done(doing.actor.organ_id, doing.key) or _beside(doing, effect, also or {})
    except AlreadyDone as done:
        return done.receipt


def _beside(doing: Doing, effect: Effect, also: dict[str, str]) -> Receipt:
    matter = locked(doing)
    touched = effect(matter)
    opinion = say(doing, matter, store.load(matter), held_task(doing, matter))
    return enter(doing, matter, [*touched, opinion], also)


def reading(matter: Matter, person_id: int, kind: str, at: datetime) -> Task:
    """A copy for somebody to read; one that is open already is not given twice."""
    task, _ = Task.objects.get_or_create(
        organ_id=matter.organ_id,
        matter=matter,
        person_id=person_id,
        kind=kind,
        state="待办",
        defaults={"arrived_at": at, "round": matter.round},
    )
    return task
