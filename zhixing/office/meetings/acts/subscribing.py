"""日历订阅: a person's own address for the calendar program, made anew or ended at any time."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from zhixing.journal.write import Receipt, already_done, locked_head
from zhixing.law.refusal import Conflict, Finding, Refusal
from zhixing.office.meetings.explained import KINDS
from zhixing.office.meetings.models import Subscription
from zhixing.organ.accounts import may_enter
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Account, Person
from zhixing.organ.once import once
from zhixing.organ.tokens import digest

SHOWN_ONCE = Finding(
    "订阅地址", "已经生成过", "地址只在生成时显示一次", "没有记下地址的，请重新生成，原来的同时停用。"
)
NONE = Finding("订阅地址", "没有", "正在使用的地址", "不用停用。")


@dataclass(frozen=True, slots=True)
class Address:
    """`secret` is known at this moment only."""

    secret: str
    receipt: Receipt


@transaction.atomic
def subscribe(*, account: Account, actor: Person, at: datetime, key: str) -> Address:
    """A new address of one's own; the one before opens nothing from now on."""
    locked_head(actor.organ_id)
    if already_done(actor.organ_id, key) is not None:
        raise Conflict("没有再次生成。", [SHOWN_ONCE])
    _own(account, actor)
    earlier = list(Subscription.objects.filter(account=account, ended_at=None))
    for one in earlier:
        one.ended_at = at
        one.save(update_fields=["ended_at"])
    secret = secrets.token_urlsafe(32)
    made = Subscription.objects.create(
        organ_id=actor.organ_id, account=account, digest=digest(secret), created_at=at
    )
    return Address(secret, _entry(made, "生成日历订阅地址", actor, at, key, earlier))


@once
def end_subscription(*, account: Account, actor: Person, at: datetime, key: str) -> Receipt:
    """From this moment no address of the person opens anything."""
    _own(account, actor)
    held = Subscription.objects.filter(account=account, ended_at=None).first()
    if held is None:
        raise Refusal("没有停用。", [NONE])
    held.ended_at = at
    held.save(update_fields=["ended_at"])
    return _entry(held, "停用日历订阅地址", actor, at, key, ())


def subscriber(secret: str, at: datetime) -> Account | None:
    """Whose calendar the address opens; None for every address that is unknown, ended, or of somebody who left."""
    rows = Subscription.objects.select_related("account__person__organ", "account__organ")
    held = rows.filter(digest=digest(secret), ended_at=None).first()
    if held is None or held.account.person is None or not may_enter(held.account, today(at)):
        return None
    return held.account


def _own(account: Account, actor: Person) -> None:
    if account.person_id != actor.pk:
        found = Finding("账号", account.username, "本人的账号", "请由本人办理。")
        raise Refusal("日历订阅没有办理。", [found])


def _entry(
    record: Subscription, action: str, actor: Person, at: datetime, key: str,
    touched: list[Subscription] | tuple[()],
) -> Receipt:  # fmt: skip
    return enter(
        actor=actor, action=action, kind=KINDS[Subscription], record=record,
        payload={"账号": record.account.username}, at=at, key=key, rule="", touched=touched,
    )  # fmt: skip
