"""Which rows of leave, balances, outings, overtime and duty the journal explains."""

from __future__ import annotations

from django.db.models import Model

from zhixing.journal import snapshots
from zhixing.regulations.attendance.models import (
    BalanceMove,
    Blackout,
    BlackoutException,
    DutyShift,
    Leave,
    LeaveCancellation,
    LeaveRecount,
    Outing,
    Overtime,
    Reservation,
)

KINDS: dict[type[Model], str] = {
    BalanceMove: "年休补休流水",
    Blackout: "封控期",
    BlackoutException: "封控期放行",
    DutyShift: "值班",
    Leave: "请假",
    LeaveCancellation: "撤销请假",
    LeaveRecount: "请假重算",
    Outing: "因公外出",
    Overtime: "加班",
    Reservation: "余额预留",
}


def register() -> None:
    """Called once by the app when it is ready: every concrete field but the row's own number."""
    for model, kind in KINDS.items():
        fields = tuple(field.attname for field in model._meta.concrete_fields if not field.primary_key)
        snapshots.register(model, kind, fields)
