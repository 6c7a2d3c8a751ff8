"""Where two steps are asked for, a password alone reaches nothing and sets up no second step (ID-05)."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.totp.internal.auth import yield_hotp_counters_from_time as counters
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.web.bureau import OFFICERS, STAFF, Bureau
from tests.web.test_isolation import ADDRESSES
from zhixing.journal.models import Entry
from zhixing.law.refusal import Refusal
from zhixing.organ.clock import now
from zhixing.organ.enrolment import GOOD_FOR, MOST_FAILURES, hand_out, issue_code
from zhixing.organ.models import Account, Enrolment, Person

PASSWORD = "Huangyan-8842-tangerine"
ENROL, TOTP_PAGE, DESK = reverse("web:enrol"), reverse("mfa_activate_totp"), reverse("web:desk")
OPEN = {"/account/enrol/", "/health"}
PUBLIC_QUESTIONS = ("/api/days", "/api/due", "/api/decide", "/api/openapi.json", "/api/")
SAMPLE = ("职员", "局长", "办公室", "财务", "系统管理员", "安全管理员", "审计管理员")
pytestmark = pytest.mark.django_db


@pytest.fixture
def strict(bureau: Bureau) -> Bureau:
    cache.clear()
    bureau.organ.second_factor = True
    bureau.organ.save()
    for account in bureau.accounts.values():
        account.set_password(PASSWORD)
        account.save()
    return bureau


def thief(account: Account) -> Client:
    """Somebody who has the password and nothing else."""
    client = Client(raise_request_exception=False)
    client.post(reverse("account_login"), {"login": account.username, "password": PASSWORD})
    assert client.session["_auth_user_id"] == str(account.pk)
    return client


@pytest.mark.parametrize("role", SAMPLE)
def test_no_address_of_the_site_answers_a_password_alone(role: str, strict: Bureau) -> None:
    client, names = thief(strict.accounts[role]), set(Person.objects.values_list("name", flat=True))
    holder = strict.accounts[role].person
    names -= {holder.name} if holder else set()
    opened = []
    for address, _ in ADDRESSES:
        if address in OPEN or address.startswith(PUBLIC_QUESTIONS):
            continue
        for answer in (client.get(address.format(1, 1, 1)), client.post(address.format(1, 1, 1))):
            shown = b"".join(answer) if answer.streaming else answer.content
            if answer.status_code == 200 or any(name in shown.decode(errors="replace") for name in names):
                opened.append((address, answer.status_code))
    assert opened == []


def test_the_crawl_would_see_an_open_door(strict: Bureau) -> None:
    strict.organ.second_factor = False
    strict.organ.save()
    client = thief(strict.accounts["职员"])
    assert sum(client.get(address.format(1, 1)).status_code == 200 for address, _ in ADDRESSES) > 20


@pytest.mark.parametrize(
    "page", ["mfa_activate_totp", "mfa_add_webauthn", "mfa_index", "account_change_password"]
)
@pytest.mark.parametrize("role", [*STAFF, *OFFICERS])
def test_a_stolen_password_sets_up_no_factor(page: str, role: str, strict: Bureau) -> None:
    client = thief(strict.accounts[role])
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    for answer in (client.get(reverse(page)), client.post(reverse(page), {"code": "000000"})):
        assert (answer.status_code, answer.headers["Location"]) == (302, ENROL)
    assert "mfa.totp.secret" not in client.session
    assert Authenticator.objects.count() == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("written", [str, str.lower, lambda code: code.replace("-", " ")])
def test_the_code_from_the_officers_hand_opens_the_way(written: Callable[[str], str], strict: Bureau) -> None:
    account = strict.accounts["职员"]
    code = issued(strict, account)
    client = thief(account)
    assert client.post(ENROL, {"code": written(code)}).headers["Location"] == TOTP_PAGE
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.get(TOTP_PAGE)
    client.post(TOTP_PAGE, {"code": of_the_moment(client.session["mfa.totp.secret"])})
    assert Authenticator.objects.filter(user=account, type="totp").exists()
    assert client.get(DESK).status_code == 200
    actions = list(Entry.objects.filter(object_id=str(account.pk)).values_list("action", flat=True))
    assert actions == ["签发登记码", "使用登记码"]


def of_the_moment(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(iter(counters())))))


def issued(bureau: Bureau, account: Account) -> str:
    officer = bureau.accounts["安全管理员"]
    return issue_code(account=account, actor=officer, at=now(), key=str(uuid4()))


def refused(client: Client, code: str) -> bool:
    answer = client.post(ENROL, {"code": code})
    assert answer.status_code in {302, 422}
    return answer.status_code == 422


def test_a_code_opens_once(strict: Bureau) -> None:
    account = strict.accounts["职员"]
    code = issued(strict, account)
    assert not refused(thief(account), code)
    assert refused(thief(account), code)


def test_a_new_code_ends_the_one_before(strict: Bureau) -> None:
    account = strict.accounts["职员"]
    first, second = issued(strict, account), issued(strict, account)
    assert refused(thief(account), first)
    assert not refused(thief(account), second)


def test_a_code_of_somebody_else_opens_nothing(strict: Bureau) -> None:
    issued(strict, strict.accounts["职员"])
    other = issued(strict, strict.accounts["局长"])
    assert refused(thief(strict.accounts["职员"]), other)


def test_five_wrong_codes_spoil_the_right_one_and_stand_in_the_journal(strict: Bureau) -> None:
    account = strict.accounts["职员"]
    code, client = issued(strict, account), thief(account)
    assert all(refused(client, "AAAA-BBBB-CCCC-DDDD") for _ in range(MOST_FAILURES))
    assert refused(client, code)
    assert Entry.objects.filter(action="登录失败", object_id=str(account.pk)).count() == MOST_FAILURES + 1


def test_an_old_code_opens_nothing(strict: Bureau) -> None:
    account = strict.accounts["职员"]
    old = hand_out(account=account, actor="测试", at=now() - GOOD_FOR - timedelta(seconds=1), key="旧")
    assert refused(thief(account), old)


def test_the_code_is_kept_nowhere(strict: Bureau) -> None:
    code = issued(strict, strict.accounts["职员"])
    plain = code.replace("-", "")
    kept = [
        *Enrolment.objects.values_list("digest", flat=True),
        *Entry.objects.values_list("payload", flat=True),
    ]
    assert not any(code in text or plain in text for text in kept)


@pytest.mark.parametrize("role", ["系统管理员", "审计管理员", "职员", "局长"])
def test_only_the_security_officer_hands_out_codes(role: str, strict: Bureau) -> None:
    with pytest.raises(Refusal):
        issue_code(account=strict.accounts["财务"], actor=strict.accounts[role], at=now(), key="码")


def test_no_officer_hands_a_code_to_the_own_account(strict: Bureau) -> None:
    with pytest.raises(Refusal):
        issued(strict, strict.accounts["安全管理员"])


def test_the_page_shows_the_code_once(strict: Bureau) -> None:
    strict.organ.second_factor = False  # the officer is past the own second step
    strict.organ.save()
    client, address = thief(strict.accounts["安全管理员"]), reverse("web:organ_rights_code", args=[
        strict.accounts["职员"].pk
    ])  # fmt: skip
    key = str(uuid4())
    shown = client.post(address, {"key": key})
    assert (shown.status_code, len(shown.context["code"])) == (200, 19)
    assert shown.context["code"] in shown.content.decode()
    again = client.post(address, {"key": key})
    assert (again.status_code, Enrolment.objects.count()) == (422, 1)
