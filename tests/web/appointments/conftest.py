"""The demo bureau at its desks, with an appointment as far as the test takes it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from tests.people import build_people
from tests.regulations.appointments.house import MONDAY, House
from zhixing.organ.models import Account
from zhixing.regulations.appointments.models import Case

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

Desk = Callable[[str], Client]


@pytest.fixture
def house(db: None) -> House:
    return House(build_people(MONDAY))


@pytest.fixture
def now() -> Iterator[time_machine.Traveller]:
    """The pages are opened in the morning of 5 March 2026; a test may move on."""
    with time_machine.travel(datetime(2026, 3, 5, 3, 0, tzinfo=UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def desk(house: House, now: time_machine.Traveller) -> Desk:
    def signed_in(number: str) -> Client:
        person = house.person(number)
        account, _ = Account.objects.get_or_create(
            organ=house.organ, person=person, defaults={"username": number}
        )
        client = Client()
        client.force_login(account)
        return client

    return signed_in


def post(client: Client, address: str, **typed: Any) -> "Answer":
    """A form sent with a key of its own."""
    return client.post(address, {"key": str(uuid4()), **typed})


def text(response: "Answer") -> str:
    return response.content.decode()


def at(name: str, case: Case, *more: object) -> str:
    return reverse(f"web:{name}", args=[case.pk, *more])
