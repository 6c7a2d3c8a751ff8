"""Accounts: opened, closed, and shut at once when a person leaves (ID-01, ID-08)."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from zhixing.journal.write import Receipt, already_done, write
from zhixing.law.refusal import Finding, Findings
from zhixing.organ.models import Account, Organ, Person
from zhixing.organ.sessions import kept_key
from zhixing.organ.who import service_on


@transaction.atomic
def open_account(
    *,
    organ: Organ,
    username: str,
    password: str,
    actor: str,
    at: datetime,
    key: str,
    person: Person | None = None,
    officer: str = "",
) -> Account:
    """A new account of a person or of one of the three officers; raises Refusal with every fault."""
    account = Account(organ=organ, username=username, person=person, officer=officer)
    findings = Findings()
    findings.extend(faults(account, password))
    findings.refuse_if_any("不能开通账号。")
    account.set_password(password)
    account.save()
    entry(account, "开通账号", actor, at, key)
    return account


@transaction.atomic
def close_account(*, account: Account, actor: str, at: datetime, key: str) -> Receipt:
    """Stop an account: its open sessions end with it; what it did stands."""
    assert account.organ_id is not None
    done = already_done(account.organ_id, key)
    if done is not None:
        return done
    account.is_active, account.closed_at = False, at
    account.save(update_fields=["is_active", "closed_at"])
    end_sessions(account)
    return entry(account, "停用账号", actor, at, key)


def may_enter(account: Account, day: date) -> bool:
    """Whether the account may be used today: an officer, or a person who serves."""
    if not account.is_active:
        return False
    return bool(account.officer) or (
        account.person is not None and service_on(account.person, day) is not None
    )


def open_sessions(account: Account) -> list[Session]:
    """Every open session of the account, the one that ends last first."""
    still = Session.objects.filter(expire_date__gte=timezone.now()).order_by("-expire_date")
    return [one for one in still.iterator() if one.get_decoded().get("_auth_user_id") == str(account.pk)]


def end_sessions(account: Account, *, but: str | None = None) -> int:
    """Close every open session of the account but the one with the key `but`; how many there were."""
    here = kept_key(but) if but else None
    ended = [one.pk for one in open_sessions(account) if one.pk != here]
    Session.objects.filter(pk__in=ended).delete()
    return len(ended)


@transaction.atomic
def end_other_sessions(*, account: Account, but: str, at: datetime, key: str) -> Receipt:
    """The holder closes what may still be open at another desk."""
    assert account.organ_id is not None
    done = already_done(account.organ_id, key)
    if done is not None:
        return done
    end_sessions(account, but=but)
    return entry(account, "退出其他会话", account.username, at, key)


def faults(account: Account, password: str) -> list[Finding]:
    found = []
    if Account.objects.filter(username=account.username).exists():
        found.append(Finding("账号", account.username, "没有用过的账号", "请另取一个账号。"))
    if not account.username.strip():
        found.append(Finding("账号", "没有填写", "字母、数字组成的账号", "请填写账号。"))
    if bool(account.person) == bool(account.officer):
        found.append(
            Finding("账号", "人员和三员身份须有且只有一个", "本单位人员，或者三员之一", "请重新选择。")
        )
    try:
        validate_password(password, account)
    except ValidationError as weak:
        found += [Finding("密码", "不合要求", sentence, "请另设密码。") for sentence in weak.messages]
    return found


def entry(account: Account, action: str, actor: str, at: datetime, key: str) -> Receipt:
    assert account.organ_id is not None
    return write(
        organ=account.organ_id,
        actor=actor,
        office="",
        action=action,
        object_kind="账号",
        object_id=str(account.pk),
        payload={"账号": account.username, "三员": account.officer, "启用": account.is_active},
        at=at,
        key=key,
        touched=[account],
    )
