"""账号与安全：what the account is, its second factor, and where it is open."""

from dataclasses import dataclass
from datetime import UTC, datetime

from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from zhixing.law.refusal import Refusal
from zhixing.organ.accounts import end_other_sessions, open_sessions
from zhixing.organ.sessions import kept_key
from zhixing.web.middleware.session_limits import BEGAN, USED
from zhixing.web.pages.answering import REFUSED, attempt
from zhixing.web.requests import DeskRequest


@dataclass(frozen=True, slots=True)
class Open:
    """One place where the account is open."""

    began: datetime | None
    used: datetime | None
    here: bool


@require_safe
def account(request: DeskRequest) -> HttpResponse:
    return page(request)


@require_POST
def end_others(request: DeskRequest) -> HttpResponse:
    refusal = attempt(
        request,
        "其他地方打开的页面都已退出。",
        lambda key: end_other_sessions(
            account=request.user, but=request.session.session_key or "", at=request.at, key=key
        ),
    )
    return page(request, refusal) if refusal else redirect("web:account")


def page(request: DeskRequest, refusal: Refusal | None = None) -> HttpResponse:
    kinds = set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    context = {
        "roles": sorted(request.viewer.roles) if request.viewer else [],
        "code": "totp" in kinds,
        "passkeys": Authenticator.objects.filter(user=request.user, type="webauthn").count(),
        "sessions": [shown(one, request) for one in open_sessions(request.user)],
        "refusal": refusal,
    }
    return render(request, "web/account.html", context, status=REFUSED if refusal else 200)


def shown(session: Session, request: DeskRequest) -> Open:
    kept = session.get_decoded()
    here = kept_key(request.session.session_key or "")
    return Open(moment(kept.get(BEGAN)), moment(kept.get(USED)), session.session_key == here)


def moment(seconds: int | None) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds else None
