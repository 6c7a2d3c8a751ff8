"""A table brought in by Excel or CSV: every bad row at once, nothing taken before all are good (domain 4.4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from zhixing.law.refusal import Finding, Findings, Refusal
from zhixing.law.values import plain
from zhixing.office.papers.cells import Line, Raw, lines_of

MOST_ROWS = 200_000
HEAD_WITHIN = 10


@dataclass(frozen=True, slots=True)
class Wanted:
    """A column to be read: its title and other titles it may carry, and how its text becomes a value.

    `parse` raises ValueError whose text says what was expected. An empty cell is None, or a bad one where
    the column is `required`.
    """

    title: str
    parse: Callable[[str], object] = str
    required: bool = True
    also: Sequence[str] = ()

    @property
    def titles(self) -> frozenset[str]:
        return frozenset({self.title, *self.also})


@dataclass(frozen=True, slots=True)
class Bad:
    """One cell that cannot be taken; `line` is the row's number in the file."""

    line: int
    column: str
    found: str
    expected: str

    def finding(self) -> Finding:
        return Finding(
            fact=f"第{self.line}行“{self.column}”", found=self.found or "空",
            expected=self.expected, mend="请在文件中改正后重新导入。",
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Read:
    """`rows` are the good rows by the titles wanted, `bad` every cell that is not; both in file order."""

    rows: tuple[Row, ...]
    bad: tuple[Bad, ...]

    def refuse_if_bad(self, conclusion: str) -> None:
        found = Findings()
        found.extend(bad.finding() for bad in self.bad)
        found.refuse_if_any(conclusion)


def read(name: str, content: bytes, wanted: Sequence[Wanted], *, key: Sequence[str] = ()) -> Read:
    """Read the first sheet; the head row is the first one that carries a wanted title.

    `key` names the columns that no two rows may share. Raises Refusal for a file that cannot be read at all,
    lacks required columns, is empty or too long.
    """
    lines = lines_of(name, content)
    head = next((place for place, line in enumerate(lines[:HEAD_WITHIN]) if _is_head(line, wanted)), None)
    if head is None:
        titles = "、".join(column.title for column in wanted)
        raise _unreadable("表头", "没有找到", f"一行表头，写有{titles}")
    places = _places(lines[head], wanted)
    body = [line for line in lines[head + 1 :] if any(line.cells) and line.cells[0] != "合计"]
    if not body:
        raise _unreadable("数据", "只有表头", "表头下面至少一行数据")
    if len(body) > MOST_ROWS:
        raise _unreadable("行数", f"{len(body)}行", f"一次最多{MOST_ROWS}行")
    return _sorted_out(body, places, key)


def _sorted_out(body: Sequence[Line], places: Mapping[int, Wanted], key: Sequence[str]) -> Read:
    rows, bad = list[Row](), list[Bad]()
    seen = dict[tuple[object, ...], int]()
    for line in body:
        values, faults = _row(line, places)
        own = tuple(values.get(title) for title in key)
        if key and not faults and own in seen:
            faults = [Bad(line.number, "、".join(key), _joined(own), f"与第{seen[own]}行不重复")]
        if faults:
            bad += faults
        else:
            seen[own] = line.number
            rows.append(Row(line.number, values))
    return Read(tuple(rows), tuple(bad))


def _row(line: Line, places: Mapping[int, Wanted]) -> tuple[dict[str, object], list[Bad]]:
    values, faults = dict[str, object](), list[Bad]()
    for place, column in places.items():
        raw = line.cells[place] if place < len(line.cells) else ""
        fault = line.faults.get(place)
        if fault:
            faults.append(Bad(line.number, column.title, fault, "一个值，不是没有算出结果的公式"))
        elif not raw and column.required:
            faults.append(Bad(line.number, column.title, "", "不能为空"))
        elif not raw:
            values[column.title] = None
        else:
            _parse(line, column, raw, values, faults)
    return values, faults


def _parse(line: Line, column: Wanted, raw: str, values: dict[str, object], faults: list[Bad]) -> None:
    try:
        values[column.title] = column.parse(raw)
    except ValueError as expected:
        faults.append(Bad(line.number, column.title, raw, str(expected)))


def _is_head(line: Line, wanted: Sequence[Wanted]) -> bool:
    titles = {plain(cell) for cell in line.cells}
    return any(column.required and titles & column.titles for column in wanted)


def _places(head: Line, wanted: Sequence[Wanted]) -> dict[int, Wanted]:
    places, lacking = dict[int, Wanted](), Findings()
    titles = [plain(cell) for cell in head.cells]
    for column in wanted:
        found = [place for place, title in enumerate(titles) if title in column.titles]
        if len(found) > 1:
            lacking.add(
                Finding("表头", f"“{column.title}”有{len(found)}列", "一列", "请只留一列后重新导入。")
            )
        elif found:
            places[found[0]] = column
        elif column.required:
            lacking.add(
                Finding(
                    "表头", f"没有“{column.title}”", f"有“{column.title}”一列", "请补上这一列后重新导入。"
                )
            )
    lacking.refuse_if_any("不能导入：表头不对。")
    return places


def _joined(values: Sequence[Raw | object]) -> str:
    return "、".join(str(value) for value in values)


def _unreadable(fact: str, found: str, expected: str) -> Refusal:
    return Refusal("不能导入。", [Finding(fact, found, expected, "请按模板整理后重新导入。")])
