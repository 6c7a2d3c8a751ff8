"""What a decision on a leave does to the record and to the balances, in the transaction of the act."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Model

from zhixing.law.refusal import Refusal
from zhixing.law.values import show_days
from zhixing.office.matters.models import Matter
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import BalanceMove, Leave, Reservation
from zhixing.regulations.attendance.workflow.balance import book, hold_again, release
from zhixing.regulations.attendance.workflow.district_reply import reply_is_named
from zhixing.regulations.attendance.workflow.leave_case import span_of
from zhixing.regulations.attendance.workflow.leave_settle import return_all
from zhixing.regulations.attendance.workflow.month_closed import closed_months

CLAUSE = "02-1.2a"


def approved(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    """Granted: what was held is used now."""
    leave = locked(matter)
    if leave.status != "待批":
        return
    reply_is_named(matter, at)
    moves = book(leave, actor=actor, at=at)
    become(leave, "已批", "请假生效", moves, actor=actor, at=at, key=f"{key}:approved")


def reopened(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    """取回: the decision is open again; what was used is held again, bucket by bucket."""
    leave = locked(matter)
    if leave.status != "已批":
        return
    months_are_open(leave, at)
    hold_again(leave, at=at)
    moves = return_all(leave, why=f"{matter.number}取回", actor=actor, at=at, key=f"{key}:reopened")
    become(leave, "待批", "请假取回", moves, actor=actor, at=at, key=f"{key}:reopened")


def refused(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    leave = locked(matter)
    release(leave, at=at)
    become(leave, "未批", "请假未批准", [], actor=actor, at=at, key=f"{key}:refused")


def withdrawn(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    """Back with the starter or void: held half-days are free, used ones go back to their buckets."""
    leave = locked(matter)
    if leave.status in {"已批", "已销假"}:
        months_are_open(leave, at)
    why = f"{matter.number}{matter.state}"
    moves = return_all(leave, why=why, actor=actor, at=at, key=f"{key}:withdrawn")
    release(leave, at=at)
    status = "已作废" if matter.state == "已作废" else "草稿"
    become(leave, status, f"请假{matter.state}", moves, actor=actor, at=at, key=f"{key}:withdrawn")


def filed(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    """Every step done; a leave whose actual days nobody changed was taken as asked for."""
    leave = locked(matter)
    if leave.status != "已批":
        return
    leave.actual_first, leave.actual_first_half = leave.first, leave.first_half
    leave.actual_last, leave.actual_last_half = leave.last, leave.last_half
    leave.actual_halves, leave.reported_back_at = leave.halves, at
    become(leave, "已销假", "销假登记", [], actor=actor, at=at, key=f"{key}:filed")


def months_are_open(leave: Leave, at: datetime) -> None:
    """What was granted and counted in a locked month is not undone behind its figures."""
    faults = list(closed_months(leave.organ_id, span_of(leave), today(at), CLAUSE))
    if faults:
        raise Refusal("不能改动已经锁定的考勤。", faults)


def locked(matter: Matter) -> Leave:
    return Leave.objects.select_for_update().select_related("person", "matter").get(matter=matter)


def become(
    leave: Leave,
    status: str,
    action: str,
    moves: Sequence[BalanceMove],
    *,
    actor: Person,
    at: datetime,
    key: str,
) -> None:
    """Store the status and tell the journal, with every movement and every reservation it touched."""
    leave.status = status
    leave.save()
    touched: list[Model] = [leave, *moves, *Reservation.objects.filter(leave=leave)]
    payload = {
        "编号": leave.matter.number,
        "状态": status,
        "天数": show_days(leave.halves if leave.actual_halves is None else leave.actual_halves),
        "余额变动": [move.note for move in moves],
    }
    enter(
        actor=actor,
        action=action,
        kind="请假",
        record=leave,
        payload=payload,
        at=at,
        key=f"{key}:leave",
        rule=CLAUSE,
        touched=touched,
    )
