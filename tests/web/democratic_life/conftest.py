"""The demo bureau at its desks, with a life meeting as far as the test takes it."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from tests.people import build_people
from tests.regulations.democratic_life.hall import NOW, Hall
from zhixing.organ.models import Account
from zhixing.regulations.democratic_life.models import LifeMeeting

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

Desk = Callable[[str], Client]


@pytest.fixture
def hall(db: None) -> Hall:
    return Hall(build_people(NOW))


@pytest.fixture
def now(hall: Hall) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def desk(hall: Hall, now: time_machine.Traveller) -> Desk:
    """The browser of whoever has the number, at the hall's own time."""

    def signed_in(number: str) -> Client:
        now.move_to(hall.at)
        person = hall.person(number)
        account, _ = Account.objects.get_or_create(
            organ=hall.organ, person=person, defaults={"username": number}
        )
        client = Client()
        client.force_login(account)
        return client

    return signed_in


def post(client: Client, address: str, **typed: Any) -> "Answer":
    return client.post(address, {"key": str(uuid4()), **typed})


def text(response: "Answer") -> str:
    return response.content.decode()


def at(name: str, case: LifeMeeting, *more: object) -> str:
    return reverse(f"web:{name}", args=[case.pk, *more])
