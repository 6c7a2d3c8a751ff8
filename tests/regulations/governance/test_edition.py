"""The edition of 01 as a whole: its clauses, its examples, its procedures, what the check-up finds in it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.regulations.governance.asking import ON
from zhixing.law.calendar import WorkCalendar
from zhixing.law.document import Clause
from zhixing.law.duty import falls_due
from zhixing.law.procedure import plan
from zhixing.law.regulation import edition_on
from zhixing.law.report import Kind
from zhixing.law.verify import check
from zhixing.regulations import shelf
from zhixing.regulations.governance.book import BOOK

EDITION = edition_on(BOOK, ON)
CLAUSES = (
    *("1", "2", "3", "4", "5"),
    *(f"6.{n}" for n in range(1, 8)),
    "7",
    *(f"8.{n}" for n in range(1, 5)),
    *(f"9.{n}" for n in range(1, 5)),
    *("10", "11", "12", "13", "14.1", "14.2", "14.3", "15", "16", "17", "18", "19"),
    *("20.1a", "20.1b", "20.1c", "20.2", "20.3", "20.4", "20.5", "21.1", "21.2", "21.3"),
)
WORDS_ONLY = {"01-4", "01-16", "01-20.4", "01-20.5"}
# B1-12, 14, 20, 21, 23, 24 are of what is stored: they stand with the workflow.
BOUNDARIES = {f"B1-{n:02}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 16, 17, 18, 19, 22, 25, 26)}


def test_all_forty_three_clauses_stand_in_the_edition() -> None:
    assert len(CLAUSES) == 43
    assert list(EDITION.clauses) == [f"01-{clause}" for clause in CLAUSES]


@pytest.mark.parametrize("clause", EDITION.clauses.values(), ids=lambda clause: clause.id)
def test_every_clause_says_something_in_words(clause: Clause) -> None:
    assert len(clause.text) > 10
    assert clause.words_only == (clause.id in WORDS_ONLY)


def test_the_check_up_finds_nothing_that_must_be_mended() -> None:
    assert [str(found) for found in check([BOOK], ON).findings if found.failing] == []


@pytest.mark.parametrize("kind", [Kind.UNREACHABLE, Kind.UNUSED, Kind.UNEXECUTED, Kind.RHYTHMS])
def test_nothing_of_the_edition_lies_idle(kind: Kind) -> None:
    assert [str(found) for found in check([BOOK], ON).of(kind)] == []


@pytest.mark.parametrize("table", ["到会门槛", "通过门槛"])
def test_the_check_up_finds_the_quorum_that_the_eighth_clause_lacks(table: str) -> None:
    found = [one for one in check([BOOK], ON).of(Kind.ONLY_READ) if one.subject == table]
    of_chiefs = [one for one in found if "局长办公会议" in one.text]
    assert [one.clauses for one in of_chiefs] == [("01-8.2",)]
    assert not of_chiefs[0].failing
    assert not any("党组会议" in one.text for one in found)


def test_without_its_reading_the_quorum_of_the_chiefs_meeting_is_a_gap() -> None:
    """It is found by looking, not written down: the rows of the text alone leave that region open."""
    rows = EDITION.tables["到会门槛"].rows
    of_text = {row.clause for row in rows if row.reading is None}
    assert of_text == {"01-6.4"}
    assert {row.clause for row in rows if row.reading} == {"01-8.2", "01-20.2"}


def test_every_boundary_case_that_a_question_holds_is_an_example() -> None:
    shown = {one.name.split()[0] for one in EDITION.examples if one.name.startswith("B1-")}
    assert shown == BOUNDARIES


def test_every_numbered_reading_gives_its_number_in_its_reason() -> None:
    numbered = [reading for reading in EDITION.readings if reading.id.startswith(("G-", "N"))]
    assert len(numbered) >= 9
    assert [reading.id for reading in numbered if f"（{reading.id}" not in reading.text] == []


def test_a_topic_of_the_party_group_is_consented_to_and_then_collected() -> None:
    assert [step.label for step in plan(EDITION, "党组会议题", {})] == [
        "本人提交",
        "分管局长审核",
        "党组书记同意",
        "办公室主任汇总",
    ]


def test_a_topic_of_the_chiefs_meeting_is_collected_and_then_consented_to() -> None:
    assert [step.label for step in plan(EDITION, "局长办公会议题", {})] == [
        "本人提交",
        "分管局长审核",
        "办公室主任汇总",
        "局长同意",
    ]


def test_a_major_matter_goes_through_the_four_paragraphs_in_order() -> None:
    steps = plan(EDITION, "重大事项", {})
    assert [step.clause for step in steps] == ["01-9.1", "01-9.1", "01-9.2", "01-9.3", "01-9.4"]


@pytest.mark.parametrize("duty", ["召开党组会议", "召开局长办公会议"])
def test_meetings_fall_due_twice_a_month(duty: str) -> None:
    """G-76: the 1st to the 15th, the 16th to the end; the last working day of each."""
    found = list(falls_due(EDITION.duties[duty], date(2026, 11, 1), date(2026, 12, 31), WorkCalendar()))
    assert [one.period.name for one in found] == [
        "2026年11月上半月",
        "2026年11月下半月",
        "2026年12月上半月",
        "2026年12月下半月",
    ]
    assert found[0].day == date(2026, 11, 13)
    assert all(one.period.last + timedelta(days=1) == two.period.first for one, two in pairwise(found))


def test_the_life_meeting_falls_due_once_a_year_under_the_name_that_13_uses() -> None:
    duty = EDITION.duties["召开党组民主生活会"]
    assert (duty.rhythm, duty.clause) == ("每年", "01-20.2")


def test_the_check_up_finds_by_itself_that_13_asks_for_another_rhythm() -> None:
    """01-20.2 against 13-2: the same duty, two frequencies."""
    (found,) = check(shelf.all(), ON).of(Kind.RHYTHMS)
    assert (found.subject, found.clauses) == ("召开党组民主生活会", ("01-20.2", "13-2"))
    assert not found.failing


def test_the_four_pairs_talk_every_half_year() -> None:
    talks = [duty for duty in EDITION.duties.values() if duty.clause == "01-21.3"]
    assert [(len(talks), {duty.rhythm for duty in talks})] == [(4, {"每半年"})]


def test_each_kind_of_emergency_is_drilled_once_a_year() -> None:
    drills = {duty.name for duty in EDITION.duties.values() if duty.clause == "01-15"}
    kinds = ("自然灾害", "公共卫生", "公共安全", "重特大事故")
    assert drills == {f"组织{kind}应急演练" for kind in kinds}
