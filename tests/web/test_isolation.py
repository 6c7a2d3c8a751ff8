"""Two organs in one database: every page, asked with the numbers of the other organ's records (S1)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.http import HttpResponseBase, StreamingHttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import DjangoDbBlocker

from tests.web.bureau import Bureau, build
from zhixing.cli.demo.load import load
from zhixing.journal.models import Entry
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person

DAY = date(2026, 3, 20)
OF_EACH = 2  # so many records of every kind are asked for
PARTS = {"int": "{}", "str": "02", "slug": "x", "path": "x", "uuid": "00000000-0000-0000-0000-000000000000"}
CLOSED = {302, 400, 403, 404, 405, 409, 422}


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Bureau]:
    """The demo bureau with its records, and beside it a bureau that has only people."""
    with django_db_blocker.unblock():
        atom = transaction.atomic()
        atom.__enter__()
        demo, settings.DEMO = settings.DEMO, True
        try:
            load(day=DAY, seed=1, months=1)
            yield build("linqu-jx", "邻区经信局")
        finally:
            settings.DEMO = demo
            transaction.set_rollback(True)
            atom.__exit__(None, None, None)


@pytest.fixture
def names(house: Bureau) -> frozenset[str]:
    """What must never be seen: the names of the other organ's people and the numbers of its papers."""
    people = Person.objects.exclude(organ=house.organ).values_list("name", flat=True)
    papers = Matter.objects.exclude(organ=house.organ).exclude(number="").values_list("number", flat=True)
    return frozenset(people) | frozenset(papers)


def patterns(of: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, int]]:
    """Each address of the site with `{}` where a record's number stands, and how many there are."""
    for pattern in of:
        said = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern.url_patterns, said)
        elif "sign-in" not in said:
            yield written(said)


def written(said: str) -> tuple[str, int]:
    address = "/" + said.replace("^", "").replace("$", "")
    for kind, value in PARTS.items():
        while f"<{kind}:" in address:
            begin = address.index(f"<{kind}:")
            address = address[:begin] + value + address[address.index(">", begin) + 1 :]
    while "<" in address:
        begin = address.index("<")
        address = address[:begin] + "x" + address[address.index(">", begin) + 1 :]
    return address, address.count("{}")


pytestmark = pytest.mark.django_db
ADDRESSES = sorted(set(patterns(get_resolver().url_patterns)))
PLAIN = [address for address, numbers in ADDRESSES if not numbers]
NUMBERED = [address for address, numbers in ADDRESSES if numbers]


def keys_of(house: Bureau) -> dict[str, tuple[set[int], set[int]]]:
    """The numbers of every kind of record: the other organ's, and this one's."""
    keys = {}
    for model in apps.get_models():
        if "organ" in {field.name for field in model._meta.get_fields()} and model._meta.pk.name == "id":
            rows = model._default_manager.values_list("pk", flat=True)
            keys[model._meta.label] = (
                set(rows.exclude(organ=house.organ)),
                set(rows.filter(organ=house.organ)),
            )
    return keys


def foreign_numbers(house: Bureau) -> list[int]:
    """As few numbers as hit two records of every kind that the other organ has, and none of this one's."""
    keys = keys_of(house)
    own = {number for _, ours in keys.values() for number in ours if isinstance(number, int)}
    wanted = {
        label: {key for key in theirs if isinstance(key, int)} - own for label, (theirs, _) in keys.items()
    }
    missing = {label: min(OF_EACH, len(numbers)) for label, numbers in wanted.items() if numbers}
    assert len(missing) > 30
    chosen: list[int] = []
    while missing:
        hits = Counter(number for label in missing for number in wanted[label])
        best = min(hits, key=lambda number: (-hits[number], number))
        chosen.append(best)
        for label in [label for label in missing if best in wanted[label]]:
            wanted[label].remove(best)
            missing[label] -= 1
            if not missing[label]:
                del missing[label]
    return chosen


def is_own_entry(house: Bureau, address: str, number: int) -> bool:
    """Each journal counts from one, and what is refused on this walk is entered in the walker's own."""
    return "/audit/" in address and Entry.objects.filter(organ=house.organ.key, seq=number).exists()


def body(answer: HttpResponseBase) -> str:
    if isinstance(answer, StreamingHttpResponse):
        return b"".join(answer).decode("utf-8", "replace")
    return str(getattr(answer, "content", b"").decode("utf-8", "replace"))


def as_role(house: Bureau, role: str) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(house.accounts[role], backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


@pytest.mark.parametrize(
    "role", ["局长", "办公室主任", "办公室", "职员", "纪检", "财务", "系统管理员", "安全管理员", "审计管理员"]
)
def test_no_page_shows_a_name_of_the_other_organ(house: Bureau, names: frozenset[str], role: str) -> None:
    client = as_role(house, role)
    leaks = {}
    for address in PLAIN:
        answer = client.get(address)
        said = body(answer)
        if answer.status_code >= 500 or any(name in said for name in names):
            leaks[address] = answer.status_code
    assert leaks == {}


@pytest.mark.parametrize("role", ["局长", "办公室主任", "审计管理员"])
@pytest.mark.parametrize("verb", ["get", "post"])
def test_no_number_of_the_other_organ_opens_anything(
    house: Bureau, names: frozenset[str], role: str, verb: str
) -> None:
    client, before = as_role(house, role), Entry.objects.exclude(organ=house.organ.key).count()
    numbers, leaks = foreign_numbers(house), []
    for address in NUMBERED:
        for number in numbers:
            asked = address.format(*[number] * address.count("{}"))
            answer = getattr(client, verb)(asked)
            said = body(answer)
            closed = answer.status_code in CLOSED or is_own_entry(house, address, number)
            if not closed or any(name in said for name in names):
                leaks.append((asked, answer.status_code))
    assert leaks == []
    assert Entry.objects.exclude(organ=house.organ.key).count() == before


def test_the_control_would_be_caught(house: Bureau, names: frozenset[str]) -> None:
    """The same names are there to be seen: the other organ's own chief sees them."""
    chief = Person.objects.exclude(organ=house.organ).get(number="E001")
    client = Client()
    client.force_login(chief.account, backend=settings.AUTHENTICATION_BACKENDS[-1])
    assert any(name in body(client.get("/desk/")) for name in names)
