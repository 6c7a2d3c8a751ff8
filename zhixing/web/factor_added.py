"""Each proof of who it is gives the session a new key; a factor set up just now is proven (ID-05, ID-06)."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import authentication_step_completed
from allauth.mfa.signals import authenticator_added
from django.dispatch import receiver
from django.http import HttpRequest

from zhixing.organ.models import Account
from zhixing.web.middleware.second_factor import FACTORS, PROVEN


@receiver(authenticator_added)
def note_proof(request: HttpRequest, user: Account, authenticator: Any, **_: object) -> None:
    if authenticator.type in FACTORS:
        record_authentication(request, user, method=PROVEN, type=authenticator.type)
        request.session.cycle_key()


@receiver(authentication_step_completed)
def renew_key(request: HttpRequest, *, reauthenticated: bool = False, **_: object) -> None:
    """Django itself renews the key at sign-in."""
    if reauthenticated:
        request.session.cycle_key()
