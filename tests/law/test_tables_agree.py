"""Random tables: the compiled graph, the regions and the why agree with reading row by row."""

from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from zhixing.law.cells import Condition
from zhixing.law.document import Edition, Row, Table
from zhixing.law.facts import Choice, Fact, Number, Text, YesNo
from zhixing.law.leaf import TableWords, Words
from zhixing.law.regions import Box, ends, regions
from zhixing.law.table import Compiled, compile_table

KINDS = ("甲", "乙", "丙", "丁")
HIGH = 7
FACTS = {
    "种类": Fact("种类", Choice(KINDS)),
    "天": Fact("天", Number(1, HIGH)),
    "特": Fact("特", YesNo()),
    "次": Fact("次", Number(0, HIGH)),
    "结": Fact("结", Text()),
}
COLUMNS = ("种类", "天", "特", "次")

kinds = st.lists(st.sampled_from(KINDS), min_size=1, max_size=4, unique=True).map("、".join) | st.just("—")
yes = st.sampled_from(["是", "否", "—"])
whole = st.integers(1, HIGH)
numbers = st.one_of(
    st.just("—"),
    st.builds("{} {}".format, st.sampled_from("<≤>≥"), whole),
    st.builds("{} {} … {} {}".format, whole, st.sampled_from("<≤"), st.sampled_from("<≤"), whole),
    st.lists(whole, min_size=1, max_size=3, unique=True).map(lambda points: "、".join(map(str, points))),
)
row = st.tuples(kinds, numbers, yes, numbers)
tables = st.lists(row, min_size=1, max_size=7)
CASES = [
    dict(zip(COLUMNS, case, strict=True))
    for case in product(KINDS, range(1, HIGH + 1), (True, False), range(HIGH + 1))
]


def compiled(cells: list[tuple[str, ...]]) -> Compiled:
    rows = tuple(Row(f"行{n}", (*row, f"果{n}"), "02-1", n, None) for n, row in enumerate(cells))
    faults: list[tuple[int, str, str]] = []
    made = compile_table(
        Table("表", COLUMNS, ("结",), rows, 1), FACTS, {}, lambda *fault: faults.append(fault)
    )
    assert made is not None, faults
    return made


def admits(cell: str, value: Any) -> bool:
    """The grammar read anew, cell by cell."""
    if cell == "—":
        return True
    if isinstance(value, bool):
        return cell == ("是" if value else "否")
    if isinstance(value, str):
        return value in cell.split("、")
    if "…" in cell:
        low, first, _, second, high = cell.split()
        return compare(int(low), first, value) and compare(value, second, int(high))
    if cell[0] in "<≤>≥":
        return compare(value, cell[0], int(cell[2:]))
    return str(value) in cell.split("、")


def compare(left: int, sign: str, right: int) -> bool:
    return {"<": left < right, "≤": left <= right, ">": left > right, "≥": left >= right}[sign]


def naive(cells: list[tuple[str, ...]], case: dict[str, Any]) -> int:
    return sum(
        1 << number
        for number, row in enumerate(cells)
        if all(admits(cell, case[name]) for cell, name in zip(row, COLUMNS, strict=True))
    )


@given(tables)
@settings(max_examples=120, deadline=None)
def test_the_graph_equals_reading_row_by_row(cells: list[tuple[str, ...]]) -> None:
    table = compiled(cells)
    assert [table.end(case).rows for case in CASES] == [naive(cells, case) for case in CASES]


@given(tables)
@settings(max_examples=80, deadline=None)
def test_gaps_and_overlaps_are_exactly_the_cases_with_no_row_or_two(cells: list[tuple[str, ...]]) -> None:
    table = compiled(cells)
    rows = [naive(cells, case) for case in CASES]
    assert set(ends(table.root)) == set(rows)
    for wanted in (is_gap, is_overlap):
        boxes = regions(table.root, table.axes, wanted)
        covering = [sum(inside(box, table, case) for box in boxes) for case in CASES]
        assert covering == [int(wanted(bits)) for bits in rows]


def is_gap(bits: int) -> bool:
    return bits == 0


def is_overlap(bits: int) -> bool:
    return bits.bit_count() > 1


def inside(box: Box, table: Compiled, case: dict[str, Any]) -> bool:
    return all(
        part is None or axis.atom(case[axis.name]) in part for axis, part in zip(table.axes, box, strict=True)
    )


class PlainWords(Words):
    def __init__(self) -> None:
        super().__init__(Edition.__new__(Edition), {}, {})

    def required(self, condition: Condition) -> str:
        return condition.text


@given(tables, st.sampled_from(CASES))
@settings(max_examples=150, deadline=None)
def test_every_other_row_names_its_leftmost_failing_cell(
    cells: list[tuple[str, ...]], case: dict[str, Any]
) -> None:
    table = compiled(cells)
    words = TableWords(table, PlainWords())
    bits = table.end(case).rows
    if bits.bit_count() != 1:
        return
    own = bits.bit_length() - 1
    expected = []
    for number, row in enumerate(cells):
        if number != own:
            name, cell = next(
                (name, cell) for name, cell in zip(COLUMNS, row, strict=True) if not admits(cell, case[name])
            )
            expected.append((f"行{number}", name, cell, FACTS[name].domain.show(case[name])))
    found = words.others(own, case)
    assert [(other.row, *other.failed) for other in found] == expected
    assert [other.as_json() for other in found] == words.others_json(own, case)


def test_a_huge_domain_costs_no_more_than_its_breakpoints() -> None:
    facts = FACTS | {name: Fact(name, Number(0, 10**15)) for name in ("天", "次")}
    cells = [("—", f"≤ {10**14}", "—", f"> {10**13}"), ("—", f"> {10**14}", "—", "—")]
    rows = tuple(Row(f"行{n}", (*row, "果"), "02-1", n, None) for n, row in enumerate(cells))
    table = compile_table(Table("表", COLUMNS, ("结",), rows, 1), facts, {}, lambda *_fault: None)
    assert table is not None
    assert [len(axis.atoms) for axis in table.axes] == [1, 2, 1, 2]
    assert len(regions(table.root, table.axes, lambda bits: bits == 0)) == 1
