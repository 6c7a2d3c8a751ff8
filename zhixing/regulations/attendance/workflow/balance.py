"""Booking the ledgers: earn, reserve, use, give back. The caller holds the transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import F, Sum

from zhixing.law.values import show_days
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import (
    BalanceHead,
    BalanceMove,
    DutyShift,
    Leave,
    Overtime,
    Reservation,
)
from zhixing.regulations.attendance.workflow.balance_reading import Draw

CLAUSES = {"年休": "02-1.4", "补休": "02-1.5a"}
OFFSET = "02-1.6c"


def lock(person: Person, *accounts: str) -> None:
    """Hold the heads of these accounts until the transaction ends; an UPDATE locks on both databases."""
    for account in sorted(accounts):
        BalanceHead.objects.get_or_create(organ_id=person.organ_id, person=person, account=account)
        BalanceHead.objects.filter(organ_id=person.organ_id, person=person, account=account).update(
            moves=F("moves") + 1
        )


def earn(
    *,
    person: Person,
    account: str,
    halves: int,
    day: date,
    expires: date | None,
    why: str,
    note: str,
    clause: str,
    actor: Person | None,
    at: datetime,
    key: str,
    duty: DutyShift | None = None,
    overtime: Overtime | None = None,
) -> BalanceMove:
    """Open a bucket; a second call with the same key returns the first bucket."""
    lock(person, account)
    move, _ = BalanceMove.objects.get_or_create(
        organ_id=person.organ_id,
        key=key,
        defaults={
            "person": person, "account": account, "halves": halves, "day": day, "expires": expires,
            "why": why, "note": note, "clause": clause, "actor": actor, "at": at,
            "duty": duty, "overtime": overtime,
        },
    )  # fmt: skip
    return move


def take_out(
    *, bucket: BalanceMove, halves: int, day: date, why: str, note: str, actor: Person | None,
    at: datetime, key: str,
) -> BalanceMove:  # fmt: skip
    """Lower a bucket for another reason than leave: 结转, 取消资格, 更正."""
    lock(bucket.person, bucket.account)
    move, _ = BalanceMove.objects.get_or_create(
        organ_id=bucket.organ_id,
        key=key,
        defaults={
            "person": bucket.person, "account": bucket.account, "halves": -halves, "day": day,
            "expires": bucket.expires, "why": why, "note": note, "clause": bucket.clause,
            "bucket": bucket, "actor": actor, "at": at,
        },
    )  # fmt: skip
    return move


def reserve(leave: Leave, draws: Sequence[Draw], *, round_number: int, at: datetime) -> list[Reservation]:
    """Hold the draws for a request under way; the heads must be locked and the draws just read."""
    return [
        Reservation.objects.create(
            organ_id=leave.organ_id,
            leave=leave,
            bucket_id=draw.bucket.move_id,
            halves=draw.halves,
            round=round_number,
            made_at=at,
        )
        for draw in draws
    ]


def release(leave: Leave, *, at: datetime) -> None:
    """The request will not be granted: what it held is free again."""
    lock(leave.person, "年休", "补休")
    leave.reservations.filter(closed_at=None).update(closed_at=at)


def book(leave: Leave, *, actor: Person, at: datetime) -> list[BalanceMove]:
    """Turn what the request held into movements, once."""
    lock(leave.person, "年休", "补休")
    booked = []
    for held in leave.reservations.filter(closed_at=None).select_related("bucket").order_by("pk"):
        move = _use(leave, held, actor=actor, at=at)
        Reservation.objects.filter(pk=held.pk).update(closed_at=at, booked=move)
        booked.append(move)
    return booked


def hold_again(leave: Leave, *, at: datetime) -> None:
    """Before uses are given back because the decision is open again: hold the same halves of the same buckets."""
    lock(leave.person, "年休", "补休")
    for use in leave.moves.filter(why="用假").select_related("bucket"):
        assert use.bucket is not None
        if _outstanding(use) > 0:
            Reservation.objects.create(
                organ_id=leave.organ_id,
                leave=leave,
                bucket=use.bucket,
                halves=_outstanding(use),
                round=leave.matter.round,
                made_at=at,
            )


def _use(leave: Leave, held: Reservation, *, actor: Person, at: datetime) -> BalanceMove:
    assert leave.first is not None
    source = held.bucket
    plain = leave.kind.startswith(source.account)
    purpose = f"休{leave.kind}" if plain else f"冲抵{leave.kind}"
    return BalanceMove.objects.create(
        organ_id=leave.organ_id,
        person=leave.person,
        account=source.account,
        halves=-held.halves,
        day=leave.first,
        expires=source.expires,
        why="用假",
        note=f"{leave.matter.number}{purpose}，用{source.account}{show_days(held.halves)}天（来自：{source.note}）",
        clause=CLAUSES[source.account] if plain else OFFSET,
        bucket=source,
        leave=leave,
        actor=actor,
        at=at,
        key=f"leave:{leave.pk}:use:{held.pk}",
    )


def give_back(
    leave: Leave, *, account: str, halves: int, why: str, actor: Person, at: datetime, key: str
) -> list[BalanceMove]:
    """Return at most `halves` to the very buckets they came from, the last drawn first; never more than was used."""
    lock(leave.person, account)
    returned: list[BalanceMove] = []
    uses = leave.moves.filter(account=account, why="用假").select_related("bucket").order_by("-pk")
    for use in uses:
        part = min(halves, _outstanding(use))
        if part > 0:
            returned.append(_return(use, part, why=why, actor=actor, at=at, key=f"{key}:{use.pk}"))
            halves -= part
    return returned


def _outstanding(use: BalanceMove) -> int:
    back = use.reversals.aggregate(total=Sum("halves"))["total"] or 0
    return -use.halves - back


def _return(use: BalanceMove, part: int, *, why: str, actor: Person, at: datetime, key: str) -> BalanceMove:
    return BalanceMove.objects.create(
        organ_id=use.organ_id,
        person_id=use.person_id,
        account=use.account,
        halves=part,
        day=today(at),
        expires=use.expires,
        why="退回",
        note=f"{why}，退回{use.account}{show_days(part)}天（原扣：{use.note}）",
        clause=use.clause,
        bucket_id=use.bucket_id,
        reverses=use,
        leave_id=use.leave_id,
        actor=actor,
        at=at,
        key=key,
    )


def used(leave: Leave, account: str) -> int:
    """Half-days of the account that this leave holds as booked, after what was given back."""
    return -(leave.moves.filter(account=account).aggregate(total=Sum("halves"))["total"] or 0)
