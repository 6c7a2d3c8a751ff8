"""A session gets a new key with every proof, and ends: unused, after a day's work, at sign-out, with the post (ID-06 to ID-08)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.web.bureau import Bureau
from zhixing.organ.accounts import close_account
from zhixing.organ.models import Account, Service
from zhixing.organ.sessions import kept_key

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 9, 1, 8, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
PASSWORD = "Huangyan-8842-tangerine"
DESK, LOGIN = reverse("web:desk"), reverse("account_login")
COOKIE = "sessionid"


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def account(bureau: Bureau) -> Account:
    cache.clear()
    account = bureau.accounts["职员"]
    account.set_password(PASSWORD)
    account.save()
    return account


def signed_in(account: Account, client: Client | None = None) -> Client:
    client = client or Client()
    client.post(LOGIN, {"login": account.username, "password": PASSWORD})
    return client


def opens(client: Client) -> bool:
    """Whether the desk is shown; the only other answer is the way to the sign-in page."""
    answer = client.get(DESK)
    assert answer.status_code == 200 or answer.headers["Location"].startswith(LOGIN)
    return answer.status_code == 200


@pytest.mark.parametrize("minutes", [16, 60, 24 * 60])
def test_it_ends_after_a_quarter_of_an_hour_without_use(
    minutes: int, account: Account, clock: time_machine.Traveller
) -> None:
    client = signed_in(account)
    assert opens(client)
    clock.shift(timedelta(minutes=minutes))
    assert not opens(client)


@pytest.mark.parametrize("minutes", [1, 14, 15])
def test_it_goes_on_within_the_quarter(minutes: int, account: Account, clock: time_machine.Traveller) -> None:
    client = signed_in(account)
    assert opens(client)
    clock.shift(timedelta(minutes=minutes))
    assert opens(client)


def test_it_ends_after_twelve_hours_of_steady_use(account: Account, clock: time_machine.Traveller) -> None:
    client = signed_in(account)
    assert opens(client)
    for _ in range(12 * 6):
        clock.shift(timedelta(minutes=10))
        assert opens(client)
    clock.shift(timedelta(minutes=1))
    assert not opens(client)


def test_an_ended_session_is_gone_from_the_server(account: Account, clock: time_machine.Traveller) -> None:
    client = signed_in(account)
    opens(client)
    key = client.cookies[COOKIE].value
    clock.shift(timedelta(minutes=16))
    opens(client)
    assert not Session.objects.filter(pk=kept_key(key)).exists()


def test_signing_out_kills_the_session_on_the_server(account: Account) -> None:
    client = signed_in(account)
    stolen = Client()
    stolen.cookies[COOKIE] = client.cookies[COOKIE].value
    assert opens(stolen)
    client.post(reverse("account_logout"))
    assert not opens(stolen)


def test_a_key_given_before_sign_in_is_worth_nothing_after_it(account: Account) -> None:
    client = Client()
    client.get(LOGIN)
    client.session["laid"] = "by somebody"
    client.session.save()
    planted = client.cookies[COOKIE].value if COOKIE in client.cookies else "a" * 32
    client.cookies[COOKIE] = planted
    signed_in(account, client)
    assert client.cookies[COOKIE].value != planted
    thief = Client()
    thief.cookies[COOKIE] = planted
    assert not opens(thief)


def test_proving_again_who_one_is_gives_a_new_key(account: Account) -> None:
    client = signed_in(account)
    before = client.cookies[COOKIE].value
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert client.cookies[COOKIE].value != before
    assert opens(client)
    thief = Client()
    thief.cookies[COOKIE] = before
    assert not opens(thief)


def test_keys_are_random_and_long(account: Account) -> None:
    keys = {signed_in(account).cookies[COOKIE].value for _ in range(20)}
    assert len(keys) == 20
    assert all(len(key) == 32 and key.isalnum() for key in keys)  # 32 of 36 characters: 165 bits


def test_the_database_holds_no_key(account: Account) -> None:
    client = signed_in(account)
    key = client.cookies[COOKIE].value
    kept = list(Session.objects.values_list("session_key", flat=True))
    assert kept == [kept_key(key)]
    other = Client()
    other.cookies[COOKIE] = kept[0]
    assert not opens(other)


def test_a_closed_account_is_out_at_the_next_request(account: Account) -> None:
    client = signed_in(account)
    assert opens(client)
    close_account(account=account, actor="测试", at=MORNING, key="停用")
    assert not opens(client)


def test_whoever_is_switched_off_in_the_database_alone_is_out_too(account: Account) -> None:
    client = signed_in(account)
    assert opens(client)
    Account.objects.filter(pk=account.pk).update(is_active=False)
    assert not opens(client)


def test_whoever_leaves_is_out_on_the_day_after_the_last(
    account: Account, clock: time_machine.Traveller
) -> None:
    Service.objects.filter(person=account.person).update(until=MORNING.date())
    assert opens(signed_in(account))
    clock.shift(timedelta(hours=16))
    client = signed_in(account)
    assert not opens(client)
    assert client.get(reverse("web:account")).status_code == 302


def test_another_persons_leaving_changes_nothing(account: Account, bureau: Bureau) -> None:
    client = signed_in(account)
    Service.objects.filter(person=bureau.person("局长")).update(until=date(2021, 1, 1))
    assert opens(client)
