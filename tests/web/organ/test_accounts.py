from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tests.web.bureau import Bureau
from tests.web.organ.conftest import SignIn
from zhixing.journal.models import Entry
from zhixing.organ.models import Account, Person, Service

STRONG = "Huangyan-8842-tangerine"
SYSTEM, SECURITY, AUDIT = "系统管理员", "安全管理员", "审计管理员"
ROOMS = {"organ_accounts": SYSTEM, "organ_rights": SECURITY, "organ_audit": AUDIT}


def newcomer(bureau: Bureau) -> Person:
    person = Person.objects.create(organ=bureau.organ, number="E200", name="白露")
    Service.objects.create(
        organ=bureau.organ, person=person, section=bureau.section, rank="一般人员",
        category="公务员", title="科员", since="2026-01-01",
    )  # fmt: skip
    return person


def post(client: Client, name: str, *numbers: int, **typed: object) -> int:
    address = reverse(f"web:{name}", args=numbers)
    return client.post(address, {"key": str(uuid4()), **typed}).status_code


def register(client: Client, whose: Person, **typed: object) -> int:
    filled = {"person": whose.pk, "officer": "", "username": "bailu", "password": STRONG, "again": STRONG}
    return post(client, "organ_account_new", **(filled | typed))


@pytest.mark.parametrize("page", ROOMS)
def test_each_officer_has_one_room_and_no_other(page: str, bureau: Bureau, sign_in: SignIn) -> None:
    opened = [
        role for role in bureau.accounts if sign_in(role).get(reverse(f"web:{page}")).status_code == 200
    ]
    assert opened == [ROOMS[page]]


@pytest.mark.parametrize("officer", [SYSTEM, SECURITY, AUDIT])
def test_an_officer_comes_to_the_own_room(officer: str, bureau: Bureau, sign_in: SignIn) -> None:
    rooms = {SYSTEM: "organ_accounts", SECURITY: "organ_rights", AUDIT: "organ_audit"}
    assert sign_in(officer).get("/").headers["Location"] == reverse(f"web:{rooms[officer]}")


@pytest.mark.parametrize(
    "name",
    [
        "desk",
        "todo",
        "search",
        "law",
        "organ_people",
        "organ_delegations",
        "organ_calendar",
        "organ_parameters",
    ],
)
@pytest.mark.parametrize("officer", [SYSTEM, SECURITY, AUDIT])
def test_no_officer_sees_business(name: str, officer: str, bureau: Bureau, sign_in: SignIn) -> None:
    assert sign_in(officer).get(reverse(f"web:{name}")).status_code == 403


def test_an_account_needs_two_officers(bureau: Bureau, sign_in: SignIn) -> None:
    assert register(sign_in(SYSTEM), newcomer(bureau)) == 302
    account = Account.objects.get(username="bailu")
    right = {"login": "bailu", "password": STRONG}
    waiting = Client().post(reverse("account_login"), right)
    assert (account.standing, waiting.headers["Location"]) == ("待授权", reverse("account_inactive"))
    assert post(sign_in(SYSTEM), "organ_rights_grant", account.pk) == 403
    assert post(sign_in(SECURITY), "organ_rights_grant", account.pk) == 302
    account.refresh_from_db()
    entered = Client().post(reverse("account_login"), right)
    assert (account.standing, entered.headers["Location"]) == ("启用", "/")
    actions = list(Entry.objects.filter(object_kind="账号").values_list("action", "actor"))
    assert actions == [
        ("登记账号", bureau.accounts[SYSTEM].username),
        ("登录失败", "未登录"),
        ("拒绝访问", bureau.accounts[SYSTEM].username),
        ("授权启用账号", bureau.accounts[SECURITY].username),
    ]
    assert not any(STRONG in entry.payload for entry in Entry.objects.all())


@pytest.mark.parametrize(
    "wrong",
    [
        {"password": "short", "again": "short"},
        {"again": "another"},
        {"username": "白露"},
        {"username": "lucheng-jx-1"},
        {"officer": SECURITY, "person": ""},
        {"person": ""},
        {"person": "999999"},
        {"key": ""},
        {"officer": "超级管理员"},
    ],
)
def test_what_is_wrong_with_a_new_account_is_said(
    wrong: dict[str, object], bureau: Bureau, sign_in: SignIn
) -> None:
    count = Account.objects.count()
    assert register(sign_in(SYSTEM), newcomer(bureau), **wrong) == 422
    assert Account.objects.count() == count


def test_people_of_another_organ_get_no_account_here(
    bureau: Bureau, elsewhere: Bureau, sign_in: SignIn
) -> None:
    assert register(sign_in(SYSTEM), newcomer(elsewhere)) == 422
    stranger = elsewhere.accounts["职员"]
    for name in ("organ_account_close", "organ_account_password"):
        assert post(sign_in(SYSTEM), name, stranger.pk) == 404
    assert stranger.username not in sign_in(SYSTEM).get(reverse("web:organ_accounts")).content.decode()


def test_a_closed_account_is_out_at_once_and_waits_for_a_new_grant(bureau: Bureau, sign_in: SignIn) -> None:
    desk, account = sign_in("职员"), bureau.accounts["职员"]
    assert desk.get(reverse("web:desk")).status_code == 200
    assert post(sign_in(SYSTEM), "organ_account_close", account.pk) == 302
    assert desk.get(reverse("web:desk")).status_code == 302
    assert post(sign_in(SYSTEM), "organ_account_reopen", account.pk) == 302
    account.refresh_from_db()
    assert account.standing == "待授权"


def test_nobody_closes_the_own_account_or_the_last_officer(bureau: Bureau, sign_in: SignIn) -> None:
    for officer in (SYSTEM, SECURITY, AUDIT):
        assert post(sign_in(SYSTEM), "organ_account_close", bureau.accounts[officer].pk) == 422
    assert Account.objects.filter(is_active=False).count() == 0


def test_a_new_password_ends_the_open_sessions(bureau: Bureau, sign_in: SignIn) -> None:
    desk, account = sign_in("职员"), bureau.accounts["职员"]
    typed = {"password": STRONG, "again": STRONG}
    assert post(sign_in(SYSTEM), "organ_account_password", account.pk, **typed) == 302
    assert desk.get(reverse("web:desk")).status_code == 302
    account.refresh_from_db()
    assert account.check_password(STRONG)


def test_the_security_officer_ends_sessions(bureau: Bureau, sign_in: SignIn) -> None:
    desk = sign_in("职员")
    before = Session.objects.count()
    assert post(sign_in(SECURITY), "organ_rights_end", bureau.accounts["职员"].pk) == 302
    assert desk.get(reverse("web:desk")).status_code == 302
    assert Session.objects.count() == before  # one ended, one is the officer's own


def test_a_locked_account_is_seen_and_unlocked(bureau: Bureau, sign_in: SignIn) -> None:
    account, login = bureau.accounts["职员"], reverse("account_login")
    account.set_password(STRONG)
    account.save()
    for _ in range(5):
        Client().post(login, {"login": account.username, "password": "wrong"})
    right = {"login": account.username, "password": STRONG}
    assert Client().post(login, right).status_code == 429
    room = sign_in(SECURITY)
    locks = room.get(reverse("web:organ_rights")).context["locks"]
    assert [(lock.account, lock.locked) for lock in locks] == [(account, True)]
    assert post(room, "organ_rights_unlock", account.pk) == 302
    assert Client().post(login, right).status_code == 302


def test_locks_of_another_organ_are_not_shown(bureau: Bureau, elsewhere: Bureau, sign_in: SignIn) -> None:
    for _ in range(5):
        Client().post(
            reverse("account_login"), {"login": elsewhere.accounts["职员"].username, "password": "wrong"}
        )
    context = sign_in(SECURITY).get(reverse("web:organ_rights")).context
    assert (context["locks"], list(context["failures"])) == ([], [])
