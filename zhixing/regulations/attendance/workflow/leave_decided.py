"""What a decision on a leave does to the record and to the balances, in the transaction of the act."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Model

from zhixing.law.values import show_days
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import BalanceMove, Leave, Reservation
from zhixing.regulations.attendance.workflow.balance import book, release
from zhixing.regulations.attendance.workflow.entries import enter
from zhixing.regulations.attendance.workflow.leave_settle import return_all

CLAUSE = "02-1.2a"


def approved(matter: Matter, *, actor: Person, at: datetime) -> None:
    """Granted: what was held is used now."""
    leave = locked(matter)
    if leave.status != "待批":
        return
    leave.status = "已批"
    leave.save(update_fields=["status"])
    moves = book(leave, actor=actor, at=at)
    _told(leave, "请假生效", moves, matter, actor=actor, at=at)


def refused(matter: Matter, *, actor: Person, at: datetime) -> None:
    leave = locked(matter)
    leave.status = "未批"
    leave.save(update_fields=["status"])
    release(leave, at=at)
    _told(leave, "请假未批准", [], matter, actor=actor, at=at)


def withdrawn(matter: Matter, *, actor: Person, at: datetime) -> None:
    """Back with the starter or void: held half-days are free, used ones go back to their buckets."""
    leave = locked(matter)
    why = f"{matter.number}{matter.state}"
    moves = return_all(leave, why=why, actor=actor, at=at, key=f"leave:{leave.pk}:v{matter.version}:withdrawn")
    release(leave, at=at)
    leave.status = "已作废" if matter.state == "已作废" else "草稿"
    leave.save(update_fields=["status"])
    _told(leave, f"请假{matter.state}", moves, matter, actor=actor, at=at)


def filed(matter: Matter, *, actor: Person, at: datetime) -> None:
    """Every step done; a leave whose actual days nobody changed was taken as asked for."""
    leave = locked(matter)
    if leave.status != "已批":
        return
    leave.actual_first, leave.actual_first_half = leave.first, leave.first_half
    leave.actual_last, leave.actual_last_half = leave.last, leave.last_half
    leave.actual_halves, leave.reported_back_at, leave.status = leave.halves, at, "已销假"
    leave.save()
    _told(leave, "销假登记", [], matter, actor=actor, at=at)


def locked(matter: Matter) -> Leave:
    return Leave.objects.select_for_update().select_related("person", "matter").get(matter=matter)


def _told(
    leave: Leave, action: str, moves: Sequence[BalanceMove], matter: Matter, *, actor: Person, at: datetime
) -> None:
    holds = list(Reservation.objects.filter(leave=leave))
    touched: list[Model] = [leave, *moves, *holds]
    payload = {
        "编号": matter.number,
        "状态": leave.status,
        "天数": show_days(leave.halves),
        "余额变动": [move.note for move in moves],
    }
    enter(
        actor=actor,
        action=action,
        kind="请假",
        record=leave,
        payload=payload,
        at=at,
        key=f"leave:{leave.pk}:v{matter.version}:{action}",
        rule=CLAUSE,
        touched=touched,
    )
