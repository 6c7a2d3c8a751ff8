"""What becomes of a decided leave's half-days: booked, given back, or released. The caller holds the transaction."""

from __future__ import annotations

from datetime import datetime

from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import BalanceMove, Leave
from zhixing.regulations.attendance.workflow.balance import give_back, used

# The split is comp first, then annual, then the kind itself; what falls away at the end falls away in reverse.
IN_REVERSE = ("年休", "补休")


def return_halves(
    leave: Leave, halves: int, *, why: str, actor: Person, at: datetime, key: str
) -> list[BalanceMove]:
    """Give back what `halves` fewer half-days free: the uncovered rest bears it first, then the last drawn account."""
    moves = list[BalanceMove]()
    freed = halves - min(halves, uncovered(leave))
    for account in IN_REVERSE:
        part = min(freed, used(leave, account))
        if part > 0:
            moves += give_back(
                leave, account=account, halves=part, why=why, actor=actor, at=at, key=f"{key}:{account}"
            )
            freed -= part
    return moves


def return_all(leave: Leave, *, why: str, actor: Person, at: datetime, key: str) -> list[BalanceMove]:
    """Everything the leave still holds, exactly once, to the buckets it came from."""
    moves = list[BalanceMove]()
    for account in IN_REVERSE:
        part = used(leave, account)
        if part > 0:
            moves += give_back(
                leave, account=account, halves=part, why=why, actor=actor, at=at, key=f"{key}:{account}"
            )
    return moves


def uncovered(leave: Leave) -> int:
    """Half-days that stayed of the kind asked for, as things stand now."""
    taken = leave.halves if leave.actual_halves is None else leave.actual_halves
    return max(0, taken - used(leave, "年休") - used(leave, "补休"))
