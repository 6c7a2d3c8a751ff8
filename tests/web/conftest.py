import pytest
from django.test import Client

from tests.web.bureau import Bureau, build


@pytest.fixture
def bureau(db: None) -> Bureau:
    return build()


@pytest.fixture
def guest() -> Client:
    return Client()
