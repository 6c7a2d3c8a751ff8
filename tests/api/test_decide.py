"""The law machine over HTTP: the same answer as on the command line, public, without the database."""

from __future__ import annotations

import json
from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

from tests.api.calls import PROBLEM, Calls, send
from zhixing.cli.main import run
from zhixing.law.faults import EditionFault
from zhixing.law.regulation import edition_on
from zhixing.regulations.attendance.book import BOOK

PATH = "/api/decide/02/请假审批"
FACTS = {"职级": "一般人员", "假别": "事假", "天数": "2"}
ASKED = {"facts": FACTS, "on": "2026-09-01"}
PAIRS = [f"{name}={value}" for name, value in FACTS.items()]


def on_the_command_line(capsys: pytest.CaptureFixture[str], *typed: str) -> object:
    run(["decide", "02", *typed, "--on", "2026-09-01", "--json"])
    return json.loads(capsys.readouterr().out)


def test_the_answer_is_word_for_word_that_of_the_command(
    capsys: pytest.CaptureFixture[str], db: None
) -> None:
    answer = send("POST", PATH, ASKED)
    assert (answer.status, answer.headers["Content-Type"]) == (200, "application/json; charset=utf-8")
    assert answer.body == on_the_command_line(capsys, "请假审批", *PAIRS)
    assert answer.body["outcome"] == {"审批": ["分管局长审批", "办公室备案"]}


def test_a_guest_asks_without_touching_the_database(
    django_assert_num_queries: DjangoAssertNumQueries, db: None
) -> None:
    send("POST", PATH, ASKED)
    with django_assert_num_queries(0):
        assert send("POST", PATH, ASKED).status == 200


@pytest.mark.parametrize(
    ("days", "chain"),
    [
        (2, ["分管局长审批", "办公室备案"]),
        (2.5, ["分管局长签署意见", "局长审批", "办公室备案"]),
        ("2.5", ["分管局长签署意见", "局长审批", "办公室备案"]),
    ],
)
def test_numbers_may_be_json_numbers_or_text(days: object, chain: list[str], db: None) -> None:
    answer = send("POST", PATH, {"facts": {**FACTS, "天数": days}, "on": "2026-09-01"})
    assert answer.body["outcome"]["审批"] == chain


def test_every_fault_of_the_facts_is_named_as_on_the_command_line(
    capsys: pytest.CaptureFixture[str], db: None
) -> None:
    wrong = {"职级": "科员", "假别": "事假", "天数": "2.3", "心情": "好"}
    answer = send("POST", PATH, {"facts": wrong, "on": "2026-09-01"})
    told = on_the_command_line(capsys, "请假审批", *[f"{name}={value}" for name, value in wrong.items()])
    assert (answer.status, answer.headers["Content-Type"]) == (422, PROBLEM)
    assert {name: answer.body[name] for name in ("conclusion", "findings")} == told
    assert set(answer.facts) == {"职级", "天数", "心情"}


def test_a_day_without_an_edition_is_refused(db: None) -> None:
    assert send("POST", PATH, {"facts": FACTS, "on": "2017-12-31"}).status == 422


@pytest.mark.parametrize("path", ["/api/decide/99/请假审批", "/api/decide/02/请客审批"])
def test_what_cannot_be_asked_is_not_found_and_says_what_can(path: str, db: None) -> None:
    answer = send("POST", path, ASKED)
    assert (answer.status, answer.headers["Content-Type"]) == (404, PROBLEM)
    assert answer.body["findings"][0]["expected"]


def test_without_a_day_the_edition_of_today_answers(db: None) -> None:
    assert send("POST", PATH, {"facts": FACTS}).body["on"] == "2026-09-01"


def test_a_fault_of_the_edition_names_case_and_clauses(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    def no_row(*_: object, **__: object) -> None:
        raise EditionFault(
            regulation="02", question="请假审批", case="天数=2", clauses=("02-1.2a",), what="没有一行适用"
        )

    monkeypatch.setattr("zhixing.api.decide.decide", no_row)
    answer = send("POST", PATH, ASKED)
    assert (answer.status, answer.headers["Content-Type"]) == (500, PROBLEM)
    assert answer.body["fault"]["case"] == "天数=2"
    assert answer.body["fault"]["clauses"] == ["02-1.2a"]


def test_a_signed_in_person_and_a_token_get_the_same_answer(calls: Calls) -> None:
    by_guest = send("POST", PATH, ASKED)
    assert send("POST", PATH, ASKED, secret=calls.secret("职员")).body == by_guest.body


def test_a_bad_token_is_not_taken_for_a_guest(db: None) -> None:
    assert send("POST", PATH, ASKED, secret="zx_wrong").status == 401


def test_every_example_of_the_edition_answers_alike_over_http(db: None, settings: Settings) -> None:
    settings.API_RATES = {**settings.API_RATES, "访客": 10_000}
    examples = edition_on(BOOK, date(2026, 9, 1)).examples
    assert examples
    for example in examples:
        answer = send(
            "POST", f"/api/decide/02/{example.question}", {"facts": dict(example.given), "on": "2026-09-01"}
        )
        assert answer.status == 200, (example.name, answer.body)
