"""What is to be done at which times, and the turns that have come; the work itself goes on the queue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from croniter import croniter
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from zhixing.office.duties.jobs import take_turn
from zhixing.office.duties.models import Turn
from zhixing.office.duties.plans import plans

MOST_ATTEMPTS = 5
WAITING = frozenset({"READY", "RUNNING"})


@dataclass(frozen=True, slots=True)
class Called:
    schedule: str
    slot: datetime


def call(*, at: datetime) -> list[Called]:
    """Put every turn that has come and is not done on the queue, once; failed ones again, five times at most.

    Only the last turn of a schedule is called: work that was missed catches up by itself.
    """
    called = list[Called]()
    for name, plan in plans().items():
        slot = last_slot(plan.cron, at)
        with transaction.atomic():
            turn, _ = Turn.objects.select_for_update().get_or_create(schedule=name, slot=slot)
            if turn.done_at or turn.attempts >= MOST_ATTEMPTS or _waits(turn):
                continue
            result = take_turn.enqueue(name, slot.isoformat())
            turn.job, turn.attempts = result.id, turn.attempts + 1
            turn.save(update_fields=["job", "attempts"])
        called.append(Called(name, slot))
    return called


def last_slot(cron: str, at: datetime) -> datetime:
    """The latest time of `cron`, in the organ's own time, that is not after `at`."""
    local = timezone.localtime(at).replace(microsecond=0) + timedelta(seconds=1)
    found = croniter(cron, local).get_prev(datetime)
    assert isinstance(found, datetime)
    return found


def _waits(turn: Turn) -> bool:
    return turn.job is not None and DBTaskResult.objects.filter(pk=turn.job, status__in=WAITING).exists()
