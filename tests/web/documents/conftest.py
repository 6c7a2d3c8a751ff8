import pytest
from django.test import Client

from tests.web.attendance.desks import Desks
from tests.web.bureau import BEGIN, Bureau, build
from zhixing.organ.models import Holding


@pytest.fixture
def desks(bureau: Bureau) -> Desks:
    """The office clerk keeps the documents too."""
    Holding.objects.create(organ=bureau.organ, person=bureau.person("办公室"), post="文书", since=BEGIN)
    return Desks(bureau)


@pytest.fixture
def stranger(db: None) -> Client:
    """The chief of another organ."""
    other = build("ouhai-jx", "瓯海区经信局")
    client = Client()
    client.force_login(other.accounts["局长"])
    return client
