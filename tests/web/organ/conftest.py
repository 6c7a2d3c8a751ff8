"""The desk of each role of a small bureau, and the same people of another organ."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.web.bureau import Bureau, build

SignIn = Callable[[str], Client]


@pytest.fixture
def elsewhere(db: None) -> Bureau:
    return build("ouhai-jx", "瓯海区经信局")


@pytest.fixture
def sign_in(bureau: Bureau) -> SignIn:
    def signed(role: str) -> Client:
        client = Client()
        client.force_login(
            bureau.accounts[role], backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        return client

    return signed
