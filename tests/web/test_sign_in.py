"""Who gets in: a second factor where the organ asks for one, a lock after five failures (ID-04, ID-05)."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.totp.internal.auth import yield_hotp_counters_from_time as counters
from axes.models import AccessFailureLog
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.web.bureau import Bureau
from zhixing.organ.clock import now
from zhixing.organ.enrolment import hand_out
from zhixing.organ.models import Account
from zhixing.web.access import ACCESS
from zhixing.web.middleware.second_factor import AT_THE_DOOR, SETTING_UP

pytestmark = pytest.mark.django_db
PASSWORD = "Huangyan-8842-tangerine"
PLAIN = ("web:home", "web:desk", "web:todo", "web:leave_new", "web:law", "web:search", "web:account")
INTERFACE = ("/api/todo", "/api/balances", "/api/regulations")


@pytest.fixture(autouse=True)
def unhurried() -> None:
    """The limit of sign-ins a minute from one address is counted in the cache, across tests."""
    cache.clear()


@pytest.fixture
def strict(bureau: Bureau) -> Bureau:
    """The bureau asks everybody for a second factor."""
    bureau.organ.second_factor = True
    bureau.organ.save()
    for account in bureau.accounts.values():
        account.set_password(PASSWORD)
        account.save()
    return bureau


def by_password(account: Account, password: str = PASSWORD) -> Client:
    client = Client()
    client.post(reverse("account_login"), {"login": account.username, "password": password})
    return client


def code(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(iter(counters())))))


@pytest.mark.parametrize("page", PLAIN)
@pytest.mark.parametrize("role", ["职员", "局长", "安全管理员"])
def test_a_password_alone_leads_to_the_one_time_code(page: str, role: str, strict: Bureau) -> None:
    answer = by_password(strict.accounts[role]).get(reverse(page))
    assert (answer.status_code, answer.headers.get("Location")) == (302, reverse("web:enrol"))


@pytest.mark.parametrize("address", INTERFACE)
def test_a_password_alone_opens_nothing_of_the_interface(address: str, strict: Bureau) -> None:
    answer = by_password(strict.accounts["职员"]).get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (403, "application/problem+json")


def test_only_pages_of_sign_in_are_open_before_the_second_factor() -> None:
    opened = SETTING_UP | AT_THE_DOOR
    assert {name for name in opened if name.startswith(("web:", "api:"))} == {"web:enrol"}
    assert set(ACCESS) >= opened


@pytest.mark.django_db(transaction=True)  # the proof is noted once the factor is committed
def test_whoever_sets_the_factor_up_goes_on_and_later_needs_it(strict: Bureau) -> None:
    account = strict.accounts["职员"]
    client = by_password(account)
    code_of_paper = hand_out(account=account, actor="测试", at=now(), key="登记码")
    client.post(reverse("web:enrol"), {"code": code_of_paper})
    page = client.get(reverse("mfa_activate_totp"), follow=True)
    if "form" not in page.context or "code" not in page.context["form"].fields:
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        client.get(reverse("mfa_activate_totp"))
    secret = client.session["mfa.totp.secret"]
    client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
    assert Authenticator.objects.filter(user=account, type="totp").exists()
    assert client.get(reverse("web:desk")).status_code == 200
    later = by_password(account)
    assert later.get(reverse("web:desk")).headers["Location"].startswith(reverse("account_login"))


def test_a_session_from_before_the_factor_ends(strict: Bureau) -> None:
    account = strict.accounts["职员"]
    client = by_password(account)
    TOTP.activate(account, generate_totp_secret())
    assert client.get(reverse("web:desk")).headers["Location"] == reverse("account_login")
    assert "_auth_user_id" not in client.session


def test_the_control_opens_where_no_factor_is_asked_for(strict: Bureau) -> None:
    strict.organ.second_factor = False
    strict.organ.save()
    assert by_password(strict.accounts["职员"]).get(reverse("web:desk")).status_code == 200


def test_after_five_failures_the_right_password_is_refused_and_each_failure_is_kept(strict: Bureau) -> None:
    account = strict.accounts["职员"]
    for _ in range(5):
        by_password(account, "falsch-und-lang-genug")
    sixth = Client().post(reverse("account_login"), {"login": account.username, "password": PASSWORD})
    assert sixth.status_code == 429
    assert AccessFailureLog.objects.filter(username=account.username).count() >= 5


def test_a_sign_in_gets_a_new_session(strict: Bureau) -> None:
    client = Client()
    client.get(reverse("account_login"))
    client.cookies["sessionid"] = "a" * 32
    answer = client.post(
        reverse("account_login"), {"login": strict.accounts["职员"].username, "password": PASSWORD}
    )
    given = answer.cookies["sessionid"].value
    assert given != "a" * 32
    assert len(given) == 32
