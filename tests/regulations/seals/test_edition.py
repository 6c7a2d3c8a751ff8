"""The edition of 17 as a whole: its clauses, its examples, its procedures, its duty."""

from datetime import date

import pytest

from tests.regulations.seals.asking import ON
from zhixing.law.calendar import WorkCalendar
from zhixing.law.decide import decide
from zhixing.law.document import Clause
from zhixing.law.duty import falls_due
from zhixing.law.examples import run_examples
from zhixing.law.procedure import plan
from zhixing.law.regulation import edition_on
from zhixing.law.report import Kind
from zhixing.law.verify import check
from zhixing.regulations.seals.book import BOOK

EDITION = edition_on(BOOK, ON)
CLAUSES = [
    "17-1", "17-2a", "17-2b", "17-3", "17-4a", "17-4b", "17-5a", "17-5b", "17-6", "17-7a", "17-7b", "17-8",
    "17-9", "17-10", "17-11",
]  # fmt: skip
# B17-02 (nobody approves the own application) and B17-10 (a unit's own register) are no questions
CASES = [f"B17-{number:02}" for number in (1, 3, 4, 5, 6, 7, 8, 9)]


def test_all_fifteen_clauses_stand_in_the_edition() -> None:
    assert list(EDITION.clauses) == CLAUSES


@pytest.mark.parametrize("clause", EDITION.clauses.values(), ids=lambda clause: clause.id)
def test_every_clause_says_something_in_words_and_is_executed(clause: Clause) -> None:
    assert len(clause.text) > 10
    assert not clause.words_only


def test_the_check_up_finds_nothing_in_it_that_must_be_mended() -> None:
    assert [str(found) for found in check([BOOK], ON).findings if found.failing] == []


@pytest.mark.parametrize("kind", [Kind.UNREACHABLE, Kind.UNUSED, Kind.UNEXECUTED])
def test_nothing_of_the_edition_lies_idle(kind: Kind) -> None:
    assert [str(found) for found in check([BOOK], ON).of(kind)] == []


@pytest.mark.parametrize("case", CASES)
def test_every_boundary_case_that_a_question_holds_is_an_example(case: str) -> None:
    assert [example for example in EDITION.examples if case in example.name]


def test_every_example_holds() -> None:
    assert list(run_examples(BOOK, EDITION)) == []


@pytest.mark.parametrize(
    ("matter", "seal", "post"),
    [("一般", "局章", "分管局长"), ("重大", "局章", "局长"), ("重大", "党组章", "党组书记")],
)
@pytest.mark.parametrize("procedure", ["用印", "急用"])
def test_use_is_approved_by_the_post_of_the_ruling(procedure: str, matter: str, seal: str, post: str) -> None:
    ruling = decide(BOOK, "用印审批", {"事项": matter, "印章": seal, "材料": "完整文件"}, on=ON)
    steps = plan(EDITION, procedure, {"用印审批": ruling})
    assert [step.post for step in steps] == ["本人", post]


@pytest.mark.parametrize("procedure", ["代管", "外带"])
def test_custody_and_carrying_out_are_for_the_leader_of_the_office(procedure: str) -> None:
    ruling = decide(BOOK, "外带审批", {"已有用印审批": "是", "有逾期未还": "否"}, on=ON)
    steps = plan(EDITION, procedure, {"外带审批": ruling})
    assert [step.post for step in steps] == ["本人", "分管办公室领导"]


def test_the_book_of_a_year_is_filed_by_the_end_of_january() -> None:
    days = falls_due(
        EDITION.duties["整理归档上年度用印登记簿"], date(2026, 1, 1), date(2027, 12, 31), WorkCalendar()
    )
    assert [one.day for one in days] == [date(2026, 1, 31), date(2027, 1, 31)]
