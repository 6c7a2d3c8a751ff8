from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as own
from django.test import Client
from pytest_django import Settings

from tests.web.bureau import Bureau
from tests.web.security import production


@pytest.fixture(scope="session")
def of_production(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return production.read(tmp_path_factory.mktemp("installation"))


@pytest.fixture
def installed(of_production: dict[str, Any], settings: Settings) -> None:
    """The test runs with what a real organ's settings say of browsers."""
    for name, value in of_production.items():
        if hasattr(own, name) and not name.startswith(("ALLOWED", "SECRET_KEY")):
            setattr(settings, name, value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "var"


@pytest.fixture
def staff(bureau: Bureau) -> Client:
    """The browser of an ordinary member of staff; faults are answered and not raised."""
    return signed_in(bureau, "职员")


def signed_in(bureau: Bureau, role: str, *, with_tokens: bool = False) -> Client:
    """`with_tokens`: a form without its token is refused, as a real browser's would be."""
    client = Client(raise_request_exception=False, enforce_csrf_checks=with_tokens)
    client.force_login(bureau.accounts[role], backend=own.AUTHENTICATION_BACKENDS[-1])
    return client
