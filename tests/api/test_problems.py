"""Every refusal is problem+json, in the order of the house, whatever refused it."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest
from django.db import OperationalError
from django.test import Client
from pytest_django import Settings

from tests.api.calls import LEAVE, PROBLEM, Answer, Calls, send

ORDER = ["fact", "found", "expected", "clause", "cite", "mend", "who"]


def assert_problem(answer: Answer, status: int) -> None:
    """结论 → 事实 → 依据 → 下一步 → 谁能处理, the order as sent."""
    assert (answer.status, answer.headers["Content-Type"]) == (status, PROBLEM)
    assert list(answer.body)[:5] == ["type", "title", "status", "conclusion", "findings"]
    assert answer.body["status"] == status
    assert answer.body["conclusion"]
    assert answer.body["findings"]
    for finding in answer.body["findings"]:
        assert list(finding) == [name for name in ORDER if name in finding]
        assert {"fact", "found", "expected", "mend"} <= set(finding)


def refusals(calls: Calls) -> Iterator[tuple[Answer, int]]:
    secret, key = calls.secret("职员"), "problem-key"
    deep = "[" * 5000 + "]" * 5000
    yield send("GET", "/api/todo"), 401
    yield send("GET", "/api/nothing"), 404
    yield send("GET", "/api/"), 404
    yield send("DELETE", "/api/todo"), 405
    yield calls.get("职员", "/api/matters/424242"), 404
    yield calls.get("职员", "/api/regulations/99"), 404
    yield calls.get("职员", "/api/matters?page=0&size=1000&state=审核中"), 422
    yield calls.get("职员", "/api/matters?state=审核中"), 422
    yield send("POST", "/api/leave", LEAVE, secret=secret), 422
    yield send("POST", "/api/leave", b"{", secret=secret, key=key), 400
    yield send("POST", "/api/leave", b"\xff{}", secret=secret, key=key), 400
    yield send("POST", "/api/leave", '"text"', secret=secret, key=key), 400
    yield send("POST", "/api/leave", '{"reason": "\\u0000"}', secret=secret, key=key), 400
    yield send("POST", "/api/leave", '{"reason": "\\ud800"}', secret=secret, key=key), 400
    yield send("POST", "/api/leave", '{"reason": NaN}', secret=secret, key=key), 400
    yield send("POST", "/api/leave", '{"kind": "事假", "kind": "病假"}', secret=secret, key=key), 400
    yield send("POST", "/api/leave", '{"reason": ' + deep + "}", secret=secret, key=key), 400
    yield send("POST", "/api/leave", json.dumps({"reason": "长" * 70_000}), secret=secret, key=key), 413
    yield (
        send("POST", "/api/leave", {**LEAVE, "organ": "other", "state": "已同意"}, secret=secret, key=key),
        422,
    )
    yield send("POST", "/api/leave", {"kind": "事假"}, secret=secret, key=key), 422


def test_every_refusal_is_a_problem_of_the_declared_form(calls: Calls) -> None:
    for answer, status in refusals(calls):
        assert_problem(answer, status)


def test_a_wrong_method_names_the_right_one(db: None) -> None:
    assert send("DELETE", "/api/todo").headers["Allow"] == "GET"


def test_fields_that_are_not_the_callers_to_set_are_refused_by_name(calls: Calls) -> None:
    answer = calls.ask(organ="other", state="已同意", number="假〔2026〕9号")
    assert sorted(answer.facts) == ["asked.number", "asked.organ", "asked.state"]


def test_who_is_unknown_is_told_how_to_sign_in(db: None) -> None:
    assert send("GET", "/api/todo").headers["WWW-Authenticate"].startswith("Bearer")


def test_a_fault_of_ours_tells_nothing_of_the_machinery(
    calls: Calls, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("inner words")

    calls.secret("职员")
    monkeypatch.setattr("zhixing.api.balances.account", broken)
    with caplog.at_level(logging.ERROR, logger="zhixing.api"):
        answer = calls.get("职员", "/api/balances")
    assert_problem(answer, 500)
    assert "inner words" not in str(answer.body)
    assert "inner words" in caplog.text


def test_a_database_that_is_away_asks_for_the_same_key_again(
    calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object, **__: object) -> None:
        raise OperationalError("database is locked")

    calls.secret("职员")
    monkeypatch.setattr("zhixing.api.leave.request_leave", away)
    answer = calls.ask()
    assert_problem(answer, 503)
    assert answer.headers["Retry-After"]
    assert "同一办理键" in answer.body["conclusion"]


def test_a_guest_asks_so_often_and_no_oftener(settings: Settings, db: None) -> None:
    settings.API_RATES = {**settings.API_RATES, "访客": 3}
    path = "/api/days?first=2026-09-01&last=2026-09-02"
    assert [send("GET", path).status for _ in range(5)] == [200, 200, 200, 429, 429]
    refused = send("GET", path)
    assert_problem(refused, 429)
    assert refused.headers["Retry-After"] == "60"
    elsewhere = Client(REMOTE_ADDR="10.0.0.9")
    assert send("GET", path, client=elsewhere).status == 200


def test_a_header_does_not_make_another_guest(settings: Settings, db: None) -> None:
    settings.API_RATES = {**settings.API_RATES, "访客": 1}
    path = "/api/days?first=2026-09-01&last=2026-09-02"
    clients = [Client(headers={"X-Forwarded-For": f"10.0.0.{n}"}) for n in range(3)]
    assert [send("GET", path, client=client).status for client in clients] == [200, 429, 429]


def test_a_token_asks_so_often_and_wrong_tokens_are_counted_by_address(
    calls: Calls, settings: Settings
) -> None:
    settings.API_RATES = {**settings.API_RATES, "令牌": 2, "错误令牌": 2}
    assert [calls.get("职员", "/api/todo").status for _ in range(3)] == [200, 200, 429]
    assert calls.get("局长", "/api/todo").status == 200
    assert [send("GET", "/api/todo", secret="zx_no").status for _ in range(3)] == [401, 401, 429]
