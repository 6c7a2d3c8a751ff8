"""Opening pages changes nothing and calls nobody (IN-13, IN-04, CF-06)."""

import socket

import pytest
from django.db import connection

from tests.web.security.crawl import tables
from tests.web.security.crawl.conftest import ROLES, House
from tests.web.security.crawl.walk import FOUND, name_of, walks
from tests.web.security.outward import alone
from zhixing.journal.models import Entry, Head
from zhixing.organ.refusals import REFUSED
from zhixing.web.access import PAGES

FAULT = 500


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    return alone(monkeypatch)


def test_whoever_looks_changes_nothing_and_calls_nobody(house: House, told: list[str]) -> None:
    clients = {role: house.client(role) for role in ROLES}
    before, last = tables.digests(), Head.objects.get().seq
    faults, opened = [], set()
    for role, seen in walks(clients):
        if seen.status == FOUND:
            opened.add(name_of(seen.address))
        if seen.status >= FAULT:
            faults.append((role, seen.address))
    assert faults == []
    assert told == []
    assert tables.changed(before) <= {"journal_entry", "journal_head"}
    written = Entry.objects.filter(seq__gt=last).values_list("action", flat=True)
    assert set(written) == {REFUSED}  # a page that is not one's own: the refusal is kept, and nothing else
    assert len(opened & set(PAGES)) > 60  # the walk went everywhere


def test_a_change_would_be_noticed(house: House) -> None:
    before = tables.digests()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE organ_person SET phone = '1' WHERE id = (SELECT min(id) FROM organ_person)")
    assert tables.changed(before) == {"organ_person"}


def test_a_call_would_be_noticed(told: list[str]) -> None:
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("192.0.2.1", 80))
    with socket.socket() as one, pytest.raises(ConnectionRefusedError):
        one.connect(("192.0.2.1", 80))
    assert len(told) == 2
