"""Where the organ asks for a second factor, a password alone opens nothing (ID-05).

Whoever has no factor yet sets one up with a code from the security officer's hand: a stolen password cannot.
"""

from collections.abc import Callable
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from zhixing.organ.models import Account
from zhixing.web.pages.errors import forbidden

PROVEN = "mfa"  # the method that the sign-in library notes for a second factor
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
ENROLLING = "enrolling"  # in the session: the account whose code was right
AT_THE_DOOR = frozenset({"account_login", "account_logout", "account_inactive", "web:enrol", "health"})
SETTING_UP = frozenset(
    {
        "account_reauthenticate",
        "account_change_password",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
    }
)


class SecondFactor:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponseBase | None:
        account = request.user
        if not isinstance(account, Account) or not account.organ or not account.organ.second_factor:
            return None
        if has_factor(account):
            return None if is_proven(request) else sent_out(request)
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name in AT_THE_DOOR:
            return None
        if not may_set_up(request):
            return sent_to_enrol(request)
        return None if name in SETTING_UP else sent_to_set_up(request)


def has_factor(account: Account) -> bool:
    found: bool = Authenticator.objects.filter(user=account, type__in=FACTORS).exists()
    return found


def must_enrol(account: Account) -> bool:
    """Whether the account has yet to set up the factor its organ asks for."""
    return bool(account.organ and account.organ.second_factor) and not has_factor(account)


def may_set_up(request: HttpRequest) -> bool:
    """After a right code, or for whoever has just taken the own old factor off."""
    return request.session.get(ENROLLING) == request.user.pk or is_proven(request)


def is_proven(request: HttpRequest) -> bool:
    return any(record["method"] == PROVEN for record in get_authentication_records(request, request.user))


def sent_out(request: HttpRequest) -> HttpResponse:
    """A session from before the factor was set up elsewhere proves the password alone: it ends here."""
    logout(request)
    messages.warning(request, "本账号已设置两步验证，请重新登录。")
    return led(request, "account_login")


def sent_to_set_up(request: HttpRequest) -> HttpResponse:
    messages.warning(request, "本单位要求两步验证，请先设置动态口令或者通行密钥。")
    return led(request, "mfa_activate_totp")


def sent_to_enrol(request: HttpRequest) -> HttpResponse:
    return led(request, "web:enrol")


def led(request: HttpRequest, page: str) -> HttpResponse:
    if request.path.startswith("/api/"):
        return forbidden(request)  # a program follows no page
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": reverse(page)})
    return redirect(page)
