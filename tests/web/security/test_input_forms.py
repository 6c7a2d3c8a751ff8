"""What is sent with a form besides its fields changes nothing; what is typed is neither markup nor an address to fetch (AC-03, IN-11, IN-04)."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction

from tests.web.attendance.desks import Desks, clock
from tests.web.attendance.registers import hours
from tests.web.bureau import Bureau, build
from tests.web.security.crawl import markup, tables
from tests.web.security.forms import FORMS, KEY, Form
from tests.web.security.outward import FETCHED, alone
from zhixing.organ.models import Person

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

pytestmark = pytest.mark.django_db
AT_ONCE = 4  # addresses in one text
SOMETIMES = 4  # the pages of stored records are walked in crawl/test_stored_texts.py
# what a record holds and no form asks for
NOT_ASKED = {
    "id": "1", "pk": "1", "number": "假〔2026〕999号", "state": "已办结", "status": "已批", "organ": "ouhai-jx",
    "organ_id": "ouhai-jx", "organ_key": "ouhai-jx", "actor": "1", "actor_id": "1", "by": "1", "by_id": "1", "entered_by": "1",
    "starter": "1", "starter_id": "1", "person_id": "1", "giver": "1", "giver_id": "1", "at": "2020-01-01T00:00", "created_at": "2020-01-01",
    "submitted_at": "2020-01-01", "closed_at": "2020-01-01", "recorded_at": "2020-01-01", "arrived_at": "2020-01-01", "signed": "1",
    "confirmed_by": "1", "confirmed_at": "2020-01-01", "verified_by": "1", "decided_by": "1", "approved": "1", "halves": "99",
    "minutes": "9999", "credit": "99", "amount": "1", "version": "99", "round": "9", "edition": "2000-01-01", "ruling": "{}", "facts": "{}",
    "seq": "1", "hash": "0", "prev": "0", "matter": "1", "matter_id": "1", "role": "局长", "roles": "局长", "post": "局长", "officer": "系统管理员",
    "is_active": "0", "is_staff": "1", "is_superuser": "1", "username": "root", "source": "考勤机", "revoked_at": "2020-01-01", "limit": "0",
    "due_at": "2099-01-01", "on_behalf_of": "1", "delegation": "1", "rank": "局长", "category": "公务员", "section": "1",
}  # fmt: skip


@pytest.fixture
def desks(bureau: Bureau) -> Desks:
    found = Desks(bureau)
    hours(found)
    build("ouhai-jx", "瓯海区经信局")
    return found


def sent(form: Form, desks: Desks, **more: Any) -> "Answer":
    return desks.of(form.role).post(form.address, {"key": KEY, **form.typed(desks), **more})


@contextmanager
def taken_back() -> Iterator[None]:
    point = transaction.savepoint()
    yield
    transaction.savepoint_rollback(point)


def beyond(form: Form, desks: Desks) -> dict[str, str]:
    """Fields that the form has not, bare and under its prefix."""
    own = form.typed(desks)
    prefixes = {""} | {f"{name.rsplit('-', 1)[0]}-" for name in own if "-" in name and "_FORMS" not in name}
    said = {f"{prefix}{name}": value for prefix in prefixes for name, value in NOT_ASKED.items()}
    asked = asked_for(form, desks)
    return {name: value for name, value in said.items() if name not in own and name not in asked}


def asked_for(form: Form, desks: Desks) -> set[str]:
    """The names of the fields on the page itself."""
    page = desks.of(form.role).get(form.address).content.decode()
    return set(markup.read(page).names)


def act(form: Form, desks: Desks, **more: str) -> tuple[int, dict[str, str]]:
    """The status, and everything that is in the database afterwards; then it is as before."""
    with taken_back():
        answer = sent(form, desks, **more)
        return answer.status_code, tables.digests()


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_fields_that_no_form_asks_for_change_nothing(form: Form, desks: Desks) -> None:
    with clock(form.moment):
        desks.of(form.role).get("/")
        before, more = tables.digests(), beyond(form, desks)
        status, plain = act(form, desks)
        assert status in {200, 302}
        assert plain != before  # the form itself does something
        assert len(more) > 50
        assert act(form, desks, **more) == (status, plain)


@pytest.mark.parametrize("form", [form for form in FORMS if form.free], ids=str)
def test_what_was_typed_comes_back_as_text(form: Form, desks: Desks) -> None:
    """The page with its faults, and the page after: no element and no attribute more than with plain words."""
    with clock(form.moment):
        known = markup.read(taken(form, desks, "平常的话") + refused(form, desks, "平常的话")).shapes
        for place, payload in enumerate(markup.PAYLOADS):
            page = taken(form, desks, payload) if place % SOMETIMES == 0 else refused(form, desks, payload)
            read = markup.read(page)
            assert read.shapes - known == set(), payload
            assert read.programs == []


def taken(form: Form, desks: Desks, text: str) -> str:
    """What comes back when the words are taken, or are too long."""
    return page_after(form, desks, dict.fromkeys(form.free, text))


def refused(form: Form, desks: Desks, text: str) -> str:
    """What comes back when every other field is wrong."""
    wrong = [name for name in form.typed(desks) if name not in {*form.free, "act"} and "FORMS" not in name]
    return page_after(form, desks, {**dict.fromkeys(form.free, text), **dict.fromkeys(wrong, "坏")})


def page_after(form: Form, desks: Desks, changed: dict[str, str]) -> str:
    with taken_back():
        answer = sent(form, desks, **changed)
        assert answer.status_code in {200, 302, 422}, (form.name, answer.status_code)
        if answer.status_code == 302:
            answer = desks.of(form.role).get(answer.headers["Location"])
        return answer.content.decode()


@pytest.mark.parametrize("form", [form for form in FORMS if form.free], ids=str)
def test_no_address_that_was_typed_is_fetched(
    form: Form, desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = alone(monkeypatch)
    with clock(form.moment):
        for place in range(0, len(FETCHED), AT_ONCE):
            taken(form, desks, " ".join(FETCHED[place : place + AT_ONCE]))
    assert told == []


def test_sixty_addresses_are_tried_and_fetching_one_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(set(FETCHED)) >= 60
    told = alone(monkeypatch)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("169.254.169.254", 80))
    assert told


def test_the_chosen_person_is_of_the_own_organ(desks: Desks) -> None:
    """A number of another organ's person in a field that chooses a person is refused."""
    other = Person.objects.filter(organ_id="ouhai-jx").first()
    assert other is not None
    for form in FORMS:
        names = [
            name for name, value in form.typed(desks).items() if name.rpartition("-")[2] in PEOPLE and value
        ]
        with clock(form.moment):
            for name in names:
                assert sent(form, desks, **{name: str(other.pk)}).status_code == 422, (form.name, name)


PEOPLE = {"person", "stand_in", "witness", "receiver"}
