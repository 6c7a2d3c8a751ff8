"""Several connections at once: one effect for each key, one winner for each step."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from tests.api.calls import LEAVE, Calls, send
from tests.web.bureau import build
from zhixing.office.matters.models import Matter, Opinion

AT_ONCE = 4


@pytest.fixture
def together(transactional_db: None) -> Calls:
    return Calls(build())


def at_once(path: str, bodies: list[Any], secrets: list[str], keys: list[str]) -> list[int]:
    """Send them all in the same moment, each on a connection of its own; the statuses in order."""
    gate = Barrier(len(bodies))

    def one(body: Any, secret: str, key: str) -> int:
        gate.wait()
        try:
            return send("POST", path, body, secret=secret, key=key).status
        finally:
            connection.close()

    with ThreadPoolExecutor(len(bodies)) as pool:
        return list(pool.map(one, bodies, secrets, keys))


def test_a_request_sent_several_times_at_once_has_one_effect(together: Calls) -> None:
    secret = together.secret("职员")
    statuses = at_once("/api/leave", [LEAVE] * AT_ONCE, [secret] * AT_ONCE, ["one-and-the-same"] * AT_ONCE)
    assert statuses == [201] * AT_ONCE
    assert Matter.objects.count() == 1


def test_of_several_acts_on_what_was_seen_one_wins_and_the_others_are_told(together: Calls) -> None:
    matter = together.asked()
    said = {"seen": together.version(matter), "text": "同意"}
    keys = [f"agree-key-{n}" for n in range(AT_ONCE)]
    secret = together.secret("局领导")
    path = f"/api/matters/{matter}/acts/同意"
    statuses = at_once(path, [said] * AT_ONCE, [secret] * AT_ONCE, keys)
    assert sorted(statuses) == [200, *[409] * (AT_ONCE - 1)]
    assert Opinion.objects.filter(matter=matter, act="同意").count() == 1
