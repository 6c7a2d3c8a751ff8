"""What the security officer does to sign-in itself: locks taken off, a lost second factor taken off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt, AccessFailureLog
from axes.utils import reset
from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from zhixing.journal.write import Receipt, already_done
from zhixing.organ.accounts import end_sessions, entry
from zhixing.organ.admission import SECURITY, office_of
from zhixing.organ.models import Account, Organ


@dataclass(frozen=True, slots=True)
class Lock:
    """An account that too many failures have shut, or may soon."""

    account: Account
    failures: int
    last: datetime
    locked: bool


def locks(organ: Organ, at: datetime) -> list[Lock]:
    """Failures of the organ's own accounts that still count, the latest first."""
    known = {account.username.lower(): account for account in Account.objects.filter(organ=organ)}
    still = at - settings.AXES_COOLOFF_TIME
    found: dict[str, Lock] = {}
    for one in AccessAttempt.objects.filter(username__in=known, attempt_time__gte=still).order_by(
        "attempt_time"
    ):
        before = found[one.username].failures if one.username in found else 0
        failures = before + one.failures_since_start
        found[one.username] = Lock(
            known[one.username], failures, one.attempt_time, failures >= settings.AXES_FAILURE_LIMIT
        )
    return sorted(found.values(), key=lambda lock: lock.last, reverse=True)


def failures(organ: Organ) -> QuerySet[AccessFailureLog]:
    """Every failed sign-in of the organ's own accounts, the latest first."""
    known = [name.lower() for name in Account.objects.filter(organ=organ).values_list("username", flat=True)]
    found: QuerySet[AccessFailureLog] = AccessFailureLog.objects.filter(username__in=known)
    return found.order_by("-attempt_time")


@transaction.atomic
def unlock(*, account: Account, actor: Account, at: datetime, key: str) -> Receipt:
    """The failures of an account count no more."""
    if (done := already_done(office_of(actor, SECURITY), key)) is not None:
        return done
    reset(username=account.username.lower())
    return entry(account, "解除登录锁定", actor.username, at, key)


@transaction.atomic
def take_off_second_factor(*, account: Account, actor: Account, at: datetime, key: str) -> Receipt:
    """A lost device opens nothing any more; the holder sets up a new one after the next sign-in."""
    if (done := already_done(office_of(actor, SECURITY), key)) is not None:
        return done
    Authenticator.objects.filter(user=account).delete()
    end_sessions(account)
    return entry(account, "解除两步验证", actor.username, at, key)
