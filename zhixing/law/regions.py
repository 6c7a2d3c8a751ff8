"""Regions of a table's domain, exactly, as few boxes of merged atoms; and the words for them."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from zhixing.law.cells import Span
from zhixing.law.facts import Ordered
from zhixing.law.graph import Axis, End, Node, Split

Box = tuple[frozenset[int] | None, ...]  # by axis: the atoms it spans, None for all of them


def ends(root: Node) -> dict[int, End]:
    """Every end that some case reaches, by its set of rows as bits."""
    seen: set[int] = set()
    found: dict[int, End] = {}
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Split):
            waiting.extend(node.by_atom)
        else:
            found[node.rows] = node
    return found


def regions(root: Node, axes: Sequence[Axis], wanted: Callable[[int], bool]) -> tuple[Box, ...]:
    """The cases whose set of rows is wanted. The boxes are disjoint and together exactly those cases."""
    everything: Box = (None,) * len(axes)
    known: dict[int, tuple[Box, ...]] = {}

    def below(node: Node) -> tuple[Box, ...]:
        if not isinstance(node, Split):
            return (everything,) if wanted(node.rows) else ()
        if id(node) not in known:
            known[id(node)] = _merged(_split(node, below), axes)
        return known[id(node)]

    return below(root)


def _split(node: Split, below: Callable[[Node], tuple[Box, ...]]) -> Iterator[Box]:
    for number, child in enumerate(node.by_atom):
        for box in below(child):
            yield (*box[: node.axis], frozenset((number,)), *box[node.axis + 1 :])


def _merged(boxes: Iterable[Box], axes: Sequence[Axis]) -> tuple[Box, ...]:
    """Boxes that differ in one axis only become one, until none do."""
    found = list(boxes)
    while True:
        before = len(found)
        for number, axis in enumerate(axes):
            found = _merged_along(found, number, len(axis.atoms))
        if len(found) == before:
            return tuple(found)


def _merged_along(boxes: list[Box], axis: int, atoms: int) -> list[Box]:
    grouped: dict[Box, set[int]] = {}
    for box in boxes:
        rest = (*box[:axis], None, *box[axis + 1 :])
        part = box[axis]
        grouped.setdefault(rest, set()).update(range(atoms) if part is None else part)
    return [
        (*rest[:axis], None if len(parts) == atoms else frozenset(parts), *rest[axis + 1 :])
        for rest, parts in grouped.items()
    ]


def words(box: Box, axes: Sequence[Axis]) -> str:
    """A box as people say it: 职级=局领导、天数≥2.5."""
    parts = [_part(axis, part) for axis, part in zip(axes, box, strict=True) if part is not None]
    return "、".join(parts) or "任何情形"


def _part(axis: Axis, part: frozenset[int]) -> str:
    if axis.closed is not None:
        shown = [axis.domain.show(value) for value, atom in axis.closed.items() if atom in part]
        return f"{axis.name}={'或'.join(shown)}"
    spans = joined(span for number in part for span in axis.atoms[number].spans)
    return "或".join(_span(axis, span) for span in spans)


def joined(spans: Iterable[Span]) -> list[Span]:
    """Touching spans become one."""
    found: list[Span] = []
    for low, high in sorted(spans):
        if found and low <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return found


def _span(axis: Axis, span: Span) -> str:
    domain = axis.domain
    assert isinstance(domain, Ordered)
    low, high = span
    if low == high:
        return f"{axis.name}={domain.show(low)}"
    if high == domain.high:
        return f"{axis.name}≥{domain.show(low)}"
    if low == domain.low:
        return f"{axis.name}≤{domain.show(high)}"
    return f"{domain.show(low)}≤{axis.name}≤{domain.show(high)}"
