"""What the regulation is told when its matter moved."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.office.matters import machine
from zhixing.office.matters.machine import Position
from zhixing.office.matters.models import Matter
from zhixing.office.registry import Attentive, Dated, Watchful, handler_of
from zhixing.organ.models import Person

DECIDED = frozenset({machine.AGREED, machine.CLOSED})
LET_GO = frozenset({machine.WITHDRAWN, machine.RETURNED, machine.VOID})


def event_day(matter: Matter, event: str) -> date | None:
    """The day from which a limit of this matter runs, as its regulation knows it."""
    handler = handler_of(matter)
    return handler.event_day(matter, event) if isinstance(handler, Dated) else None


def tell(matter: Matter, before: Position, after: Position, *, actor: Person, at: datetime) -> None:
    """Each change of the status is told once, in the order in which it happened."""
    handler = handler_of(matter)
    if isinstance(handler, Attentive):
        if before.status in machine.EDITABLE and after.status not in machine.EDITABLE:
            handler.submitted(matter, actor=actor, at=at)
        if before.status in DECIDED and after.status == machine.RUNNING:
            handler.reopened(matter, actor=actor, at=at)
    if isinstance(handler, Watchful):
        for act in machine.done_between(before, after):
            handler.passed(matter, act, actor=actor, at=at)
    if before.status not in DECIDED and after.status in DECIDED:
        handler.approved(matter, actor=actor, at=at)
    if before.status != machine.CLOSED and after.status == machine.CLOSED:
        handler.filed(matter, actor=actor, at=at)
    if before.status != after.status and after.status == machine.REFUSED:
        handler.refused(matter, actor=actor, at=at)
    if before.status != after.status and after.status in LET_GO:
        handler.withdrawn(matter, actor=actor, at=at)
