"""The law book over the interface."""

from __future__ import annotations

from datetime import date

from tests.api.calls import Calls
from zhixing.law.decide import questions
from zhixing.law.regulation import edition_on
from zhixing.regulations import shelf
from zhixing.regulations.attendance.book import BOOK

DAY = date(2026, 9, 1)


def test_every_regulation_stands_on_the_list(calls: Calls) -> None:
    told = calls.get("职员", "/api/regulations").body["items"]
    assert [each["number"] for each in told] == [book.number for book in shelf.all()]
    assert {"number": "02", "key": "attendance", "title": "考勤制度", "editions": ["2018-02-01"]} in told


def test_a_regulation_tells_every_clause_and_every_question(calls: Calls) -> None:
    told = calls.get("职员", "/api/regulations/02").body
    assert [each["id"] for each in told["clauses"]] == list(edition_on(BOOK, DAY).clauses)
    assert {each["name"] for each in told["questions"]} == set(questions(BOOK, on=DAY))
    asked = next(each for each in told["questions"] if each["name"] == "请假审批")
    needed = {fact["name"]: fact["required"] for fact in asked["facts"]}
    assert needed == {"职级": True, "区管干部": False, "假别": True, "天数": True}


def test_a_day_without_an_edition_is_refused_and_an_unknown_number_not_found(calls: Calls) -> None:
    assert calls.get("职员", "/api/regulations/02?on=2017-01-01").status == 422
    assert calls.get("职员", "/api/regulations/77").status == 404
