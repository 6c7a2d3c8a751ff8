"""Five failures shut the door, each stands in the journal, and nobody learns which names exist (ID-04, AU-04)."""

import json
from unittest.mock import patch

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.totp.internal.auth import yield_hotp_counters_from_time as counters
from axes.models import AccessFailureLog
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.web.bureau import Bureau
from zhixing.journal.models import Entry
from zhixing.organ.models import Account
from zhixing.organ.refusals import LAST, MOST

pytestmark = pytest.mark.django_db
PASSWORD, WRONG = "Huangyan-8842-tangerine", "wrong-and-long-enough"
LOGIN = reverse("account_login")


@pytest.fixture(autouse=True)
def _unhurried() -> None:
    cache.clear()


@pytest.fixture
def account(bureau: Bureau) -> Account:
    return with_password(bureau.accounts["职员"])


def with_password(account: Account) -> Account:
    account.set_password(PASSWORD)
    account.save()
    return account


def attempt(name: str, password: str, address: str = "10.0.0.1") -> HttpResponse:
    answer = Client(REMOTE_ADDR=address).post(LOGIN, {"login": name, "password": password})
    assert isinstance(answer, HttpResponse)
    return answer


def kept(organ: str, action: str = "登录失败") -> list[Entry]:
    return list(Entry.objects.filter(organ=organ, action=action))


def test_the_sixth_right_password_is_refused_without_saying_why(account: Account) -> None:
    for _ in range(5):
        attempt(account.username, WRONG)
    sixth = attempt(account.username, PASSWORD)
    assert (sixth.status_code, "_auth_user_id" in sixth.client.session) == (429, False)  # type: ignore[attr-defined]
    assert account.username not in sixth.content.decode()


def test_the_right_password_opens_after_four(account: Account) -> None:
    for _ in range(4):
        attempt(account.username, WRONG)
    assert attempt(account.username, PASSWORD).status_code == 302


def test_the_account_stays_locked_from_another_address(account: Account) -> None:
    for number in range(5):
        attempt(account.username, WRONG, f"10.0.0.{number}")
    assert attempt(account.username, PASSWORD, "10.0.0.9").status_code == 429


def test_the_address_is_locked_for_other_accounts(account: Account, bureau: Bureau) -> None:
    for number in range(5):
        attempt(f"nobody-{number}", WRONG)
    assert attempt(account.username, PASSWORD).status_code == 429
    assert attempt(account.username, PASSWORD, "10.0.0.2").status_code == 302


def test_signing_in_oneself_does_not_wipe_the_failures_on_a_colleague(
    account: Account, bureau: Bureau
) -> None:
    colleague = with_password(bureau.accounts["局长"])
    for _ in range(4):
        attempt(colleague.username, WRONG)
    assert attempt(account.username, PASSWORD).status_code == 302
    attempt(colleague.username, WRONG)
    assert attempt(colleague.username, PASSWORD, "10.0.0.2").status_code == 429


def test_each_attempt_is_one_entry_and_the_lock_is_one(account: Account, bureau: Bureau) -> None:
    for number in range(8):
        attempt(account.username, PASSWORD if number == 7 else WRONG)
    entries = kept(bureau.organ.key)
    assert len(entries) == 8
    assert {entry.object_id for entry in entries} == {str(account.pk)}
    assert {entry.actor for entry in entries} == {"未登录"}
    assert {json.loads(entry.payload)["来源"] for entry in entries} == {"10.0.0.1"}
    assert len(kept(bureau.organ.key, "登录锁定")) == 1
    assert not any(secret in entry.payload for entry in entries for secret in (PASSWORD, WRONG))


def test_an_unknown_name_is_counted_in_the_table_and_in_no_journal(bureau: Bureau) -> None:
    attempt("nobody-here", WRONG)
    assert AccessFailureLog.objects.filter(username="nobody-here").count() == 1
    assert Entry.objects.count() == 0


def test_a_flood_of_attempts_does_not_bury_the_journal(account: Account, bureau: Bureau) -> None:
    for number in range(MOST + 10):
        attempt(account.username, WRONG, f"10.0.{number}.1")
    entries = kept(bureau.organ.key)
    assert len(entries) == MOST
    assert [json.loads(entry.payload).get("说明") for entry in entries[-2:]] == [None, LAST]
    assert AccessFailureLog.objects.filter(username=account.username).count() == MOST + 10


def test_a_known_and_an_unknown_name_get_the_same_answer_and_the_same_work(account: Account) -> None:
    answers: list[tuple[int, str]] = []
    work: list[int] = []
    for name in (account.username, "nobody-here"):
        with patch.object(
            MD5PasswordHasher, "encode", autospec=True, side_effect=MD5PasswordHasher.encode
        ) as hashed:
            answer = attempt(name, WRONG, f"10.0.0.{len(work)}")
        answers.append((answer.status_code, said(answer).replace(name, "")))
        work.append(hashed.call_count)
    assert work == [1, 1]
    assert answers[0] == answers[1]


def said(answer: HttpResponse) -> str:
    """The page without the token of its form, which is another each time."""
    lines = answer.content.decode().splitlines()
    return "\n".join(line for line in lines if "csrf" not in line)


@pytest.fixture
def secret(account: Account) -> str:
    made: str = generate_totp_secret()
    TOTP.activate(account, made)
    return made


def test_after_five_wrong_codes_the_right_one_is_refused_and_each_is_kept(
    account: Account, secret: str, bureau: Bureau
) -> None:
    client = Client()
    client.post(LOGIN, {"login": account.username, "password": PASSWORD})
    wrong = ["000001", "000002", "000003", "000004", "000005"]
    for code in [*wrong, right(secret)]:
        client.post(reverse("mfa_authenticate"), {"code": code})
    assert "_auth_user_id" not in client.session
    assert len(kept(bureau.organ.key)) == 6


def test_the_control_code_opens(account: Account, secret: str) -> None:
    client = Client()
    client.post(LOGIN, {"login": account.username, "password": PASSWORD})
    client.post(reverse("mfa_authenticate"), {"code": right(secret)})
    assert client.session["_auth_user_id"] == str(account.pk)


def right(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(iter(counters())))))
