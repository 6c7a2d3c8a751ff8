"""The edition of 13 as a whole: its clauses, its examples, its procedure, and the conflict with 01-20.2."""

from datetime import date

import pytest

from tests.regulations.democratic_life.asking import ON
from zhixing.law.calendar import WorkCalendar
from zhixing.law.document import Clause
from zhixing.law.duty import falls_due
from zhixing.law.examples import run_examples
from zhixing.law.procedure import plan
from zhixing.law.regulation import edition_on
from zhixing.law.report import Kind
from zhixing.law.verify import check
from zhixing.regulations import shelf
from zhixing.regulations.democratic_life.book import BOOK

EDITION = edition_on(BOOK, ON)
DUTY = "召开党组民主生活会"
STEPS = ["会议方案", "报告上级", "通知", "征求意见", "谈心", "对照检查", "召开", "整改"]


def test_all_seven_clauses_stand_in_the_edition() -> None:
    assert list(EDITION.clauses) == [f"13-{n}" for n in range(1, 8)]


@pytest.mark.parametrize("clause", EDITION.clauses.values(), ids=lambda clause: clause.id)
def test_every_clause_says_something_in_words_and_is_executed(clause: Clause) -> None:
    assert len(clause.text) > 10
    assert not clause.words_only


def test_the_check_up_finds_nothing_in_it_that_must_be_mended() -> None:
    assert [str(found) for found in check([BOOK], ON).findings if found.failing] == []


@pytest.mark.parametrize("kind", [Kind.UNREACHABLE, Kind.UNUSED, Kind.UNEXECUTED])
def test_nothing_of_the_edition_lies_idle(kind: Kind) -> None:
    assert [str(found) for found in check([BOOK], ON).of(kind)] == []


def test_every_boundary_case_is_an_example_that_holds() -> None:
    told = " ".join(" ".join(map(str, vars_of(one))) for one in EDITION.examples)
    assert [one for one in range(1, 7) if f"B13-{one:02}" not in told] == []
    assert list(run_examples(BOOK, EDITION)) == []


def vars_of(example: object) -> list[object]:
    return [getattr(example, name) for name in example.__slots__]  # type: ignore[attr-defined]  # a slots dataclass


def test_the_procedure_has_its_steps_in_order() -> None:
    assert [step.name for step in plan(EDITION, "民主生活会", {})] == STEPS


def test_the_duty_falls_due_twice_a_year() -> None:
    days = falls_due(EDITION.duties[DUTY], date(2026, 1, 1), date(2026, 12, 31), WorkCalendar())
    assert [one.period.name for one in days] == ["2026年上半年", "2026年下半年"]


def test_the_check_up_finds_by_itself_that_01_and_13_name_two_rhythms_for_one_duty() -> None:
    """G-01: 01-20.2 says once a year, 13-2 says twice."""
    (found,) = check(shelf.all(), ON).of(Kind.RHYTHMS)
    assert found.subject == DUTY
    assert found.clauses == ("01-20.2", "13-2")
    assert "每年" in found.text
    assert "每半年" in found.text


def test_alone_neither_of_the_two_is_in_conflict() -> None:
    for book in shelf.all():
        assert [str(found) for found in check([book], ON).of(Kind.RHYTHMS)] == []
