"""Nothing of one organ is seen, named, counted or confirmed by the other (S1)."""

from __future__ import annotations

import pytest

from tests.api.calls import LEAVE, Calls, token_of
from tests.web.bureau import STAFF, Bureau
from zhixing.journal.models import Entry
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Token


@pytest.fixture
def neighbours(other: Bureau) -> Calls:
    return Calls(other)


@pytest.mark.parametrize("role", STAFF)
def test_the_other_organ_finds_nothing_of_ours(role: str, calls: Calls, neighbours: Calls) -> None:
    answer = calls.ask()
    matter, receipt = answer.body["matter"]["id"], answer.body["receipt"]
    ours = calls.get("职员", "/api/tokens").body["items"][0]["id"]
    seen = {"seen": 1, "text": "看看"}
    acts = ("同意", "批注", "提交", "销假", "撤销", "作废", "传阅", "已阅")
    asked = [
        neighbours.get(role, f"/api/matters/{matter}"),
        neighbours.get(role, f"/api/receipts/{receipt['seq']}/{receipt['hash']}"),
        neighbours.post(role, f"/api/tokens/{ours}/revoke"),
        neighbours.post(role, "/api/leave/preview", {"matter": matter}),
        neighbours.post(role, "/api/leave/draft", {"matter": matter}),
        neighbours.post(role, "/api/leave", {**LEAVE, "matter": matter}),
        *(neighbours.post(role, f"/api/matters/{matter}/acts/{act}", seen) for act in acts),
    ]
    assert [each.status for each in asked] == [404] * len(asked)
    assert neighbours.get(role, "/api/matters").body["total"] == 0
    assert neighbours.get(role, "/api/todo").body["total"] == 0
    assert Matter.objects.get(pk=matter).version == answer.body["matter"]["version"]


def test_what_is_not_there_and_what_is_anothers_answer_alike(calls: Calls, neighbours: Calls) -> None:
    matter = calls.asked()
    theirs = neighbours.get("局长", f"/api/matters/{matter}")
    nobodys = neighbours.get("局长", "/api/matters/987654")
    assert (theirs.status, theirs.body) == (nobodys.status, nobodys.body)


def test_people_of_the_other_organ_are_not_to_be_chosen(calls: Calls, neighbours: Calls) -> None:
    stranger = neighbours.bureau.person("职员")
    stranger.number = "X900"
    stranger.save()
    matter = calls.asked()
    assert calls.act("局领导", matter, "转办", people=["X900"]).facts == ["工号"]
    assert calls.post("职员", "/api/leave/preview", {**LEAVE, "stand_in": "X900"}).facts == ["工作代理人"]


def test_one_key_may_be_used_in_both_organs(calls: Calls, neighbours: Calls) -> None:
    for organ in (calls, neighbours):
        assert organ.post("职员", "/api/leave", LEAVE, key="one-and-the-same").status == 201
    assert set(Matter.objects.values_list("number", flat=True)) == {"假〔2026〕1号"}


def test_a_token_stands_in_its_own_organ(calls: Calls, neighbours: Calls) -> None:
    token_of(neighbours.bureau.accounts["职员"])
    calls.secret("职员")
    assert {token.organ_id for token in Token.objects.all()} == {"lucheng-jx", "ouhai-jx"}
    assert len(calls.get("职员", "/api/tokens").body["items"]) == 1
    assert set(Entry.objects.filter(action="签发接口令牌").values_list("organ", flat=True)) == {
        "lucheng-jx",
        "ouhai-jx",
    }
