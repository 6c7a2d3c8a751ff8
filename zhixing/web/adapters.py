"""How sign-in fits the office: no self-registration, secrets of second factors sealed, one sign-on by name."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest

from zhixing.organ.models import Account
from zhixing.web import sealing


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library carries no types
    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 -- the library's signature
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Wrong passwords are counted by the lockout, in the database, for every process (ID-04)."""


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # the library carries no types
    error_messages: ClassVar[dict[str, str]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "动态口令或者恢复代码不对。",
    }

    def encrypt(self, text: str) -> str:
        return sealing.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return sealing.unseal(encrypted_text)


class SingleSignOnAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # the library carries no types
    """Only accounts that exist already come in this way; the organ's own identity service names them."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002 -- the library's signature
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        account = Account.objects.filter(username=sociallogin.user.username, is_active=True).first()
        if account and not sociallogin.is_existing:
            sociallogin.connect(request, account)
