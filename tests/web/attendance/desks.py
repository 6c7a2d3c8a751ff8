"""People of the small bureau at their desks, at a moment the test chooses."""

import re
from datetime import datetime
from html import unescape
from typing import TYPE_CHECKING, Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import time_machine
from django.test import Client
from django.utils import timezone

from tests.web.bureau import Bureau
from zhixing.organ.models import Person

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

TAG = re.compile(r"<[^>]*>")
SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(text: str) -> datetime:
    """'2026-11-19 08:25' in Shanghai."""
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def clock(text: str) -> time_machine.travel:
    """The moment at which the pages are opened."""
    return time_machine.travel(at(text), tick=False)


class Desks:
    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self._clients: dict[tuple[str, datetime], Client] = {}

    def person(self, role: str) -> Person:
        return self.bureau.person(role)

    def of(self, role: str) -> Client:
        """The browser of this role, signed in at this moment."""
        place = (role, timezone.now())
        if place not in self._clients:
            self._clients[place] = Client()
            self._clients[place].force_login(self.bureau.accounts[role])
        return self._clients[place]


def post(client: Client, address: str, **typed: Any) -> "Answer":
    """A form sent with a key of its own."""
    return client.post(address, {"key": str(uuid4()), **typed})


def text(response: "Answer") -> str:
    return response.content.decode()


def words(response: "Answer") -> str:
    """What one reads: without tags, every stretch of white space one space."""
    return " ".join(unescape(TAG.sub(" ", text(response))).split())
