"""What a decision on an outing does to the record."""

from __future__ import annotations

from datetime import datetime

from zhixing.law.refusal import Refusal
from zhixing.office.matters.models import Matter
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import Outing
from zhixing.regulations.attendance.workflow.gate import not_self
from zhixing.regulations.attendance.workflow.outing_checks import faults_of, typed_in

CLAUSE = "02-1.1c"


def submitted(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    """Judged again on the server, by whatever way it came."""
    outing = Outing.objects.select_for_update().select_related("person").get(matter=matter)
    faults = [
        *not_self(actor, outing.person, today(at), CLAUSE),
        *faults_of(outing.person, typed_in(outing), at, own=outing),
    ]
    if faults:
        raise Refusal("不能提交因公外出。", faults)
    _become(matter, "待批", "外出待批", actor=actor, at=at, key=key)


def reopened(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    _become(matter, "待批", "外出取回", actor=actor, at=at, key=key)


def approved(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    _become(matter, "已批", "外出获准", actor=actor, at=at, key=key)


def refused(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    _become(matter, "未批", "外出未获准", actor=actor, at=at, key=key)


def withdrawn(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    status = "已作废" if matter.state == "已作废" else "草稿"
    _become(matter, status, f"外出{matter.state}", actor=actor, at=at, key=key)


def _become(matter: Matter, status: str, action: str, *, actor: Person, at: datetime, key: str) -> None:
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
        key=f"{key}:outing:{status}",
        rule=CLAUSE,
    )
