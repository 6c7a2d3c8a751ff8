"""Tokens of the interface: issued to a person, used by a program in that person's name, revoked at any time."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from zhixing.journal.write import Receipt, already_done, write
from zhixing.law.refusal import Conflict, Finding, Refusal
from zhixing.organ.accounts import may_enter
from zhixing.organ.models import Account, Token
from zhixing.organ.models.token import SCOPES

PREFIX = "zx_"
LONGEST_DAYS = 365
LONGEST_NAME = 60
MOST = 10
GRAIN = timedelta(minutes=1)  # between two notes of the last use
SCOPE_NAMES = tuple(name for name, _ in SCOPES)


@dataclass(frozen=True, slots=True)
class Issued:
    """`secret` is known at this moment only."""

    token: Token
    secret: str


def digest(secret: str) -> str:
    """Of 256 random bits, so that a plain digest is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def issue(
    *, account: Account, name: str, scope: str, days: int, actor: str, at: datetime, key: str
) -> Issued:
    """A new token of the account's person; raises Refusal with every fault."""
    assert account.organ_id is not None
    if already_done(account.organ_id, key) is not None:
        raise Conflict("没有再次签发。", [SHOWN_ONCE])
    findings = list(_faults(account, name.strip(), scope, days, at))
    if findings:
        raise Refusal("不能签发接口令牌。", findings)
    secret = PREFIX + secrets.token_urlsafe(32)
    token = Token.objects.create(
        organ_id=account.organ_id,
        account=account,
        name=name.strip(),
        scope=scope,
        digest=digest(secret),
        created_at=at,
        until=at + timedelta(days=days),
    )
    _entry(token, "签发接口令牌", actor, at, key)
    return Issued(token, secret)


@transaction.atomic
def revoke(*, token: Token, actor: str, at: datetime, key: str) -> Receipt:
    """From this moment the token opens nothing; raises Refusal where it was revoked before."""
    done = already_done(token.organ_id, key)
    if done is not None:
        return done
    held = Token.objects.select_for_update().get(pk=token.pk)
    if held.revoked_at is not None:
        raise Refusal("没有再次吊销。", [REVOKED])
    held.revoked_at = at
    held.save(update_fields=["revoked_at"])
    token.revoked_at = at
    return _entry(held, "吊销接口令牌", actor, at, key)


def holder(secret: str, at: datetime) -> Token | None:
    """The live token with this secret, of an account that may be used today; None for every other."""
    token = (
        Token.objects.select_related("account__person__organ", "account__organ")
        .filter(digest=digest(secret), revoked_at=None, until__gt=at)
        .first()
    )
    if token is None or not may_enter(token.account, timezone.localdate(at)):
        return None
    return token


def note_use(token: Token, at: datetime) -> None:
    """When it was last used, to the minute."""
    if token.last_used_at is None or at - token.last_used_at >= GRAIN:
        Token.objects.filter(pk=token.pk).update(last_used_at=at)


def state_of(token: Token, at: datetime) -> str:
    """有效, 已吊销 or 已过期."""
    if token.revoked_at is not None:
        return "已吊销"
    return "有效" if token.until > at else "已过期"


SHOWN_ONCE = Finding("令牌", "已经签发过", "密钥只在签发时显示一次", "没有记下密钥的，请吊销后重新签发。")
REVOKED = Finding("令牌", "已经吊销", "有效的令牌", "不用再办。")


def _faults(account: Account, name: str, scope: str, days: int, at: datetime) -> Iterator[Finding]:
    if account.person is None or not may_enter(account, timezone.localdate(at)):
        expected = "在册人员本人的账号"
        yield Finding(
            "账号", account.username, expected, "三员账号和停用的账号不签发令牌。", who="系统管理员"
        )
    if not 0 < len(name) <= LONGEST_NAME:
        yield Finding("用途", f"{len(name)}个字", f"1至{LONGEST_NAME}个字", "请写明令牌给哪个程序用。")
    if scope not in SCOPE_NAMES:
        yield Finding("权限", scope or "没有填写", "、".join(SCOPE_NAMES), "请选择只读或者读写。")
    if not 0 < days <= LONGEST_DAYS:
        yield Finding("有效期", f"{days}天", f"1至{LONGEST_DAYS}天", "请改正有效天数。")
    if Token.objects.filter(account=account, revoked_at=None, until__gt=at).count() >= MOST:
        yield Finding("令牌", f"已有{MOST}个有效", f"不超过{MOST}个", "请先吊销不用的令牌。")


def _entry(token: Token, action: str, actor: str, at: datetime, key: str) -> Receipt:
    return write(
        organ=token.organ_id,
        actor=actor,
        office="",
        action=action,
        object_kind="接口令牌",
        object_id=str(token.pk),
        payload={
            "账号": token.account.username,
            "用途": token.name,
            "权限": token.scope,
            "有效期至": timezone.localtime(token.until).isoformat(timespec="seconds"),
        },
        at=at,
        key=key,
        touched=[token],
    )
