"""年休 and 补休: what one may still take, from which earning, and every movement with its reason."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone
from ninja import Field, Router, Schema

from zhixing.api.callers import BOTH, ApiRequest, calling
from zhixing.api.schemas import listed, private
from zhixing.law.values import show_days
from zhixing.organ.models import Person
from zhixing.organ.policy import Viewer, visible
from zhixing.regulations.attendance.models import BalanceMove
from zhixing.regulations.attendance.workflow.balance_reading import Bucket, buckets, first_expiring, usable
from zhixing.regulations.attendance.workflow.entitlement import ACCOUNT, unbooked_grants

router = Router(tags=["请假"], auth=BOTH)
ACCOUNTS = (ACCOUNT, "补休")
LATEST = 100


class BucketOut(Schema):
    """一笔来源还剩多少，按天"""

    since: date = Field(title="起用日")
    expires: date | None = Field(title="最后一日")
    left: str = Field(title="剩余")
    why: str = Field(title="来源")
    note: str = Field(title="说明")


class MoveOut(Schema):
    """一笔变动，按天"""

    day: date = Field(title="日期")
    days: str = Field(title="增减")
    why: str = Field(title="事由")
    note: str = Field(title="说明")
    clause: str = Field(title="条款")


class AccountOut(Schema):
    """一个账户"""

    account: str = Field(title="账户")
    available: str = Field(title="今天可用")
    buckets: list[BucketOut] = Field(title="各笔来源")
    moves: list[MoveOut] = Field(title="变动，新的在前")


class BalancesOut(Schema):
    """本人的年休和补休；在途申请占用的已经减去"""

    day: date = Field(title="日期")
    accounts: list[AccountOut] = Field(title="账户")


@router.get(
    "/balances",
    response=private(BalancesOut),
    summary="我的年休和补休余额",
    description=f"每个账户列最近{LATEST}笔变动。",
)
def balances(request: ApiRequest) -> dict[str, Any]:
    caller, day = calling(request), timezone.localdate(request.at)
    return {"day": day, "accounts": [account(caller.viewer, caller.person, name, day) for name in ACCOUNTS]}


def account(viewer: Viewer, person: Person, name: str, day: date) -> dict[str, Any]:
    found = held(person, name, day)
    moves = visible(viewer, BalanceMove).filter(person=person, account=name).order_by("-pk")
    return {
        "account": name,
        "available": show_days(usable(found, day)),
        "buckets": listed(bucket, found),
        "moves": listed(move, moves[:LATEST]),
    }


def held(person: Person, name: str, day: date) -> list[Bucket]:
    """The ledger less requests under way, and what this year grants but nobody has booked yet."""
    unbooked = unbooked_grants(person, day.year, day) if name == ACCOUNT else ()
    return sorted((*buckets(person, name), *unbooked), key=first_expiring)


def bucket(each: Bucket) -> dict[str, Any]:
    return {
        "since": each.since,
        "expires": each.expires,
        "left": show_days(each.left),
        "why": each.why,
        "note": each.note,
    }


def move(each: BalanceMove) -> dict[str, Any]:
    return {
        "day": each.day,
        "days": show_days(each.halves),
        "why": each.why,
        "note": each.note,
        "clause": each.clause,
    }
