"""A wrong second factor is a failed sign-in: it is counted and kept (ID-04, AU-04)."""

from typing import Any

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django.core.exceptions import ValidationError

from zhixing.organ.address import address_of
from zhixing.organ.clock import now
from zhixing.organ.refusals import FAILED, keep


class KeepsFailures:
    """For the library's forms that take a code of `self.user`."""

    user: Any

    def clean_code(self) -> str:
        try:
            code: str = super().clean_code()  # type: ignore[misc]  # of the form it is mixed into
        except ValidationError:
            keep(self.user, FAILED, {"来源": address_of(context.request), "方式": "两步验证"}, now())
            raise
        return code


class SecondFactorForm(KeepsFailures, AuthenticateForm):  # type: ignore[misc]  # the library carries no types
    """At sign-in."""


class SecondFactorAgainForm(KeepsFailures, ReauthenticateForm):  # type: ignore[misc]  # the library carries no types
    """Before the account's own safety is changed."""
