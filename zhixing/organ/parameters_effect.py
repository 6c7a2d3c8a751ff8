"""What an own value would change, shown before it is set: rules that read it, examples that come out otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zhixing.law.document import Example
from zhixing.law.faults import EditionFault
from zhixing.law.parameters import Overrides
from zhixing.law.refusal import Refusal
from zhixing.law.standing import Standing, standing_on
from zhixing.law.values import show_list
from zhixing.organ.parameters_checks import Wanted


@dataclass(frozen=True, slots=True)
class RuleChanged:
    """A row of a decision that reads the number; the cell before and after."""

    table: str
    row: str
    column: str
    before: str
    after: str
    clause: str


@dataclass(frozen=True, slots=True)
class ExampleChanged:
    """A worked example that comes out otherwise."""

    question: str
    name: str
    given: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Effect:
    """`computed` are the reckoned questions that read the number, `at_work` what reads it outside all questions."""

    before: str
    after: str
    rules: tuple[RuleChanged, ...]
    computed: tuple[str, ...]
    at_work: str
    examples: tuple[ExampleChanged, ...]


def effect_of(wanted: Wanted, own: Overrides) -> Effect:
    """Compared with what counts on that day without it. The value must have passed `faults_of`."""
    before = standing_on(wanted.regulation, wanted.since, own)
    after = standing_on(wanted.regulation, wanted.since, wanted.over(own))
    return Effect(
        before=before.parameters[wanted.name].text,
        after=after.parameters[wanted.name].text,
        rules=tuple(_rules(wanted.name, before, after)),
        computed=tuple(q.name for q in wanted.regulation.questions if wanted.name in q.parameters),
        at_work=_at_work(wanted, after),
        examples=tuple(_examples(wanted, before, after)),
    )


def _at_work(wanted: Wanted, standing: Standing) -> str:
    book, clause = wanted.regulation, standing.parameters[wanted.name].clause
    return book.executed.get(clause, standing.cite(clause)) if wanted.name in book.parameters else ""


def _rules(name: str, before: Standing, after: Standing) -> Iterator[RuleChanged]:
    for words in after.tables.values():
        table, former = words.compiled.table, before.tables[words.compiled.table.name]
        for number, row in enumerate(table.rows):
            cells = zip(table.conditions, words.compiled.conditions[number], strict=True)
            for column, (heading, cell) in enumerate(cells):
                if name in cell.parameters:
                    was, now = (each.required[number][column] for each in (former, words))
                    yield RuleChanged(table.name, row.name, heading, was, now, row.clause)
            for heading, result in zip(table.outcomes, words.compiled.results[number], strict=True):
                if result.parameter == name:
                    was, now = (each.parameters[name].text for each in (before, after))
                    yield RuleChanged(table.name, row.name, heading, was, now, row.clause)


def _examples(wanted: Wanted, before: Standing, after: Standing) -> Iterator[ExampleChanged]:
    for example in before.edition.examples:
        was, now = (_outcome(standing, example, wanted) for standing in (before, after))
        if was != now:
            given = "，".join(f"{fact}：{value}" for fact, value in example.given.items())
            yield ExampleChanged(example.question, example.name, given, was, now)


def _outcome(standing: Standing, example: Example, wanted: Wanted) -> str:
    """The outcomes that the example speaks of."""
    try:
        shown = standing.prepare(example.question, wanted.since)(example.given).shown
    except (Refusal, EditionFault) as refused:
        return str(refused)
    said = {name: shown[name] for name in example.expected if name in shown}
    return "，".join(
        f"{name}：{value if isinstance(value, str) else show_list(value)}" for name, value in said.items()
    )
