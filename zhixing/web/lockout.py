"""Failed sign-ins: what counts as one account, what a locked-out person sees, what is kept (ID-04, AU-04)."""

from collections.abc import Mapping
from typing import Any

from axes.models import AccessFailureLog
from axes.signals import user_locked_out
from axes.utils import reset
from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhixing.organ.address import address_of
from zhixing.organ.clock import now
from zhixing.organ.models import Account
from zhixing.organ.refusals import FAILED, LOCKED, keep

__all__ = ["address_of", "locked", "username_of"]


def username_of(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str | None:
    """The typed name, as one account whatever its case and blanks."""
    given = credentials or {}
    name = given.get("username") or given.get("login") or request.POST.get("login")
    return str(name).strip().lower() if name else None


def locked(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds()) // 60
    return render(request, "web/locked.html", {"minutes": minutes}, status=429)


@receiver(user_login_failed)
def keep_failure(*, credentials: Mapping[str, Any], request: HttpRequest | None = None, **_: object) -> None:
    """A name that is no account's stands in the table of failures only: nobody writes a journal from outside."""
    account = account_named(username_of(request, credentials)) if request else None
    if request is not None and account is not None:
        keep(account, FAILED, {"来源": address_of(request)}, now())


@receiver(user_locked_out)
def keep_lock(*, request: HttpRequest, username: str | None, **_: object) -> None:
    """The lock is kept once, when it falls; what is tried while it holds are failures."""
    account = account_named(username)
    since = now() - settings.CLOCK_AHEAD - settings.AXES_COOLOFF_TIME
    held = AccessFailureLog.objects.filter(username=username, locked_out=True, attempt_time__gt=since)
    if account is not None and not held.exists():
        keep(account, LOCKED, {"来源": address_of(request)}, now())


@receiver(user_logged_in)
def count_anew(*, user: Account, **_: object) -> None:
    """The own failures count no more; those of others from the same address still do."""
    reset(username=user.username.lower())


def account_named(name: str | None) -> Account | None:
    return Account.objects.filter(username__iexact=name).first() if name else None
