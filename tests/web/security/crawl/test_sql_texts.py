"""Every parameter that a page reads from its address, filled with statements and with the edges of numbers and days (IN-01)."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from tests.web.security.crawl import tables
from tests.web.security.crawl.conftest import House
from tests.web.security.crawl.sql import PAYLOADS
from tests.web.security.crawl.walk import FOUND, Seen, get, name_of, walk

LOOKERS = ("办公室主任", "财务", "系统管理员", "安全管理员", "审计管理员")
PRINTS = ("/print/", "/export/", "/template/", "export=xlsx")
FAULT, SHARES = 500, 5  # a page takes a fifth of the texts, and each text comes to several pages
ROW = re.compile(r"<tr\b|class=\"list-group-item|data-row")
# what only takes rows away; another day or month may well have more
NARROWS = re.compile(r"(?:q|state|status|whose|kind|show|actor|action|object)=[^&]*")
EMPTY = {"/search/"}  # shows nothing until something is asked
NUMBERED = re.compile(r"\d+")


@contextmanager
def reading(names: set[str]) -> Iterator[None]:
    """Notes each parameter that is asked of an address."""
    patch = pytest.MonkeyPatch()
    plain_get, plain_item = QueryDict.get, QueryDict.__getitem__

    def noted_get(this: QueryDict, name: str, *rest: object) -> object:
        names.add(name)
        return plain_get(this, name, *rest)

    def noted_item(this: QueryDict, name: str) -> object:
        names.add(name)
        return plain_item(this, name)

    patch.setattr(QueryDict, "get", noted_get)
    patch.setattr(QueryDict, "__getitem__", noted_item)
    try:
        yield
    finally:
        patch.undo()


def readers(house: House) -> dict[tuple[str, str], tuple[Seen, set[str]]]:
    """(role, address) of each page that reads its address, with the page and the names it reads."""
    found: dict[tuple[str, str], tuple[Seen, set[str]]] = {}
    trodden: frozenset[str] = frozenset()
    for role in LOOKERS:
        client = house.client(role)
        opened = [seen for seen in walk(client, PRINTS, trodden) if seen.status == FOUND]
        trodden |= {name_of(seen.address) for seen in opened}
        for plain in {NUMBERED.sub("#", seen.address.partition("?")[0]): seen for seen in opened}.values():
            address = plain.address.partition("?")[0]
            names: set[str] = set()
            with reading(names):
                seen = get(client, f"{address}?{EVERYTHING}")
            said = names - {"csrfmiddlewaretoken"}
            if said and seen.is_page:
                found[role, address] = (get(client, address), said)
    return found


# a first filling, so that pages that read a second parameter after a good first one show it
EVERYTHING = urlencode(
    {"q": "张", "on": "2026-03-01", "year": "2026", "month": "2026-03", "day": "2026-03-02"}
)


def rows(seen: Seen) -> int:
    return len(ROW.findall(seen.text))


def test_no_parameter_of_a_page_reaches_a_statement(house: House) -> None:
    asked = readers(house)
    assert len(asked) >= 25, sorted(asked)
    assert {"q", "page", "state", "since", "until"} <= set().union(*(names for _, names in asked.values()))
    clients = {role: house.client(role) for role in LOOKERS}
    before = tables.digests()  # signing in is over
    faults = []
    for place, ((role, address), (plain, names)) in enumerate(asked.items()):
        for query in queries(names, PAYLOADS[place % SHARES :: SHARES]):
            seen = get(clients[role], f"{address}?{query}")
            more = rows(seen) > rows(plain) and NARROWS.fullmatch(query)
            if seen.status >= FAULT or (more and address not in EMPTY):
                faults.append((address, query[:80], seen.status, rows(seen), rows(plain)))
    assert faults == []
    assert tables.changed(before) <= {"journal_entry", "journal_head"}


def queries(names: set[str], payloads: tuple[str, ...]) -> Iterator[str]:
    """Every payload in all parameters at once, and in each parameter alone one that could break it."""
    for payload in payloads:
        yield urlencode(dict.fromkeys(names, payload))
    for place, name in enumerate(sorted(names)):
        yield urlencode({name: payloads[place % len(payloads)]})


def test_a_filter_that_works_takes_rows_away(house: House) -> None:
    client = house.client("办公室主任")
    everybody, one = get(client, "/organ/people/"), get(client, "/organ/people/?q=E001")
    assert 0 < rows(one) < rows(everybody)
