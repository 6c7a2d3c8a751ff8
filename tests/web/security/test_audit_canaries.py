"""Secrets put in at the door are looked for in every log, in the journal and in the whole database (ID-09, AU-07)."""

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.totp.internal.auth import yield_hotp_counters_from_time as counters
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.api.calls import token_of
from tests.web.bureau import Bureau
from tests.web.test_isolation import ADDRESSES
from zhixing.journal.models import Entry
from zhixing.organ.clock import now
from zhixing.organ.enrolment import hand_out
from zhixing.organ.models import Account

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD, WRONG = "Canary-8842-tangerine", "Canary-wrong-7731-plum"
LOGIN, TOTP_PAGE = reverse("account_login"), reverse("mfa_activate_totp")


@dataclass
class Day:
    """What somebody typed or was given in a day, and what was written down of it."""

    client: Client
    secrets: dict[str, str] = field(default_factory=dict)
    answers: list[str] = field(default_factory=list)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that any part of the house would log, however chatty it is set."""
    written = io.StringIO()
    handler, root = logging.StreamHandler(written), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(before)


@pytest.fixture
def day(bureau: Bureau, log: io.StringIO) -> Day:
    """A wrong and a right password, a code, a second factor, a token, a fault, a refused page."""
    cache.clear()
    bureau.organ.second_factor = True
    bureau.organ.save()
    account = bureau.accounts["职员"]
    account.set_password(PASSWORD)
    account.save()
    day = Day(Client(raise_request_exception=False), {"password": PASSWORD, "wrong password": WRONG})
    day.client.post(LOGIN, {"login": account.username, "password": WRONG})
    day.client.post(LOGIN, {"login": account.username, "password": PASSWORD})
    set_up(day, account)
    day.secrets["token"] = token_of(account, at=now())
    day.client.get("/api/todo", headers={"Authorization": f"Bearer {day.secrets['token']}"})
    day.client.get("/api/todo", headers={"Authorization": "Bearer zx_wrong"})
    day.client.get("/organ/audit/")
    day.client.get("/nothing/")
    day.secrets["session key"] = day.client.cookies["sessionid"].value
    return day


def set_up(day: Day, account: Account) -> None:
    day.secrets["one-time code"] = hand_out(account=account, actor="测试", at=now(), key="码")
    day.client.post(reverse("web:enrol"), {"code": day.secrets["one-time code"]})
    day.secrets["session key while setting up"] = day.client.cookies["sessionid"].value
    day.client.get(TOTP_PAGE)
    day.client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    day.client.get(TOTP_PAGE)
    day.secrets["secret of the second factor"] = day.client.session["mfa.totp.secret"]
    step = next(iter(counters()))
    code = str(format_hotp_value(hotp_value(day.secrets["secret of the second factor"], step)))
    day.client.post(TOTP_PAGE, {"code": code})
    assert day.client.get("/desk/").status_code == 200


def found(day: Day, text: str) -> list[str]:
    return [name for name, secret in day.secrets.items() if secret in text]


def dump() -> str:
    """Every value of every table, and what the sessions hold once they are opened."""
    told = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            told += [str(value) for row in cursor.fetchall() for value in row]
    opened = [str(session.get_decoded()) for session in Session.objects.all()]
    return "\n".join([*told, *opened])


def test_the_log_holds_no_secret(day: Day, log: io.StringIO) -> None:
    text = log.getvalue()
    assert "refused account=" in text  # it was listened to
    assert found(day, text) == []


def test_the_journal_holds_no_secret(day: Day) -> None:
    entries = [str(vars(entry)) for entry in Entry.objects.all()]
    assert any("登录失败" in entry for entry in entries)
    assert found(day, "\n".join(entries)) == []


def test_the_database_holds_no_secret(day: Day) -> None:
    text = dump()
    assert "lucheng-jx-1" in text
    assert found(day, text) == []


def test_the_search_would_find_one(day: Day, bureau: Bureau) -> None:
    bureau.organ.short_name = f"x{day.secrets['token'][:60]}"
    day.secrets["token"] = day.secrets["token"][:40]
    bureau.organ.save()
    assert found(day, dump()) == ["token"]


def everything(client: Client, numbers: range) -> Iterator[str]:
    for address, wanted in ADDRESSES:
        for number in numbers if wanted else numbers[:1]:
            answer: Any = client.get(address.format(number, number, number))
            shown = b"".join(answer) if answer.streaming else answer.content
            yield f"{answer.headers}{shown.decode(errors='replace')}"


def test_no_answer_shows_a_key_or_a_token_of_anybody(day: Day, bureau: Bureau) -> None:
    """Nor the digest they are kept by; the own session key goes to the own browser by cookie alone."""
    other = Client()
    bureau.organ.second_factor = False
    bureau.organ.save()
    other.force_login(bureau.accounts["安全管理员"])
    day.secrets["key of another"] = other.cookies["sessionid"].value
    kept = Session.objects.values_list("session_key", flat=True)
    day.secrets |= {f"digest {number}": key for number, key in enumerate(kept)}
    numbers = range(1, 4)
    for client in (day.client, other):
        shown = "\n".join(everything(client, numbers))
        assert "lucheng-jx" in shown or "鹿城" in shown
        assert found(day, shown) == []
