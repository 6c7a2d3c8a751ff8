"""A decision graph: rows are bits, columns are split into atoms that no row tells apart.

A path through the graph asks column by column and ends in the set of rows that let the case through, or
early where none is left. Equal remainders are shared, so the graph stays small however large the domains.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zhixing.law.cells import Condition, Span
from zhixing.law.facts import Domain, Ordered


@dataclass(frozen=True, slots=True)
class Atom:
    """A part of a column's domain that every row treats alike; `rows` are the rows that let it through."""

    rows: int
    values: tuple[Any, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Axis:
    """One column: its atoms, and the way from a value to its atom.

    `closed` maps values to atoms. For an ordered domain `cuts` begins with its low and ends after its high,
    and `at_cut` names the atom between two cuts, None outside the domain.
    """

    name: str
    domain: Domain
    atoms: tuple[Atom, ...]
    closed: dict[Any, int] | None
    cuts: tuple[int, ...]
    at_cut: tuple[int | None, ...]

    @property
    def passing(self) -> Any:
        """The rows that let a value through, as bits: by value (dict), or by place between cuts (tuple)."""
        if self.closed is not None:
            return {value: self.atoms[number].rows for value, number in self.closed.items()}
        return tuple(0 if number is None else self.atoms[number].rows for number in self.at_cut)

    def atom(self, value: Any) -> int:
        """Number of the atom that holds a typed value of the domain."""
        if self.closed is not None:
            return self.closed[value]
        found = self.at_cut[bisect_right(self.cuts, value)]
        assert found is not None
        return found


class End:
    """The rows that let the case through, as bits; `leaf` is what a single row answers."""

    __slots__ = ("leaf", "rows")

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.leaf: Any = None


class Split:
    """Where to go by the value of the next column.

    `by_atom` holds the nodes; `go` the same for the fast way: by value (dict) or by place between the axis's
    cuts (tuple), leading to the next `go` at once, or to an End.
    """

    __slots__ = ("axis", "by_atom", "go")

    def __init__(self, axis: int, by_atom: tuple["Node", ...], go: Any) -> None:
        self.axis = axis
        self.by_atom = by_atom
        self.go = go


Node = Split | End


def axis(name: str, domain: Domain, conditions: Sequence[Condition]) -> Axis:
    """The atoms of a column, given its cells row by row."""
    if isinstance(domain, Ordered):
        return _ordered_axis(name, domain, conditions)
    grouped: dict[int, list[Any]] = {}
    for value in domain.values:  # type: ignore[attr-defined]  # closed domains list their values
        grouped.setdefault(_rows(conditions, value), []).append(value)
    atoms = tuple(Atom(rows, values=tuple(values)) for rows, values in grouped.items())
    closed = {value: number for number, atom in enumerate(atoms) for value in atom.values}
    return Axis(name, domain, atoms, closed, (), ())


def _ordered_axis(name: str, domain: Ordered, conditions: Sequence[Condition]) -> Axis:
    ends = {end for c in conditions for low, high in c.spans or () for end in (low, high + 1)}
    cuts = tuple(sorted(end for end in ends if domain.low < end <= domain.high))
    starts = (domain.low, *cuts)
    stops = (*(cut - 1 for cut in cuts), domain.high)
    grouped: dict[int, list[Span]] = {}
    masks = [_rows(conditions, start) for start in starts]
    for rows, start, stop in zip(masks, starts, stops, strict=True):
        grouped.setdefault(rows, []).append((start, stop))
    atoms = tuple(Atom(rows, spans=tuple(spans)) for rows, spans in grouped.items())
    number = {atom.rows: index for index, atom in enumerate(atoms)}
    at_cut = (None, *(number[rows] for rows in masks), None)
    return Axis(name, domain, atoms, None, (*starts, domain.high + 1), at_cut)


def _rows(conditions: Sequence[Condition], value: Any) -> int:
    return sum(1 << number for number, condition in enumerate(conditions) if condition.admits(value))


class Builder:
    """Builds the graph of some axes; `ends` maps a set of rows to its one End."""

    def __init__(self, axes: Sequence[Axis]) -> None:
        self.axes = axes
        self.ends: dict[int, End] = {}
        self._built: dict[tuple[int, int], Node] = {}

    def build(self, column: int, rows: int) -> Node:
        if rows == 0 or column == len(self.axes):
            return self.ends.setdefault(rows, End(rows))
        key = (column, rows)
        if key not in self._built:
            self._built[key] = self._split(column, rows)
        return self._built[key]

    def _split(self, column: int, rows: int) -> Split:
        axis = self.axes[column]
        by_atom = tuple(self.build(column + 1, rows & atom.rows) for atom in axis.atoms)
        if axis.closed is not None:
            return Split(column, by_atom, {v: way(by_atom[number]) for v, number in axis.closed.items()})
        go = tuple(None if number is None else way(by_atom[number]) for number in axis.at_cut)
        return Split(column, by_atom, go)


def way(node: Node) -> Any:
    """Where the fast way goes on from a node."""
    return node.go if isinstance(node, Split) else node
