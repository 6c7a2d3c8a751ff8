"""The one job of the queue: a turn of a schedule, done once however often it is tried."""

from __future__ import annotations

from datetime import datetime

from django_tasks import task

from zhixing.office.duties.models import Turn
from zhixing.office.duties.plans import plans
from zhixing.organ.clock import now

DONE, BEFORE, UNKNOWN = "办完", "已经办过", "没有这项计划"


@task()
def take_turn(schedule: str, slot: str) -> str:
    return do_turn(schedule, datetime.fromisoformat(slot), at=now())


def do_turn(schedule: str, slot: datetime, *, at: datetime) -> str:
    """Run the work of a turn unless it has been done, then mark it; says which of the two it was.

    The work commits in steps of its own, so that no organ waits for another. Killed in between, the turn
    is taken again from the start; every step of the work is written to change nothing the second time.
    """
    turn, _ = Turn.objects.get_or_create(schedule=schedule, slot=slot)
    if turn.done_at:
        return BEFORE
    if schedule not in plans():  # of an older version of the product
        return UNKNOWN
    plans()[schedule].work(at)
    Turn.objects.filter(pk=turn.pk, done_at=None).update(done_at=at)
    return DONE
