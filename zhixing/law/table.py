"""A decision table compiled for a regulation's domains and an organ's parameters; hit policy: unique."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

from zhixing.law.cells import Condition, Parameters, Result, condition, result
from zhixing.law.document import Row, Table
from zhixing.law.facts import Domain, Fact, Facts, Ordered
from zhixing.law.graph import Axis, Builder, End, Node, axis
from zhixing.law.parameters import Complain
from zhixing.law.values import Value


@dataclass(frozen=True, slots=True)
class Compiled:
    """The table, its rows read, and the graph over them. Bit n of a set of rows is row n of the table."""

    table: Table
    conditions: tuple[tuple[Condition, ...], ...]  # by row, by column
    results: tuple[tuple[Result, ...], ...]  # by row, by outcome
    outcomes: tuple[Mapping[str, Value], ...]  # by row
    outcome_domains: Mapping[str, Domain]
    axes: tuple[Axis, ...]
    root: Node
    read_as: int  # rows that are readings

    def end(self, facts: Facts) -> End:
        """Where typed facts lead."""
        node = self.root
        for column in self.axes:
            if isinstance(node, End):
                return node
            node = node.by_atom[column.atom(facts[column.name])]
        assert isinstance(node, End)
        return node

    def rows_in(self, bits: int) -> list[Row]:
        return [self.table.rows[number] for number in numbers(bits)]


def numbers(bits: int) -> Iterator[int]:
    """The numbers of the rows in a set of rows."""
    while bits:
        yield (bits & -bits).bit_length() - 1
        bits &= bits - 1


def compile_table(
    table: Table, facts: Mapping[str, Fact], parameters: Parameters, complain: Complain
) -> Compiled | None:
    """The compiled table; None when a cell or column cannot be read (each was handed to `complain`)."""
    columns = [_domain(table, name, facts, complain) for name in table.conditions]
    ends = [_domain(table, name, facts, complain) for name in table.outcomes]
    for name, domain in zip(table.conditions, columns, strict=True):
        if domain is not None and not (domain.closed or domain.ordered):
            complain(table.line, f"决策 {table.name} 的条件列 {name}", "值可数或可比较的事实")
            return None
    if None in columns or None in ends:
        return None
    domains = [domain for domain in columns if domain is not None]
    results_in = [domain for domain in ends if domain is not None]
    read = [_row(row, table, domains, results_in, parameters, complain) for row in table.rows]
    whole = [row for row in read if row is not None]
    return _compiled(table, domains, results_in, whole) if len(whole) == len(read) else None


def _domain(table: Table, name: str, facts: Mapping[str, Fact], complain: Complain) -> Domain | None:
    if name in facts:
        return facts[name].domain
    complain(table.line, f"决策 {table.name} 的列“{name}”", f"声明过的事实或结果{like(name, facts)}")
    return None


def like(wrong: str, known: Iterable[str]) -> str:
    """（如 审批、审核）: the names nearest to a wrong one, or nothing."""
    near = get_close_matches(wrong, list(known), n=3, cutoff=0)
    return f"（如 {'、'.join(near)}）" if near else ""


def _row(
    row: Row,
    table: Table,
    columns: Sequence[Domain],
    ends: Sequence[Domain],
    parameters: Parameters,
    complain: Complain,
) -> tuple[tuple[Condition, ...], tuple[Result, ...]] | None:
    cells = row.cells[: len(columns)]
    conditions: list[Condition] = []
    results: list[Result] = []
    for name, cell, domain in zip(table.conditions, cells, columns, strict=True):
        try:
            conditions.append(condition(cell, domain, parameters))
        except ValueError as wrong:
            complain(row.line, f"行“{row.name}”的{name}“{cell}”", _expected(wrong, domain))
    for name, cell, domain in zip(table.outcomes, row.cells[len(columns) :], ends, strict=True):
        try:
            results.append(result(cell, domain, parameters))
        except ValueError as wrong:
            complain(row.line, f"行“{row.name}”的结果{name}“{cell}”", f"—、参数名或{wrong}")
    if len(conditions) < len(columns) or len(results) < len(ends):
        return None
    return tuple(conditions), tuple(results)


def _expected(wrong: ValueError, domain: Domain) -> str:
    return f"{wrong}，或参数名" if isinstance(domain, Ordered) else str(wrong)


def _compiled(
    table: Table,
    columns: Sequence[Domain],
    ends: Sequence[Domain],
    read: Sequence[tuple[tuple[Condition, ...], tuple[Result, ...]]],
) -> Compiled:
    conditions = tuple(row[0] for row in read)
    results = tuple(row[1] for row in read)
    axes = tuple(
        axis(name, domain, [row[column] for row in conditions])
        for column, (name, domain) in enumerate(zip(table.conditions, columns, strict=True))
    )
    return Compiled(
        table=table,
        conditions=conditions,
        results=results,
        outcomes=tuple(
            MappingProxyType(dict(zip(table.outcomes, (r.value for r in row), strict=True)))
            for row in results
        ),
        outcome_domains=dict(zip(table.outcomes, ends, strict=True)),
        axes=axes,
        root=Builder(axes).build(0, (1 << len(read)) - 1),
        read_as=sum(1 << number for number, row in enumerate(table.rows) if row.reading),
    )
