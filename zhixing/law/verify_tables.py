"""What is wrong with one decision table: gaps, overlaps, rows nobody reaches, regions only readings cover."""

from collections.abc import Callable, Iterator

from zhixing.law.regions import ends, regions, words
from zhixing.law.report import Found, Kind
from zhixing.law.standing import Standing
from zhixing.law.table import Compiled


def check_tables(standing: Standing) -> Iterator[Found]:
    for table in standing.tables.values():
        yield from _Checked(standing, table.compiled).found()


class _Checked:
    def __init__(self, standing: Standing, compiled: Compiled) -> None:
        self.standing = standing
        self.compiled = compiled
        self.ends = ends(compiled.root)

    def found(self) -> Iterator[Found]:
        yield from self.overlaps()
        yield from self.uncovered()
        yield from self.unreachable()

    def tell(self, kind: Kind, text: str, rows: int) -> Found:
        edition = self.standing.edition
        name = self.compiled.table.name
        return Found(kind, edition.number, edition.in_force, name, text, self.clauses(rows))

    def clauses(self, rows: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.clause for row in self.compiled.rows_in(rows)))

    def regions(self, wanted: Callable[[int], bool]) -> list[str]:
        boxes = regions(self.compiled.root, self.compiled.axes, wanted)
        return [words(box, self.compiled.axes) for box in boxes]

    def uncovered(self) -> Iterator[Found]:
        every = (1 << len(self.compiled.table.rows)) - 1
        for region in self.regions(lambda rows: rows == 0):
            yield self.tell(Kind.GAP, f"{region}：没有一行适用", every)
        yield from self.only_read(every & ~self.compiled.read_as)

    def only_read(self, written: int) -> Iterator[Found]:
        """Regions that no row of the text itself covers, by the clauses whose readings cover them."""
        by_clauses: dict[tuple[str, ...], set[int]] = {}
        for end in self.ends:
            if end and not end & written:
                by_clauses.setdefault(self.clauses(end), set()).add(end)
        for some in by_clauses.values():
            for region in self.regions(some.__contains__):
                yield self.tell(Kind.ONLY_READ, f"{region}：原文没有写，按推定办", next(iter(some)))

    def overlaps(self) -> Iterator[Found]:
        for end in sorted(rows for rows in self.ends if rows & (rows - 1)):
            rows = self.compiled.rows_in(end)
            names = "、".join(f"{row.clause}“{row.name}”（第 {row.line} 行）" for row in rows)
            for region in self.regions(end.__eq__):
                yield self.tell(Kind.OVERLAP, f"{region}：{names}同时适用", end)

    def unreachable(self) -> Iterator[Found]:
        reached = 0
        for end in self.ends:
            reached |= end
        for number, row in enumerate(self.compiled.table.rows):
            if not reached >> number & 1:
                text = f"行“{row.name}”（第 {row.line} 行）没有一种情形走得到"
                yield self.tell(Kind.UNREACHABLE, text, 1 << number)
