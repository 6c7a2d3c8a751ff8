"""The edition of 02 as a whole: its clauses, its examples, its procedures and duties."""

from datetime import date

import pytest

from zhixing.law.duty import parse_rhythm
from zhixing.law.procedure import filled, parse_limit
from zhixing.law.regulation import edition_on
from zhixing.law.report import Kind
from zhixing.law.verify import check
from zhixing.regulations.attendance.book import BOOK

ON = date(2026, 3, 2)
EDITION = edition_on(BOOK, ON)
CLAUSES = (
    "1.1a 1.1b 1.1c 1.2a 1.2b 1.2c 1.2d 1.3a 1.3b 1.3c 1.4 1.5a 1.5b 1.5c 1.6a 1.6b 1.6c 1.6d 2 3.1 3.2 3.3"
)
# Boundary cases that a table or a rule can hold; the others are of matters, people and notes.
BOUNDARIES = {f"B2-{n:02}" for n in range(1, 25)}


def test_every_clause_of_the_regulation_stands_in_the_edition() -> None:
    assert list(EDITION.clauses) == [f"02-{clause}" for clause in CLAUSES.split()]


@pytest.mark.parametrize("clause", EDITION.clauses.values(), ids=lambda clause: clause.id)
def test_every_clause_says_something_in_words(clause: object) -> None:
    assert len(getattr(clause, "text")) > 10  # noqa: B009  ids need the plain object


def test_the_check_up_finds_nothing_that_must_be_mended() -> None:
    report = check([BOOK], ON)
    assert [str(found) for found in report.findings if found.failing] == []


@pytest.mark.parametrize("kind", [Kind.UNREACHABLE, Kind.UNUSED, Kind.UNEXECUTED, Kind.RHYTHMS])
def test_nothing_of_the_edition_lies_idle(kind: Kind) -> None:
    assert [str(found) for found in check([BOOK], ON).of(kind)] == []


def test_the_documents_it_refers_to_are_reported_until_they_are_entered() -> None:
    missing = {found.subject for found in check([BOOK], ON).of(Kind.DANGLING)}
    assert "鹿城区作风效能责任追究办法" in missing
    assert check([BOOK], ON, documents_entered=frozenset(missing)).of(Kind.DANGLING) == ()


def test_the_edition_shows_many_examples_and_every_boundary_case() -> None:
    assert len(EDITION.examples) >= 40
    shown = {example.name.split()[0] for example in EDITION.examples if example.name.startswith("B2-")}
    assert shown == BOUNDARIES


def test_every_reading_gives_its_reason_and_its_number() -> None:
    assert [reading.id for reading in EDITION.readings if f"（{reading.id}" not in reading.text] == []


@pytest.mark.parametrize("name", EDITION.procedures)
def test_every_time_limit_of_a_procedure_is_read(name: str) -> None:
    for step in EDITION.procedures[name].steps:
        parse_limit(filled(step.limit, EDITION.parameters))


@pytest.mark.parametrize("duty", EDITION.duty_rows, ids=lambda duty: duty.name)
def test_every_rhythm_of_a_duty_is_read(duty: object) -> None:
    parse_rhythm(getattr(duty, "rhythm"), getattr(duty, "limit"))  # noqa: B009  ids need the plain object
