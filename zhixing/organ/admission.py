"""Accounts between two officers: one registers and closes, the other grants, and neither does both (AC-05, AC-07)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from zhixing.journal.write import Receipt, already_done
from zhixing.law.refusal import Finding, Findings, Refusal
from zhixing.organ.accounts import close_account, end_sessions, entry, faults
from zhixing.organ.models import Account, Person

SYSTEM, SECURITY = "系统管理员", "安全管理员"


@transaction.atomic
def register_account(
    *,
    username: str,
    password: str,
    person: Person | None,
    officer: str,
    actor: Account,
    at: datetime,
    key: str,
) -> Receipt:
    """A new account of the actor's organ that cannot be used before it is granted; every fault at once.

    With `officer` it is the account of one of the three offices, and `person` bears that office.
    """
    organ = office_of(actor, SYSTEM)
    if (done := already_done(organ, key)) is not None:
        return done
    account = Account(
        organ=actor.organ,
        username=username.strip(),
        person=None if officer else person,
        bearer=person if officer else None,
        officer=officer,
        is_active=False,
    )
    findings = Findings()
    findings.extend(faults(account, password))
    findings.extend(_of_the_person(account))
    findings.refuse_if_any("没有登记账号。")
    account.set_password(password)
    account.save()
    return entry(account, "登记账号", actor.username, at, key)


@transaction.atomic
def grant(*, account: Account, actor: Account, at: datetime, key: str) -> Receipt:
    """What was registered may be used from now on; its roles follow from the posts its person holds."""
    organ = office_of(actor, SECURITY)
    if (done := already_done(organ, key)) is not None:
        return done
    held = _held(account, actor)
    if held.standing != "待授权":
        raise _not_in("没有授权。", held, "待授权")
    held.is_active = True
    held.save(update_fields=["is_active"])
    return entry(held, "授权启用账号", actor.username, at, key)


@transaction.atomic
def close(*, account: Account, actor: Account, at: datetime, key: str) -> Receipt:
    """Stop an account and its sessions; never the own one, never the last officer of a kind."""
    organ = office_of(actor, SYSTEM)
    if (done := already_done(organ, key)) is not None:
        return done
    held = _held(account, actor)
    if held.pk == actor.pk:
        raise _refused("没有停用。", "账号", "本人的账号", "他人的账号", "请由另一位系统管理员办理。")
    if held.standing == "停用":
        raise _not_in("没有停用。", held, "启用或者待授权")
    if held.officer and held.is_active and not _another(held):
        found = f"唯一的{held.officer}"
        raise _refused("没有停用。", "账号", found, "另有在用的同类账号", "请先登记并授权接任的账号。")
    return close_account(account=held, actor=actor.username, at=at, key=key)


@transaction.atomic
def reopen(*, account: Account, actor: Account, at: datetime, key: str) -> Receipt:
    """A closed account waits again for the security officer."""
    organ = office_of(actor, SYSTEM)
    if (done := already_done(organ, key)) is not None:
        return done
    held = _held(account, actor)
    if held.standing != "停用":
        raise _not_in("没有重新启用。", held, "停用")
    findings = Findings()
    findings.extend(_of_the_bearer(held))
    findings.refuse_if_any("没有重新启用。")
    held.closed_at = None
    held.save(update_fields=["closed_at"])
    return entry(held, "重新登记账号", actor.username, at, key)


@transaction.atomic
def reset_password(*, account: Account, password: str, actor: Account, at: datetime, key: str) -> Receipt:
    """A new first password for whoever forgot the old one; open sessions end."""
    organ = office_of(actor, SYSTEM)
    if (done := already_done(organ, key)) is not None:
        return done
    held = _held(account, actor)
    if held.pk == actor.pk:
        raise _refused("没有重置。", "账号", "本人的账号", "他人的账号", "请在“账号与安全”中修改。")
    try:
        validate_password(password, held)
    except ValidationError as weak:
        findings = [Finding("密码", "不合要求", says, "请另设密码。") for says in weak.messages]
        raise Refusal("没有重置密码。", findings) from weak
    held.set_password(password)
    held.save(update_fields=["password"])
    end_sessions(held)
    return entry(held, "重置密码", actor.username, at, key)


@transaction.atomic
def turn_out(*, account: Account, actor: Account, at: datetime, key: str) -> Receipt:
    """End every open session of an account."""
    organ = office_of(actor, SECURITY)
    if (done := already_done(organ, key)) is not None:
        return done
    held = _held(account, actor)
    end_sessions(held)
    return entry(held, "结束会话", actor.username, at, key)


def sessions_of(accounts: Iterable[Account]) -> dict[int, int]:
    """How many sessions each of the accounts has open."""
    counts = {account.pk: 0 for account in accounts}
    for session in Session.objects.filter(expire_date__gte=timezone.now()).iterator():
        whose = str(session.get_decoded().get("_auth_user_id", ""))
        if whose.isdecimal() and int(whose) in counts:
            counts[int(whose)] += 1
    return counts


def office_of(actor: Account, office: str) -> str:
    """The organ's key; raises Refusal for whoever does not hold the office."""
    if actor.organ_id is None or not actor.is_active or actor.officer != office:
        raise _refused("没有办理。", "办理人", str(actor), office, f"请由{office}办理。")
    return actor.organ_id


def _held(account: Account, actor: Account) -> Account:
    """The row as it now is, held until the transaction ends; of the own organ only."""
    held = Account.objects.select_for_update().filter(pk=account.pk, organ_id=actor.organ_id).first()
    if held is None:
        raise _refused("没有办理。", "账号", "不是本单位的账号", "本单位的账号", "请重新选择。")
    return held


def _another(account: Account) -> bool:
    others = Account.objects.filter(organ=account.organ, officer=account.officer, is_active=True)
    return others.exclude(pk=account.pk).exists()


def _of_the_bearer(account: Account) -> list[Finding]:
    """Nobody bears two of the three offices (AC-05); the database refuses it as well."""
    if account.bearer is None:
        return []
    other = Account.objects.filter(bearer=account.bearer, closed_at=None).exclude(pk=account.pk).first()
    if other is None:
        return []
    found = f"{account.bearer.name}已经是{other.officer}"
    return [Finding("担任人", found, "三员由不同的人担任", "请另选担任人。")]


def _of_the_person(account: Account) -> list[Finding]:
    if account.officer and account.bearer is None:
        return [Finding("担任人", "没有选择", "一名本单位人员", "请选择由谁担任。")]
    if account.officer:
        return _of_another_organ(account, account.bearer) + _of_the_bearer(account)
    person = account.person
    if person is None:
        return []
    found = _of_another_organ(account, person)
    if Account.objects.filter(person=person).exists():
        found.append(
            Finding("人员", f"{person.name}已有账号", "还没有账号的人员", "停用的账号可以重新启用。")
        )
    return found


def _of_another_organ(account: Account, person: Person | None) -> list[Finding]:
    if person is None or person.organ_id == account.organ_id:
        return []
    return [Finding("人员", person.name, "本单位人员", "请重新选择。")]


def _not_in(conclusion: str, account: Account, wanted: str) -> Refusal:
    return _refused(
        conclusion,
        "账号",
        f"{account.username}现在是“{account.standing}”",
        f"“{wanted}”的账号",
        "请刷新后再看。",
    )


def _refused(conclusion: str, fact: str, found: str, expected: str, mend: str) -> Refusal:
    return Refusal(conclusion, [Finding(fact, found, expected, mend)])
