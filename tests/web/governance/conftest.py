import pytest
from django.test import Client

from tests.web.attendance.desks import Desks
from tests.web.bureau import Bureau, build


@pytest.fixture
def desks(bureau: Bureau) -> Desks:
    return Desks(bureau)


@pytest.fixture
def stranger(db: None) -> Client:
    """The chief of another organ."""
    other = build("ouhai-jx", "瓯海区经信局")
    client = Client()
    client.force_login(other.accounts["局长"])
    return client
