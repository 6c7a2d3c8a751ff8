"""Browsers of the people of the demo bureau, opened at the minute at which the meeting stands."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import time_machine
from django.test import Client

from tests.regulations.governance.party_meeting import PartyMeeting
from tests.web.attendance.desks import words
from tests.web.bureau import Bureau
from zhixing.organ.models import Account

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test.client import _MonkeyPatchedWSGIResponse as Answer


@dataclass
class Rooms:
    party: PartyMeeting
    other: Bureau

    def client(self, number: str) -> Client:
        return self._of(Account.objects.get(organ=self.party.organ, person__number=number))

    def stranger(self) -> Client:
        """The office director of another organ."""
        return self._of(self.other.accounts["办公室主任"])

    def get(self, number: str, address: str, **asked: str) -> Answer:
        with self.clock():
            return self.client(number).get(address, asked)

    def read(self, number: str, address: str, **asked: str) -> str:
        return words(self.get(number, address, **asked))

    def press(self, number: str, address: str, act: str, **typed: Any) -> Answer:
        with self.clock():
            return self.client(number).post(address, {"key": str(uuid4()), "act": act, **typed})

    @contextmanager
    def clock(self, at: datetime | None = None) -> Iterator[None]:
        self.party.at += timedelta(minutes=1)
        with time_machine.travel(at or self.party.at, tick=False):
            yield

    @staticmethod
    def _of(account: Account) -> Client:
        client = Client()
        client.force_login(account)
        return client
