"""A clause as the law book shows it: what it says, what it does, its numbers, examples and readings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from zhixing.law.document import Clause, Duty, Edition, Example, Parameter, Reading, Row, Step
from zhixing.law.examples import examine
from zhixing.law.faults import EditionFaults
from zhixing.law.parameters import Override, Overrides
from zhixing.law.refusal import Refusal
from zhixing.law.regulation import Regulation, edition_files, edition_on
from zhixing.law.standing import Standing, standing_on
from zhixing.regulations import shelf


@dataclass(frozen=True, slots=True)
class TablePart:
    """The rows of one decision table that stand under one clause."""

    name: str
    conditions: tuple[str, ...]
    outcomes: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class StepsPart:
    procedure: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class ExampleLine:
    name: str
    given: str
    expected: str
    holds: bool


@dataclass(frozen=True, slots=True)
class ExamplesPart:
    question: str
    lines: tuple[ExampleLine, ...]


@dataclass(frozen=True, slots=True)
class NumberShown:
    """A number of the clause, and the organ's own value where one counts on the day."""

    parameter: Parameter
    own: Override | None


@dataclass(frozen=True, slots=True)
class ClauseShown:
    clause: Clause
    parameters: tuple[NumberShown, ...]
    tables: tuple[TablePart, ...]
    procedures: tuple[StepsPart, ...]
    duties: tuple[Duty, ...]
    examples: tuple[ExamplesPart, ...]
    readings: tuple[Reading, ...]
    computed: tuple[str, ...]
    carried_out: str

    @property
    def executed(self) -> bool:
        """Whether anything of the program carries this clause out."""
        return bool(
            self.tables
            or self.procedures
            or self.duties
            or self.computed
            or self.carried_out
            or self.parameters
        )


@dataclass(frozen=True, slots=True)
class Book:
    regulation: Regulation
    edition: Edition
    days: tuple[date, ...]
    clauses: tuple[ClauseShown, ...]

    @property
    def executed(self) -> int:
        return sum(shown.executed for shown in self.clauses)


def open_book(regulation: Regulation, on: date, own: Overrides | None = None) -> Book:
    """A regulation as it stood on a day, with the organ's own values beside; raises NoEdition, or EditionFaults."""
    standing = standing_on(regulation, on)
    failing = frozenset(failure.example.line for failure in examine(standing)[1])
    shown = tuple(
        _clause(standing, clause, failing, own or {}) for clause in standing.edition.clauses.values()
    )
    return Book(regulation, standing.edition, tuple(edition_files(regulation)), shown)


def _clause(standing: Standing, clause: Clause, failing: frozenset[int], own: Overrides) -> ClauseShown:
    edition, regulation = standing.edition, standing.regulation
    return ClauseShown(
        clause=clause,
        parameters=tuple(
            NumberShown(each, own.get(each.name))
            for each in edition.parameters.values()
            if each.clause == clause.id
        ),
        tables=_tables(edition, clause.id),
        procedures=_procedures(edition, clause.id),
        duties=tuple(duty for duty in edition.duty_rows if duty.clause == clause.id),
        examples=_examples([each for each in edition.examples if each.clause == clause.id], failing),
        readings=tuple(reading for reading in edition.readings if reading.clause == clause.id),
        computed=tuple(question.name for question in regulation.questions if clause.id in question.clauses),
        carried_out=regulation.executed.get(clause.id, ""),
    )


def _tables(edition: Edition, clause: str) -> tuple[TablePart, ...]:
    parts = (
        TablePart(
            table.name,
            table.conditions,
            table.outcomes,
            tuple(row for row in table.rows if row.clause == clause),
        )
        for table in edition.tables.values()
    )
    return tuple(part for part in parts if part.rows)


def _procedures(edition: Edition, clause: str) -> tuple[StepsPart, ...]:
    parts = (
        StepsPart(procedure.name, tuple(step for step in procedure.steps if step.clause == clause))
        for procedure in edition.procedures.values()
    )
    return tuple(part for part in parts if part.steps)


def _examples(examples: Sequence[Example], failing: frozenset[int]) -> tuple[ExamplesPart, ...]:
    return tuple(
        ExamplesPart(question, _lines(part, failing))
        for question, part in groupby(examples, key=lambda example: example.question)
    )


def _lines(examples: Iterable[Example], failing: frozenset[int]) -> tuple[ExampleLine, ...]:
    return tuple(
        ExampleLine(each.name, said(each.given), said(each.expected), each.line not in failing)
        for each in examples
    )


def said(values: Mapping[str, str]) -> str:
    """职级：一般人员，天数：2"""
    return "，".join(f"{name}：{value}" for name, value in values.items())


def cite_of(clause: str, on: date) -> str:
    """《考勤制度》一、2 事假; the bare id where no such clause stands on that day."""
    try:
        edition = edition_on(shelf.by_number(clause.partition("-")[0]), on)
    except (Refusal, EditionFaults):
        return clause
    known = edition.clauses.get(clause)
    return f"《{edition.title}》{known.cite}" if known else clause
