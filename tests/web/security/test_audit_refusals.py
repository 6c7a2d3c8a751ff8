"""Each refused page is one entry of the journal, and whoever asks without end does not bury it (AU-03, AU-04)."""

import json

import pytest
from django.conf import settings as own
from django.db import DatabaseError, connection
from django.test import Client

from tests.web.bureau import Bureau
from tests.web.security.conftest import signed_in
from zhixing.journal.models import Entry
from zhixing.organ.clock import now
from zhixing.organ.delegations import delegate
from zhixing.organ.models import Account, Delegation
from zhixing.organ.refusals import LAST, MOST, SPAN, keep

pytestmark = pytest.mark.django_db
CLOSED_TO_STAFF = ("/organ/accounts/", "/organ/rights/", "/organ/audit/", "/attendance/pay/")


def kept(account: Account) -> list[Entry]:
    return list(Entry.objects.filter(organ=account.organ_id, action="拒绝访问", object_id=str(account.pk)))


def test_each_refused_page_is_one_entry(bureau: Bureau) -> None:
    account, client = bureau.accounts["职员"], signed_in(bureau, "职员")
    for address in CLOSED_TO_STAFF * 2:
        assert client.get(address).status_code == 403
    told = [json.loads(entry.payload) for entry in kept(account)]
    pages = ["web:organ_accounts", "web:organ_rights", "web:organ_audit", "web:pay"]
    assert [one["页面"] for one in told] == pages * 2
    assert {entry.actor for entry in kept(account)} == {account.username}
    assert {one["来源"] for one in told} == {"127.0.0.1"}


def test_what_is_opened_is_no_refusal(bureau: Bureau) -> None:
    assert signed_in(bureau, "职员").get("/desk/").status_code == 200
    assert Entry.objects.count() == 0


def test_the_interface_keeps_its_refusals_as_well(bureau: Bureau) -> None:
    client = signed_in(bureau, "审计管理员")
    assert client.get("/api/todo").status_code == 403
    [entry] = kept(bureau.accounts["审计管理员"])
    assert json.loads(entry.payload)["页面"] == "/api/todo"


def test_a_guest_writes_no_journal(bureau: Bureau) -> None:
    for address in CLOSED_TO_STAFF:
        assert Client().get(address).status_code == 302
    assert Entry.objects.count() == 0


def test_a_flood_is_bounded_and_says_so(bureau: Bureau) -> None:
    account, client = bureau.accounts["职员"], signed_in(bureau, "职员")
    for _ in range(MOST + 20):
        assert client.get("/organ/audit/").status_code == 403
    entries = kept(account)
    assert len(entries) == MOST
    assert json.loads(entries[-1].payload)["说明"] == LAST
    assert "说明" not in json.loads(entries[-2].payload)


def test_after_an_hour_it_counts_anew_and_each_account_for_itself(bureau: Bureau) -> None:
    account, at = bureau.accounts["职员"], now()
    for _ in range(MOST + 1):
        keep(account, "拒绝访问", {}, at)
    keep(bureau.accounts["局长"], "拒绝访问", {}, at)
    keep(account, "拒绝访问", {}, at + SPAN)
    assert len(kept(account)) == MOST + 1
    assert len(kept(bureau.accounts["局长"])) == 1


def test_no_setting_switches_the_journal_off() -> None:
    names = {name.lower() for name in dir(own) if name.isupper()}
    off = {name for name in names if any(word in name for word in ("journal", "audit"))}
    assert off == set()


@pytest.mark.parametrize("role", ["系统管理员", "安全管理员", "审计管理员"])
def test_no_officer_has_a_page_that_writes_in_the_journals_room(role: str, bureau: Bureau) -> None:
    client = signed_in(bureau, role)
    for address in ("/organ/audit/", "/organ/audit/check/", "/organ/audit/export/"):
        assert client.delete(address).status_code in {403, 404, 405}
        assert client.put(address).status_code in {403, 404, 405}


@pytest.fixture
def without_journal(bureau: Bureau) -> None:
    """Somebody has taken the table of the journal away."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE journal_entry RENAME TO journal_entry_gone")


@pytest.mark.usefixtures("without_journal")
def test_without_a_journal_nothing_is_done(bureau: Bureau) -> None:
    at, giver = now(), bureau.person("局领导")
    with pytest.raises(DatabaseError):
        delegate(
            giver=giver, receiver=bureau.person("科室负责人"), kinds=[], since=at, until=at + SPAN,
            basis="出差", actor=giver, at=at, key="委托",
        )  # fmt: skip
    connection.needs_rollback = False
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE journal_entry_gone RENAME TO journal_entry")
    assert Delegation.objects.count() == 0


def test_the_control_delegates(bureau: Bureau) -> None:
    at, giver = now(), bureau.person("局领导")
    delegate(
        giver=giver, receiver=bureau.person("科室负责人"), kinds=[], since=at, until=at + SPAN,
        basis="出差", actor=giver, at=at, key="委托",
    )  # fmt: skip
    assert (Delegation.objects.count(), Entry.objects.count()) == (1, 1)
