"""What a decision on an outing does to the record."""

from __future__ import annotations

from datetime import datetime

from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import Outing
from zhixing.regulations.attendance.workflow.entries import enter

CLAUSE = "02-1.1c"


def approved(matter: Matter, *, actor: Person, at: datetime) -> None:
    _become(matter, "已批", "外出获准", actor=actor, at=at)


def refused(matter: Matter, *, actor: Person, at: datetime) -> None:
    _become(matter, "未批", "外出未获准", actor=actor, at=at)


def withdrawn(matter: Matter, *, actor: Person, at: datetime) -> None:
    status = "已作废" if matter.state == "已作废" else "草稿"
    _become(matter, status, f"外出{matter.state}", actor=actor, at=at)


def _become(matter: Matter, status: str, action: str, *, actor: Person, at: datetime) -> None:
    outing = Outing.objects.select_for_update().get(matter=matter)
    outing.status = status
    outing.save(update_fields=["status"])
    enter(
        actor=actor,
        action=action,
        kind="因公外出",
        record=outing,
        payload={"编号": matter.number, "状态": status},
        at=at,
        key=f"outing:{outing.pk}:v{matter.version}:{action}",
        rule=CLAUSE,
    )
