"""The one job of the queue: a turn of a schedule, done once however often it is tried."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from zhixing.office.duties.models import Turn
from zhixing.office.duties.plans import plans


@task()
def take_turn(schedule: str, slot: str) -> str:
    return do_turn(schedule, datetime.fromisoformat(slot), at=timezone.now())


def do_turn(schedule: str, slot: datetime, *, at: datetime) -> str:
    """Run the work of a turn in one transaction with the mark that it is done; says which of the two it was."""
    with transaction.atomic():
        turn, _ = Turn.objects.select_for_update().get_or_create(schedule=schedule, slot=slot)
        if turn.done_at:
            return "已经办过"
        plans()[schedule].work(at)
        turn.done_at = at
        turn.save(update_fields=["done_at"])
    return "办完"
