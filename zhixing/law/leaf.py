"""The why of a decision table's row: everything that does not depend on the case is made once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from zhixing.law.cells import Condition
from zhixing.law.document import Edition, Parameter, Reading
from zhixing.law.facts import Facts
from zhixing.law.parameters import Overrides
from zhixing.law.ruling import Because, Failed, Other, ReadingUsed, ValueUsed
from zhixing.law.table import Compiled
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


@dataclass(frozen=True)
class TableWords:
    """A compiled table with, for each row and column, what the cell required."""

    compiled: Compiled
    required: tuple[tuple[str, ...], ...]

    def others(self, own: int, facts: Facts) -> tuple[Other, ...]:
        """Every row but `own`, with the leftmost column that threw it out."""
        rows = self.compiled.table.rows
        fallen: list[tuple[int, Other]] = []
        alive = (1 << len(rows)) - 1 ^ 1 << own
        for column, axis in enumerate(self.compiled.axes):
            value = facts[axis.name]
            fell = alive & ~axis.atoms[axis.atom(value)].rows
            alive ^= fell
            given = axis.domain.show(value) if fell else ""
            while fell:
                number = (fell & -fell).bit_length() - 1
                fell &= fell - 1
                row = rows[number]
                failed = Failed(axis.name, self.required[number][column], given)
                fallen.append((number, Other(row.clause, row.name, failed)))
        fallen.sort()
        return tuple(other for _, other in fallen)


@dataclass(frozen=True)
class Leaf:
    """One row as the why of a ruling."""

    table: TableWords
    number: int
    words: Words
    outcome: Mapping[str, Value]

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


def table_words(compiled: Compiled, words: Words) -> TableWords:
    required = tuple(tuple(words.required(cell) for cell in row) for row in compiled.conditions)
    return TableWords(compiled, required)
