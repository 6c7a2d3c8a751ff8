"""Asking for leave over the interface: what the page would say, all of it, before anything is sent."""

from __future__ import annotations

from datetime import date

import pytest

from tests.api.calls import LEAVE, NOW, PROBLEM, Calls
from zhixing.journal.models import Entry
from zhixing.law.refusal import Refusal
from zhixing.office.matters.models import Matter
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.balance_year import open_balance
from zhixing.regulations.attendance.workflow.leave import request_leave
from zhixing.regulations.attendance.workflow.leave_request import LeaveRequest


def give(calls: Calls, account: str, halves: int) -> None:
    open_balance(
        person=calls.bureau.person("职员"), account=account, halves=halves, day=date(2026, 1, 1),
        expires=date(2026, 12, 31), note="测试", actor=calls.bureau.person("办公室"), at=NOW, key=f"give-{account}",
    )  # fmt: skip


def test_a_preview_shows_chain_offset_and_balance_and_writes_nothing(calls: Calls) -> None:
    give(calls, "补休", 3)
    calls.secret("职员")
    before = Entry.objects.count()
    shown = calls.post("职员", "/api/leave/preview", LEAVE).body
    assert (shown["days"], shown["total"], shown["estimated"], shown["may_submit"]) == ("3", "3", False, True)
    # 1.5 days of comp first; six years of work give 5 days of annual leave, 1.5 of them are used
    assert shown["offset"] == {"comp": "1.5", "annual": "1.5", "rest": "0"}
    assert shown["balances"] == [
        {"account": "补休", "before": "1.5", "taken": "1.5", "left": "0"},
        {"account": "年休", "before": "5", "taken": "1.5", "left": "3.5"},
    ]
    stops = [(stop["required"], [one["name"] for one in stop["people"]]) for stop in shown["route"]]
    assert stops[:3] == [
        ("分管局长签署意见", ["郑清明"]),
        ("局长审批", ["陈谷雨"]),
        ("办公室备案", ["王芒种"]),
    ]
    assert shown["route"][0]["clause"].startswith("02-")
    assert shown["ruling"]["because"]
    assert (Entry.objects.count(), Matter.objects.count()) == (before, 0)


def test_a_preview_over_a_holiday_counts_working_days(calls: Calls) -> None:
    # 30 September, then the holiday to the 7th, then the 8th
    shown = calls.post(
        "职员", "/api/leave/preview", {**LEAVE, "first": "2026-09-30", "last": "2026-10-08"}
    ).body
    assert shown["days"] == "2"


def test_a_preview_of_an_empty_form_says_everything_that_is_missing(calls: Calls) -> None:
    shown = calls.post("职员", "/api/leave/preview", {})
    assert (shown.status, shown.body["may_submit"]) == (200, False)
    assert {"假别", "事由"} <= {finding["fact"] for finding in shown.body["findings"]}


def test_submitting_answers_with_number_days_and_receipt(calls: Calls) -> None:
    answer = calls.ask()
    assert answer.status == 201
    assert (answer.body["matter"]["number"], answer.body["days"]) == ("假〔2026〕1号", "3")
    entry = Entry.objects.get(organ=answer.body["receipt"]["organ"], seq=answer.body["receipt"]["seq"])
    assert (entry.action, entry.hash) == ("提交", answer.body["receipt"]["hash"])


def test_submitting_twice_with_one_key_is_one_request(calls: Calls) -> None:
    one, two = (calls.post("职员", "/api/leave", LEAVE, key="one-and-the-same") for _ in range(2))
    assert (one.status, two.status) == (201, 201)
    assert one.body == two.body
    assert Leave.objects.count() == 1


def test_a_refusal_is_word_for_word_that_of_the_service_and_leaves_nothing(calls: Calls) -> None:
    wrong = {"kind": "年休假", "first": "2026-09-10", "last": "2026-09-08"}
    answer = calls.post("职员", "/api/leave", wrong)
    assert (answer.status, answer.headers["Content-Type"]) == (422, PROBLEM)
    with pytest.raises(Refusal) as caught:
        request_leave(
            request=LeaveRequest(kind="年休假", first=date(2026, 9, 10), last=date(2026, 9, 8)),
            actor=calls.bureau.person("职员"),
            at=NOW,
            key="service",
        )
    assert {name: answer.body[name] for name in ("conclusion", "findings")} == caught.value.as_json()
    assert len(answer.body["findings"]) > 1
    assert Matter.objects.count() == 0


def test_every_field_that_cannot_be_read_is_named_by_its_label(calls: Calls) -> None:
    answer = calls.ask(kind="事由假", stand_in="E999", asked_at="昨天")
    assert (answer.status, sorted(answer.facts)) == (422, ["假别", "工作代理人", "请示时间"])


def test_a_draft_keeps_what_was_typed_and_is_gone_on_with(calls: Calls) -> None:
    kept = calls.post("职员", "/api/leave/draft", {"kind": "事假", "first": "2026-09-08"})
    assert (kept.status, kept.body["matter"]["state"]) == (201, "草稿")
    sent = calls.ask(matter=kept.body["matter"]["id"])
    assert (sent.status, sent.body["matter"]["id"]) == (201, kept.body["matter"]["id"])
    assert Leave.objects.get().status == "待批"


def test_nobody_goes_on_with_anothers_draft(calls: Calls) -> None:
    kept = calls.post("职员", "/api/leave/draft", {"kind": "事假"}).body["matter"]["id"]
    assert calls.ask("办公室主任", matter=kept, stand_in="E002").status == 404
    assert calls.post("办公室主任", "/api/leave/preview", {"matter": kept}).status == 404


def test_balances_tell_what_may_be_taken_and_where_it_came_from(calls: Calls) -> None:
    give(calls, "补休", 3)
    told = calls.get("职员", "/api/balances").body
    annual, comp = told["accounts"]
    assert (told["day"], annual["available"], comp["available"]) == ("2026-09-01", "5", "1.5")
    assert [(each["left"], each["why"]) for each in comp["buckets"]] == [("1.5", "期初")]
    assert [(each["days"], each["why"]) for each in comp["moves"]] == [("1.5", "期初")]
    calls.asked(kind="补休假", first="2026-09-08", last="2026-09-08")
    assert calls.get("职员", "/api/balances").body["accounts"][1]["available"] == "0.5"


def test_balances_are_ones_own(calls: Calls) -> None:
    give(calls, "补休", 3)
    for role in ("局长", "办公室", "局领导"):
        assert calls.get(role, "/api/balances").body["accounts"][1]["moves"] == []
