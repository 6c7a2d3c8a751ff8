"""登记码: a stolen password alone sets up no second factor; it takes a code from the security officer's hand (ID-05)."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from zhixing.journal.write import Receipt, already_done, locked_head, write
from zhixing.law.refusal import Conflict, Finding, Refusal
from zhixing.organ.admission import SECURITY, office_of
from zhixing.organ.models import Account, Enrolment
from zhixing.organ.refusals import FAILED, keep

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is read for another
GROUPS, LENGTH = 4, 4  # 80 bits
GOOD_FOR = timedelta(days=7)
MOST_FAILURES = 5
SHOWN_ONCE = Finding("登记码", "已经发过", "登记码只在签发时显示一次", "没有记下的，请重新发一个。")


@transaction.atomic
def issue_code(*, account: Account, actor: Account, at: datetime, key: str) -> str:
    """A new code for an account of the security officer's organ; the one before opens nothing any more."""
    organ = office_of(actor, SECURITY)
    if already_done(organ, key) is not None:
        raise Conflict("没有再次签发登记码。", [SHOWN_ONCE])
    if account.organ_id != organ or not account.is_active:
        raise Refusal("没有签发登记码。", [
            Finding("账号", account.username, "本单位已启用的账号", "请先授权启用。")
        ])  # fmt: skip
    if account.pk == actor.pk:
        raise Refusal("没有签发登记码。", [
            Finding("账号", "本人的账号", "他人的账号", "请由另一位安全管理员办理。")
        ])  # fmt: skip
    return hand_out(account=account, actor=actor.username, at=at, key=key)


@transaction.atomic
def hand_out(*, account: Account, actor: str, at: datetime, key: str) -> str:
    """The code itself, known at this moment only."""
    assert account.organ_id is not None
    locked_head(account.organ_id)
    code = "-".join("".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(GROUPS))
    Enrolment.objects.create(
        organ_id=account.organ_id,
        account=account,
        digest=digest(code),
        issued_at=at,
        until=at + GOOD_FOR,
    )
    _entry(account, "签发登记码", actor, at, key)
    return code


@transaction.atomic
def redeem(*, account: Account, typed: str, at: datetime, key: str) -> Receipt | None:
    """Use the code up; None where it is wrong, used, too old, or was mistyped five times."""
    assert account.organ_id is not None
    locked_head(account.organ_id)
    enrolment = Enrolment.objects.select_for_update().filter(account=account).first()
    if enrolment is None or enrolment.used_at or enrolment.until < at or enrolment.failures >= MOST_FAILURES:
        keep(account, FAILED, {"方式": "登记码"}, at)
        return None
    if not secrets.compare_digest(enrolment.digest, digest(typed)):
        enrolment.failures += 1
        enrolment.save(update_fields=["failures"])
        keep(account, FAILED, {"方式": "登记码"}, at)
        return None
    enrolment.used_at = at
    enrolment.save(update_fields=["used_at"])
    return _entry(account, "使用登记码", account.username, at, key)


def digest(code: str) -> str:
    """Of 80 random bits; blanks, hyphens and case do not count."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()


def _entry(account: Account, action: str, actor: str, at: datetime, key: str) -> Receipt:
    assert account.organ_id is not None
    return write(
        organ=account.organ_id,
        actor=actor,
        office="",
        action=action,
        object_kind="账号",
        object_id=str(account.pk),
        payload={"账号": account.username},
        at=at,
        key=key,
    )
