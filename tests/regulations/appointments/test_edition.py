"""The edition of 04 as a whole: its clauses, its examples, its procedure."""

import pytest

from tests.regulations.appointments.asking import ON
from zhixing.law.document import Clause
from zhixing.law.procedure import filled, parse_limit, plan
from zhixing.law.regulation import edition_on
from zhixing.law.report import Kind
from zhixing.law.verify import check
from zhixing.regulations.appointments.book import BOOK

EDITION = edition_on(BOOK, ON)
STEPS = ["动议", "民主推荐", "考察", "讨论决定", "任前审核", "任前公示", "任职"]
# B4-08 is of what is stored: it stands with the workflow.
BOUNDARIES = {f"B4-{n:02}" for n in (1, 2, 3, 4, 5, 6, 7, 9, 10)}


def test_all_eight_clauses_stand_in_the_edition() -> None:
    assert list(EDITION.clauses) == [f"04-{n}" for n in ("1", "2a", "2b", "3", "4", "5", "6", "7")]


@pytest.mark.parametrize("clause", EDITION.clauses.values(), ids=lambda clause: clause.id)
def test_every_clause_says_something_in_words(clause: Clause) -> None:
    assert len(clause.text) > 10


def test_the_procedure_has_its_seven_steps_in_order() -> None:
    assert [step.name for step in plan(EDITION, "干部任用", {})] == STEPS


def test_the_notice_is_the_only_step_with_a_limit_of_days() -> None:
    limits = {
        step.name: filled(step.limit, EDITION.parameters) for step in EDITION.procedures["干部任用"].steps
    }
    assert limits.pop("任前公示") == "发布后5个工作日"
    assert {parse_limit(limit) for limit in limits.values()} == {None}


def test_the_check_up_finds_nothing_that_must_be_mended() -> None:
    assert [str(found) for found in check([BOOK], ON).findings if found.failing] == []


@pytest.mark.parametrize("kind", [Kind.UNREACHABLE, Kind.UNUSED, Kind.UNEXECUTED, Kind.RHYTHMS])
def test_nothing_of_the_edition_lies_idle(kind: Kind) -> None:
    assert [str(found) for found in check([BOOK], ON).of(kind)] == []


def test_every_boundary_case_that_a_question_holds_is_an_example() -> None:
    shown = {one.name.split()[0] for one in EDITION.examples if one.name.startswith("B4-")}
    assert shown == BOUNDARIES


def test_every_reading_gives_its_number_in_its_reason() -> None:
    assert [reading.id for reading in EDITION.readings if f"（{reading.id}" not in reading.text] == []
