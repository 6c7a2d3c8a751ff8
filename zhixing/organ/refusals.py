"""What was refused at the door stands in the organ's journal: failed sign-ins, pages beyond one's duties (AU-04)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction

from zhixing.journal.models import Entry
from zhixing.journal.write import locked_head, write
from zhixing.organ.models import Account

FAILED, LOCKED, REFUSED = "登录失败", "登录锁定", "拒绝访问"
KIND = "账号"
UNKNOWN = "未登录"  # whoever fails to sign in has not shown who it is
# Whoever sends refused requests by the thousand must not bury the journal under them.
MOST, SPAN = 60, timedelta(hours=1)
LAST = "一小时内次数过多，其余只记运行日志"


@transaction.atomic
def keep(account: Account, action: str, told: Mapping[str, str], at: datetime) -> None:
    """One entry for one refusal, in a transaction of its own; at most 60 of a kind and account in an hour.

    An account of no organ has no journal to stand in. The last entry of the hour says that it is the last.
    """
    if account.organ_id is None:
        return
    locked_head(account.organ_id)
    kept = lately(account, action, at)
    if kept >= MOST:
        return
    write(
        organ=account.organ_id,
        actor=account.username if action == REFUSED else UNKNOWN,
        office=account.officer if action == REFUSED else "",
        action=action,
        object_kind=KIND,
        object_id=str(account.pk),
        payload={"账号": account.username, **told, **({"说明": LAST} if kept == MOST - 1 else {})},
        at=at,
        key=f"{action}/{uuid4()}",
    )


def lately(account: Account, action: str, at: datetime) -> int:
    """How many refusals of this kind the last hour's journal has of the account."""
    about = Entry.objects.filter(organ=account.organ_id, object_kind=KIND, object_id=str(account.pk))
    return about.filter(action=action, at__gt=at - SPAN).count()
