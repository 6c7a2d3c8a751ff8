"""The why of a decision table's row: everything that does not depend on the case is made once."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from zhixing.law.cells import Condition
from zhixing.law.document import Edition, Parameter, Reading
from zhixing.law.facts import Facts
from zhixing.law.parameters import Overrides
from zhixing.law.regions import ends
from zhixing.law.ruling import Because, Failed, Other, ReadingUsed, ValueUsed, shown
from zhixing.law.table import Compiled, numbers
from zhixing.law.values import Value


@dataclass(frozen=True)
class Words:
    """Turns clauses and parameters of an edition into what a ruling cites."""

    edition: Edition
    parameters: Mapping[str, Parameter]
    overrides: Overrides

    def because(self, clause: str) -> Because:
        found = self.edition.clauses[clause]
        return Because(clause, found.cite, found.text)

    def value(self, name: str) -> ValueUsed:
        own = self.parameters[name]
        since = self.overrides[name].since if name in self.overrides else self.edition.in_force
        return ValueUsed(name, own.text, own.unit, since, own.clause)

    def reading(self, reading: Reading) -> ReadingUsed:
        return ReadingUsed(reading.id, reading.text, reading.clause)

    def required(self, condition: Condition) -> str:
        """The cell as written, each parameter followed by its value: ≤ 一般人员限（2）."""
        text = condition.text
        for name in dict.fromkeys(condition.parameters):
            text = text.replace(name, f"{name}（{self.parameters[name].text}）")
        return text


Json = dict[str, Any]
Fallen = tuple[
    tuple[int, Other, Json, Json], ...
]  # rows one column threw out: number, and both ways to say it
KEPT = 4096


class TableWords:
    """A compiled table with, for each row and column, what the cell required."""

    def __init__(self, compiled: Compiled, words: Words) -> None:
        self.compiled = compiled
        self.required = tuple(tuple(words.required(cell) for cell in row) for row in compiled.conditions)
        self._count = len(compiled.table.rows)
        self._every = (1 << self._count) - 1
        self._kept: dict[tuple[int, object, int], Fallen] = {}
        self._columns = [(axis.name, axis.passing, axis.cuts) for axis in compiled.axes]
        for bits, end in ends(compiled.root).items():
            if bits and not bits & (bits - 1):
                number = bits.bit_length() - 1
                end.leaf = Leaf(self, number, words, compiled.outcomes[number])

    def others(self, own: int, facts: Facts) -> tuple[Other, ...]:
        """Every row but `own`, with the leftmost column that threw it out."""
        fallen = [(number, other) for thrown in self._thrown(own, facts) for number, other, _, _ in thrown]
        return tuple(other for _, other in sorted(fallen))

    def others_json(self, own: int, facts: Facts) -> list[dict[str, object]]:
        """The same as JSON; copied from what is kept, so that nobody can change a later answer."""
        by_row: list[Any] = [None] * self._count
        for thrown in self._thrown(own, facts):
            for number, _, outer, failed in thrown:
                by_row[number] = one = outer.copy()
                one["failed"] = failed.copy()
        del by_row[own]
        return by_row

    def _thrown(self, own: int, facts: Facts) -> list[Fallen]:
        """Column by column, the rows it was the first to throw out."""
        alive = self._every ^ 1 << own
        thrown = []
        for column, (name, passing, cuts) in enumerate(self._columns):
            value = facts[name]
            fell = alive & ~passing[bisect_right(cuts, value) if cuts else value]
            if fell:
                alive ^= fell
                key = (column, value, fell)
                thrown.append(self._kept.get(key) or self._keep(key))
        return thrown

    def _keep(self, key: tuple[int, object, int]) -> Fallen:
        """What one value throws out does not depend on the rest of the case: it is made once and kept."""
        if len(self._kept) >= KEPT:
            self._kept.clear()
        column, value, fell = key
        axis = self.compiled.axes[column]
        given = axis.domain.show(value)
        rows = self.compiled.table.rows
        made = []
        for number in numbers(fell):
            failed = Failed(axis.name, self.required[number][column], given)
            other = Other(rows[number].clause, rows[number].name, failed)
            made.append((number, other, other.as_json(), failed._asdict()))
        self._kept[key] = tuple(made)
        return self._kept[key]


@dataclass(frozen=True)
class Leaf:
    """One row as the why of a ruling."""

    table: TableWords
    number: int
    words: Words
    outcome: Mapping[str, Value]

    @cached_property
    def shown(self) -> Mapping[str, str | tuple[str, ...]]:
        domains = self.table.compiled.outcome_domains
        return {name: shown(domains[name], value) for name, value in self.outcome.items()}

    @cached_property
    def because(self) -> tuple[Because, ...]:
        return (self.words.because(self.table.compiled.table.rows[self.number].clause),)

    @cached_property
    def _parameters(self) -> tuple[str, ...]:
        compiled = self.table.compiled
        tested = [name for cell in compiled.conditions[self.number] for name in cell.parameters]
        said = [cell.parameter for cell in compiled.results[self.number] if cell.parameter]
        return tuple(dict.fromkeys([*tested, *said]))

    @cached_property
    def values(self) -> tuple[ValueUsed, ...]:
        return tuple(map(self.words.value, self._parameters))

    @cached_property
    def readings(self) -> tuple[ReadingUsed, ...]:
        own = self.table.compiled.table.rows[self.number].reading
        behind = [self.words.parameters[name].reading for name in self._parameters]
        used = [self.words.reading(reading) for reading in (own, *behind) if reading]
        return tuple(dict.fromkeys(used))

    def others(self, facts: Facts) -> tuple[Other, ...]:
        return self.table.others(self.number, facts)

    def others_json(self, facts: Facts) -> list[dict[str, object]]:
        return self.table.others_json(self.number, facts)
