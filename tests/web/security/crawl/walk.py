"""Walking the site as somebody signed in: every page of the URL table, then every kind of link found on one."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from django.http import HttpResponseBase
from django.test import Client
from django.urls import Resolver404, resolve

from tests.web.test_isolation import PLAIN

LINK = re.compile(r"""(?:href|hx-get|action)=["']([^"'#]+)""")
OF_EACH = 2  # so many records of every kind are opened
WALKERS = 3  # so many roles open each kind of page, where a test walks with all of them
FOUND = 200
NOT_WALKED = ("/static/", "/sign-in/", "/api/")


@dataclass(frozen=True, slots=True)
class Seen:
    """One answer: where, of what kind, and what it said."""

    address: str
    status: int
    kind: str
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode("utf-8", "replace")

    @property
    def is_page(self) -> bool:
        return self.kind.startswith("text/html")


def walks(clients: Mapping[str, Client], but: tuple[str, ...] = ()) -> Iterator[tuple[str, Seen]]:
    """Everybody's walk after each other, with the role; what `WALKERS` of them have seen is left out."""
    opened: Counter[str] = Counter()
    for role, client in clients.items():
        trodden = frozenset(name for name, times in opened.items() if times >= WALKERS)
        own = set()
        for seen in walk(client, but, trodden):
            if seen.status == FOUND:
                own.add(name_of(seen.address))
            yield role, seen
        opened.update(own)


def walk(client: Client, but: tuple[str, ...] = (), trodden: frozenset[str] = frozenset()) -> Iterator[Seen]:
    """Every answer to GET, each address once, `OF_EACH` addresses with parts or a query for every URL name.

    Addresses that end as one of `but`, and those of the names in `trodden`, are left out.
    """
    waiting = [
        address for address in PLAIN if not address.endswith(but or "?") and name_of(address) not in trodden
    ]
    known = set(PLAIN)
    opened: Counter[str] = Counter()
    while waiting:
        seen = get(client, waiting.pop(0))
        yield seen
        if not seen.is_page:
            continue
        for address in links(seen):
            name = name_of(address)
            if name in trodden:
                continue
            if name and address not in known and opened[name] < OF_EACH and not address.endswith(but or "?"):
                opened[name] += 1
                known.add(address)
                waiting.append(address)


def get(client: Client, address: str) -> Seen:
    answer = client.get(address)
    return Seen(address, answer.status_code, answer.headers.get("Content-Type", ""), content_of(answer))


def content_of(answer: HttpResponseBase) -> bytes:
    return b"".join(bytes(part) for part in answer)


def links(seen: Seen) -> Iterator[str]:
    for said in LINK.findall(seen.text):
        address = unescape(said)
        path = urlsplit(seen.address).path
        yield path + address if address.startswith("?") else address


def name_of(address: str) -> str:
    """The URL name of an address of ours; empty for one that is not walked."""
    if not address.startswith("/") or address.startswith(("//", *NOT_WALKED)):
        return ""
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return ""
