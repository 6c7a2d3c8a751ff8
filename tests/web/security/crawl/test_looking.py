"""Opening pages changes nothing and calls nobody (IN-13, IN-04, CF-06)."""

import socket
from typing import Any

import pytest
from django.db import connection

from tests.web.security.crawl import tables
from tests.web.security.crawl.conftest import ROLES, House
from tests.web.security.crawl.walk import name_of, walk
from zhixing.journal.models import Entry, Head
from zhixing.organ.refusals import REFUSED
from zhixing.web.access import PAGES

HERE = ("127.", "::1", "localhost")
PLAIN_CONNECT = socket.socket.connect


class CalledOut(Exception):
    pass


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No socket leaves this machine, and no name is looked up; each attempt is told."""
    told: list[str] = []

    def connect(this: socket.socket, place: Any) -> None:
        if isinstance(place, tuple) and not str(place[0]).startswith(HERE):
            told.append(str(place))
            raise CalledOut(str(place))
        PLAIN_CONNECT(this, place)

    def asked(host: object, *_: object, **__: object) -> None:
        told.append(str(host))
        raise CalledOut(str(host))

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, connect)
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
        monkeypatch.setattr(socket, name, asked)
    return told


def test_whoever_looks_changes_nothing_and_calls_nobody(house: House, alone: list[str]) -> None:
    clients = {role: house.client(role) for role in ROLES}
    before, last = tables.digests(), Head.objects.get().seq
    faults, opened = [], set()
    for role, client in clients.items():
        for seen in walk(client):
            if seen.status == 200:
                opened.add(name_of(seen.address))
            if seen.status >= 500:
                faults.append((role, seen.address))
    assert faults == []
    assert alone == []
    assert tables.changed(before) <= {"journal_entry", "journal_head"}
    written = Entry.objects.filter(seq__gt=last).values_list("action", flat=True)
    assert set(written) == {REFUSED}  # a page that is not one's own: the refusal is kept, and nothing else
    assert len(opened & set(PAGES)) > 60  # the walk went everywhere


def test_a_change_would_be_noticed(house: House) -> None:
    before = tables.digests()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE organ_person SET phone = '1' WHERE id = (SELECT min(id) FROM organ_person)")
    assert tables.changed(before) == {"organ_person"}


def test_a_call_would_be_noticed(alone: list[str]) -> None:
    with pytest.raises(CalledOut):
        socket.create_connection(("192.0.2.1", 80))
    with socket.socket() as one, pytest.raises(CalledOut):
        one.connect(("192.0.2.1", 80))
    assert len(alone) == 2
