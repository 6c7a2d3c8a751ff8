"""The edition of 09 as a whole: its clauses, its examples, its procedures, its duty."""

from datetime import date

import pytest

from tests.regulations.documents.asking import ON
from zhixing.law.calendar import WorkCalendar
from zhixing.law.document import Clause
from zhixing.law.duty import falls_due
from zhixing.law.examples import run_examples
from zhixing.law.procedure import plan
from zhixing.law.regulation import edition_on
from zhixing.law.report import Kind
from zhixing.law.verify import check
from zhixing.regulations.documents.asked import rulings_of_issuing
from zhixing.regulations.documents.book import BOOK

EDITION = edition_on(BOOK, ON)
CLAUSES = [
    "09-1.1", "09-1.2", "09-1.3a", "09-1.3b", "09-1.4", "09-1.5a", "09-1.5b", "09-1.6", "09-1.7",
    "09-2.1", "09-2.2", "09-2.3", "09-2.4", "09-3",
]  # fmt: skip
CASES = [f"B9-{number:02}" for number in range(1, 13)]


def test_all_fourteen_clauses_stand_in_the_edition() -> None:
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
def test_every_boundary_case_is_an_example(case: str) -> None:
    assert [example for example in EDITION.examples if case in example.name]


def test_every_example_holds() -> None:
    assert list(run_examples(BOOK, EDITION)) == []


def test_receiving_has_its_steps_in_order() -> None:
    steps = [step.name for step in plan(EDITION, "收文", {})]
    assert steps == ["登记", "初审", "拟办", "批办", "承办", "答复", "办结"]


@pytest.mark.parametrize(
    ("name", "signers"), [("局", ["局长"]), ("党组", ["党组书记"]), ("联合", ["党组书记", "局长"])]
)
def test_issuing_is_signed_by_the_right_posts_before_it_is_numbered(name: str, signers: list[str]) -> None:
    steps = plan(EDITION, "发文", rulings_of_issuing(name, ON))
    assert [step.post for step in steps if step.name == "签发"] == signers
    names = list(dict.fromkeys(step.name for step in steps))
    assert names == [
        "拟稿", "审核", "审签", "会签", "签发", "复核", "编号", "校对", "用印", "分发", "归档",
    ]  # fmt: skip


def test_papers_are_handed_in_by_the_end_of_march() -> None:
    days = falls_due(
        EDITION.duties["移交上年度文件归档"], date(2026, 1, 1), date(2027, 12, 31), WorkCalendar()
    )
    assert [one.day for one in days] == [date(2026, 3, 31), date(2027, 3, 31)]
