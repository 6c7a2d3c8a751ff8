"""Whoever sets up a second factor has just proven it: that session need not sign in again (ID-05)."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.signals import authenticator_added
from django.dispatch import receiver
from django.http import HttpRequest

from zhixing.organ.models import Account
from zhixing.web.middleware.second_factor import FACTORS, PROVEN


@receiver(authenticator_added)
def note_proof(request: HttpRequest, user: Account, authenticator: Any, **_: object) -> None:
    if authenticator.type in FACTORS:
        record_authentication(request, user, method=PROVEN, type=authenticator.type)
