"""What the clock does stands in the journal like what a person does; the actor is the system itself."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt, write
from zhixing.office.duties.models import DutyDue
from zhixing.organ.models import Person

SYSTEM, OFFICE = "系统", "定时任务"


def enter(
    due: DutyDue, *, action: str, at: datetime, key: str, actor: Person | None = None, office: str = OFFICE
) -> Receipt:
    """One entry about a duty, in the caller's transaction."""
    return write(
        organ=due.organ_id,
        actor=f"{actor.number} {actor.name}" if actor else SYSTEM,
        office=office,
        action=action,
        object_kind="任务",
        object_id=str(due.pk),
        payload={"任务": due.duty, "周期": due.period, "限办日期": due.due.isoformat(), "凭据": due.evidence},
        at=at,
        key=key,
        rule=due.clause,
        touched=(due,),
    )
