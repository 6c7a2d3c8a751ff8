"""Acts over the interface: the whole leave story, what was seen, and one effect for each key."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.api.calls import LEAVE, PROBLEM, Calls, send
from zhixing.journal.models import Entry
from zhixing.office.matters.models import Matter, Opinion, Task
from zhixing.regulations.attendance.models import Leave


def test_a_leave_goes_the_whole_way_over_the_interface(calls: Calls) -> None:
    matter = calls.asked()
    assert [task["matter"]["id"] for task in calls.get("局领导", "/api/todo").body["items"]] == [matter]
    agreed = calls.act("局领导", matter, "同意", text="同意")
    assert (agreed.status, agreed.body["matter"]["state"]) == (200, "审批中")
    assert [each["name"] for each in agreed.body["matter"]["holders"]] == ["陈谷雨"]
    assert calls.act("局长", matter, "同意", text="同意").body["matter"]["state"] == "已同意"
    assert calls.act("办公室", matter, "同意").status == 200
    with time_machine.travel(datetime(2026, 9, 11, 1, tzinfo=UTC), tick=False):
        back = calls.act("职员", matter, "销假")
    assert (back.status, back.body["matter"]["state"]) == (200, "已办结")
    assert Leave.objects.get().status == "已销假"
    assert calls.get("局领导", "/api/todo").body["total"] == 0


def test_a_matter_is_shown_whole(calls: Calls) -> None:
    matter = calls.asked()
    calls.act("局领导", matter, "同意", text="同意，注意交接")
    shown = calls.get("职员", f"/api/matters/{matter}").body
    assert shown["number"] == "假〔2026〕1号"
    assert shown["facts"]["天数"] == "3"
    assert shown["ruling"]["outcome"]["审批"] == ["分管局长签署意见", "局长审批", "办公室备案"]
    steps = [
        (step["required"], step["state"], [one["name"] for one in step["people"]]) for step in shown["route"]
    ]
    assert steps[:3] == [
        ("分管局长签署意见", "已办", ["郑清明"]),
        ("局长审批", "办理中", ["陈谷雨"]),
        ("办公室备案", "未到", ["王芒种"]),
    ]
    assert [(said["act"], said["person"]["name"], said["text"]) for said in shown["trail"]] == [
        ("提交", "林小满", ""),
        ("同意", "郑清明", "同意，注意交接"),
    ]
    assert "催办" in shown["acts"]
    assert "同意" not in shown["acts"]
    assert "同意" in calls.get("局长", f"/api/matters/{matter}").body["acts"]


def test_the_same_key_again_gives_the_first_receipt_and_no_second_effect(calls: Calls) -> None:
    matter = calls.asked()
    said = {"seen": calls.version(matter), "text": "同意"}
    path = f"/api/matters/{matter}/acts/同意"
    first, again = (calls.post("局领导", path, said, key="one-and-the-same") for _ in range(2))
    assert (first.status, again.status) == (200, 200)
    assert again.body["receipt"] == first.body["receipt"]
    assert Opinion.objects.filter(matter=matter, act="同意").count() == 1


def test_the_same_key_with_other_content_is_a_conflict(calls: Calls) -> None:
    matter = calls.asked()
    said = {"seen": calls.version(matter), "text": "同意"}
    path = f"/api/matters/{matter}/acts"
    calls.post("局领导", f"{path}/同意", said, key="one-and-the-same")
    for other in (
        calls.post("局领导", f"{path}/同意", {**said, "text": "不同意"}, key="one-and-the-same"),
        calls.post("局领导", f"{path}/批注", said, key="one-and-the-same"),
    ):
        assert (other.status, other.headers["Content-Type"], other.facts) == (409, PROBLEM, ["办理键"])
    assert Matter.objects.get(pk=matter).state == "审批中"


def test_two_people_may_use_the_same_key(calls: Calls) -> None:
    matter = calls.asked()
    assert calls.act("局领导", matter, "同意", key="one-and-the-same", text="同意").status == 200
    assert calls.act("局长", matter, "同意", key="one-and-the-same", text="同意").status == 200
    assert Opinion.objects.filter(matter=matter, act="同意").count() == 2


def test_a_refused_act_leaves_its_key_free(calls: Calls) -> None:
    matter = calls.asked()
    assert calls.act("局领导", matter, "不同意", key="one-and-the-same").facts == ["理由"]
    assert calls.act("局领导", matter, "不同意", key="one-and-the-same", text="人手不够").status == 200


def test_whoever_saw_an_older_state_is_told_what_happened_meanwhile(calls: Calls) -> None:
    matter = calls.asked()
    seen = calls.version(matter)
    calls.act("职员", matter, "撤回")
    late = calls.post("局领导", f"/api/matters/{matter}/acts/同意", {"seen": seen, "text": "同意"})
    assert (late.status, late.facts) == (409, ["状态"])
    assert "林小满已于2026-09-01 09:00办理（撤回）" in late.body["conclusion"]
    assert late.body["findings"][0]["found"]


@pytest.mark.parametrize("act", ["批注", "传阅", "催办", "作废"])
def test_acts_beside_the_way_look_at_the_version_too(act: str, calls: Calls) -> None:
    matter = calls.asked()
    path = f"/api/matters/{matter}/acts/{act}"
    assert calls.post("职员", path, {"seen": 0, "text": "请看", "people": ["E002"]}).status == 409


@pytest.mark.parametrize("act", ["同意", "不同意", "退回", "转办", "加签"])
def test_out_of_turn_an_act_is_a_conflict_and_changes_nothing(act: str, calls: Calls) -> None:
    matter = calls.asked()
    before = calls.version(matter)
    answer = calls.act("局长", matter, act, text="不等了", people=["E002"])
    assert (answer.status, answer.headers["Content-Type"]) == (409, PROBLEM)
    assert answer.body["findings"][0]["who"] == "郑清明"
    assert calls.version(matter) == before


def test_nobody_approves_the_own_request(calls: Calls) -> None:
    matter = calls.asked()
    assert calls.act("职员", matter, "同意", text="同意").status == 409


def test_a_matter_is_handed_to_a_colleague_by_number(calls: Calls) -> None:
    matter = calls.asked()
    assert calls.act("局领导", matter, "转办", people=["E008"]).status == 200
    assert Task.objects.get(matter=matter, state="待办").person == calls.bureau.person("纪检")


def test_every_unknown_colleague_is_named(calls: Calls) -> None:
    matter = calls.asked()
    answer = calls.act("局领导", matter, "传阅", people=["E002", "E777", "E888"])
    assert (answer.status, [each["found"] for each in answer.body["findings"]]) == (422, ["E777", "E888"])


def test_sent_back_it_is_filled_in_again_and_submitted(calls: Calls) -> None:
    matter = calls.asked()
    assert calls.act("局领导", matter, "退回", text="请缩短").body["matter"]["state"] == "已退回"
    shorter = {**LEAVE, "last": "2026-09-09", "matter": matter}
    assert calls.post("职员", "/api/leave/draft", shorter).status == 201
    sent = calls.act("职员", matter, "提交")
    assert (sent.status, sent.body["matter"]["state"]) == (200, "审批中")
    assert calls.get("职员", f"/api/matters/{matter}").body["facts"]["天数"] == "2"


def test_what_was_granted_is_given_up_with_a_reason(calls: Calls) -> None:
    matter = calls.asked()
    for role in ("局领导", "局长"):
        calls.act(role, matter, "同意", text="同意")
    assert calls.act("职员", matter, "撤销", text="改期").status == 200
    assert Matter.objects.filter(procedure="撤销请假", state="审批中").count() == 1


def test_an_act_that_does_not_exist_is_refused_with_those_that_do(calls: Calls) -> None:
    answer = calls.act("局领导", calls.asked(), "批准")
    assert (answer.status, answer.facts) == (422, ["动作"])
    assert "同意" in answer.body["findings"][0]["expected"]


@pytest.mark.parametrize("key", ["", "short", "有汉字的办理键有汉字", "k" * 101])
def test_without_a_good_key_nothing_is_written(key: str, calls: Calls) -> None:
    before = Entry.objects.count()
    headers_key = key.encode().decode("latin-1")
    answer = send("POST", "/api/leave", LEAVE, secret=calls.secret("职员"), key=headers_key)
    assert answer.status == 422
    assert Entry.objects.count() == before + 1  # the token's own entry


def test_lists_are_paged(calls: Calls) -> None:
    for day in ("2026-09-14", "2026-09-15", "2026-09-16"):
        calls.asked(first=day, last=day)
    first = calls.get("职员", "/api/matters?size=2").body
    assert (first["total"], first["pages"], len(first["items"])) == (3, 2, 2)
    second = calls.get("职员", "/api/matters?size=2&page=2").body
    assert [line["id"] for line in (*first["items"], *second["items"])] == list(
        Matter.objects.order_by("-pk").values_list("pk", flat=True)
    )
    assert calls.get("职员", "/api/matters?size=2&page=3").body["items"] == []
    assert calls.get("职员", "/api/matters?state=已办结").body["total"] == 0


@pytest.mark.parametrize("path", ["/api/matters", "/api/todo"])
def test_a_page_of_many_asks_the_database_as_often_as_a_page_of_one(path: str, calls: Calls) -> None:
    calls.asked(first="2026-09-14", last="2026-09-14")
    one = queries(calls, path)
    for day in ("2026-09-15", "2026-09-16", "2026-09-17"):
        calls.asked(first=day, last=day)
    assert queries(calls, path) == one


def queries(calls: Calls, path: str) -> int:
    calls.get("局领导", path)
    with CaptureQueriesContext(connection) as asked:
        calls.get("局领导", path)
    return len(asked)
