"""Nothing that changes anything is taken without the form's own token (IN-13)."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import get_resolver, resolve

from tests.web.attendance.desks import Desks
from tests.web.bureau import Bureau
from tests.web.security.conftest import signed_in
from tests.web.security.crawl import tables
from tests.web.security.forms import FORMS
from tests.web.test_isolation import ADDRESSES, patterns

pytestmark = pytest.mark.django_db
UNSAFE = ("post", "put", "patch", "delete")
EVERY = sorted({*(address.replace("{}", "1") for address, _ in ADDRESSES), *(
    address.replace("{}", "1") for address, _ in patterns(get_resolver().url_patterns) if not address.startswith("/api/"))})  # fmt: skip
OURS = [address for address in EVERY if not address.startswith(("/api/", "/health"))]
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def test_the_table_of_addresses_is_whole() -> None:
    assert len(OURS) > 80


@pytest.mark.parametrize("role", ["职员", "办公室主任", "系统管理员", "安全管理员", "审计管理员"])
def test_no_address_takes_anything_without_its_token(role: str, bureau: Bureau) -> None:
    client, before = signed_in(bureau, role, with_tokens=True), tables.digests()
    verbs = UNSAFE if role == "职员" else UNSAFE[:1]
    taken = [
        (verb, address, status)
        for address in OURS
        for verb in verbs
        if (status := getattr(client, verb)(address, {"key": str(uuid4())}).status_code) != 403
    ]
    assert taken == []
    assert tables.changed(before) <= {"journal_entry", "journal_head"}


def test_a_token_of_another_browser_is_none(bureau: Bureau) -> None:
    mine, other = (signed_in(bureau, role, with_tokens=True) for role in ("职员", "财务"))
    mine.get("/phrases/")
    found = TOKEN.search(other.get("/phrases/").content.decode())
    assert found
    typed = {"key": str(uuid4()), "texts": "同意。", "csrfmiddlewaretoken": found.group(1)}
    assert mine.post("/phrases/", typed).status_code == 403
    assert other.post("/phrases/", typed).status_code == 302  # it is good where it comes from


def test_a_form_sent_from_another_site_is_refused(bureau: Bureau) -> None:
    client = signed_in(bureau, "职员", with_tokens=True)
    found = TOKEN.search(client.get("/phrases/").content.decode())
    assert found
    typed = {"key": str(uuid4()), "texts": "同意。", "csrfmiddlewaretoken": found.group(1)}
    assert client.post("/phrases/", typed, headers={"Origin": "https://evil.example"}).status_code == 403
    assert client.post("/phrases/", typed, headers={"Origin": "http://testserver"}).status_code == 302


def test_no_view_of_ours_goes_without_the_check() -> None:
    for address in OURS:
        view = resolve(address).func
        assert not getattr(view, "csrf_exempt", False), address


def test_forms_that_carry_their_token_are_taken(bureau: Bureau) -> None:
    """The refusals above come from the token and from nothing else."""
    form = next(one for one in FORMS if one.name == "常用意见")
    client = Client()
    client.force_login(bureau.accounts[form.role])
    assert client.post(form.address, {"key": str(uuid4()), **form.typed(Desks(bureau))}).status_code == 302
