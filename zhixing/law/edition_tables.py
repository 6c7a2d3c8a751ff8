"""The five kinds of executed tables: 参数, 决策, 程序, 任务, 示例."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypedDict

from zhixing.law.document import Duty, Example, Parameter, Procedure, Reading, Row, Step, Table
from zhixing.law.markdown import Grid, Line
from zhixing.law.parameters import typed
from zhixing.law.values import NOTHING

KINDS = ("参数", "决策", "程序", "任务", "示例")
ARROW = "→"
PARAMETER_COLUMNS = ("值", "单位", "含义")
STEP_COLUMNS = ("谁", "办什么", "要什么", "时限")
DUTY_COLUMNS = ("周期", "谁", "凭据")
GRAMMAR_SIGNS = set("、<>≤≥=…—〔〕→|（）() ")

Readings = Mapping[tuple[str, int], Reading]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table stands."""

    clause: str
    cite: str
    reading: Reading | None


class Finished(TypedDict):
    parameters: dict[str, Parameter]
    tables: dict[str, Table]
    procedures: dict[str, Procedure]
    duties: dict[str, Duty]
    duty_rows: tuple[Duty, ...]
    examples: tuple[Example, ...]


class Tables:
    """Takes table after table, reports what is wrong, hands back everything at the end."""

    def __init__(self, fault: Callable[[int, str, str], None]) -> None:
        self.fault = fault
        self.parameters: dict[str, Parameter] = {}
        self.tables: dict[str, Table] = {}
        self.steps: dict[str, list[Step]] = {}
        self.duties: list[Duty] = []
        self.examples: list[Example] = []

    def take(self, grid: Grid, place: Place) -> None:
        kind, _, name = grid.header.cells[0].partition(" ")
        name = name.strip()
        if not grid.ruled:
            self.fault(grid.header.line, f"{kind}表的表头下没有横线", "表头下一行为 |---|---|")
        if kind in {"决策", "程序", "示例"} and not name:
            self.fault(grid.header.line, f"{kind}表没有名称", f"第一格写“{kind} 名称”")
            return
        take = {
            "参数": self._parameters,
            "决策": self._decision,
            "程序": self._procedure,
            "任务": self._duties,
            "示例": self._examples,
        }[kind]
        take(grid, name, place)

    def finished(self, readings: Readings) -> Finished:
        """Everything taken, each item with the whole text of its reading."""

        def whole(item: Any) -> Any:
            reading = item.reading
            return replace(item, reading=readings[reading.clause, reading.line]) if reading else item

        duties = tuple(map(whole, self.duties))
        return Finished(
            parameters={name: whole(own) for name, own in self.parameters.items()},
            tables={
                name: replace(table, rows=tuple(map(whole, table.rows)))
                for name, table in self.tables.items()
            },
            procedures={
                name: Procedure(name, tuple(map(whole, steps))) for name, steps in self.steps.items()
            },
            duties={duty.name: duty for duty in reversed(duties)},
            duty_rows=duties,
            examples=tuple(self.examples),
        )

    def _columns_are(self, grid: Grid, expected: tuple[str, ...], optional: tuple[str, ...] = ()) -> bool:
        found = grid.header.cells[1:]
        if found in (expected, expected + optional):
            return True
        self.fault(grid.header.line, f"表头 {' | '.join(found)}", " | ".join(expected))
        return False

    def _full_rows(self, grid: Grid) -> list[Line]:
        """The rows that have a filled cell for every column; each other row is a fault."""
        width = len(grid.header.cells)
        full = []
        for row in grid.rows:
            if len(row.cells) != width:
                self.fault(row.line, f"这一行有 {len(row.cells)} 格", f"与表头一样 {width} 格")
            elif not all(row.cells):
                self.fault(row.line, f"第 {row.cells.index('') + 1} 格是空的", "写明内容，没有的写 —")
            else:
                full.append(row)
        if not grid.rows:
            self.fault(grid.header.line, "表里没有一行", "至少一行")
        return full

    def _parameters(self, grid: Grid, _name: str, place: Place) -> None:
        if not self._columns_are(grid, PARAMETER_COLUMNS):
            return
        for row in self._full_rows(grid):
            self._parameter(row, place)

    def _parameter(self, row: Line, place: Place) -> None:
        name, text, unit, meaning = row.cells
        known = self.parameters.get(name)
        if known:
            self.fault(row.line, f"参数 {name} 第 {known.line} 行已经写过", "每个参数写一次")
            return
        if GRAMMAR_SIGNS & set(name) or name[0].isdigit():
            self.fault(row.line, f"参数名“{name}”", "不含顿号、比较号、括号、空格，不以数字开头")
        unit = "" if unit == NOTHING else unit
        try:
            value = typed(text, unit)
        except ValueError as wrong:
            self.fault(row.line, f"参数 {name} 的值“{text}”", str(wrong))
            return
        self.parameters[name] = Parameter(
            name, text, unit, meaning, value, place.clause, row.line, place.reading
        )

    def _heads(self, grid: Grid) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """Condition and outcome columns of a 决策 or 示例."""
        heads = grid.header.cells[1:]
        outcomes = tuple(head.removeprefix(ARROW).strip() for head in heads if head.startswith(ARROW))
        conditions = tuple(head for head in heads if not head.startswith(ARROW))
        if not outcomes or not all(heads) or not all(outcomes):
            self.fault(grid.header.line, "没有结果列，或者列没有名称", "条件列在前，结果列写“→ 名称”")
        elif any(head.startswith(ARROW) for head in heads[: len(conditions)]):
            self.fault(grid.header.line, "结果列写在条件列前面", "条件列在前，结果列在后")
        elif len(set(conditions)) < len(conditions) or len(set(outcomes)) < len(outcomes):
            self.fault(grid.header.line, "有两列同名", "每列一个名称")
        else:
            return conditions, outcomes
        return None

    def _decision(self, grid: Grid, name: str, place: Place) -> None:
        heads = self._heads(grid)
        if heads is None:
            return
        table = self.tables.setdefault(name, Table(name, *heads, (), grid.header.line))
        if (table.conditions, table.outcomes) != heads:
            written = [*table.conditions, *(f"{ARROW} {outcome}" for outcome in table.outcomes)]
            self.fault(grid.header.line, f"决策 {name} 的列与第 {table.line} 行不同", " | ".join(written))
            return
        rows = list(table.rows)
        for row in self._full_rows(grid):
            twin = next((r for r in rows if (r.clause, r.name) == (place.clause, row.cells[0])), None)
            if twin:
                self.fault(row.line, f"行名“{row.cells[0]}”第 {twin.line} 行已经用过", "一条之下每行一个名称")
            rows.append(Row(row.cells[0], row.cells[1:], place.clause, row.line, place.reading))
        self.tables[name] = replace(table, rows=tuple(rows))

    def _procedure(self, grid: Grid, name: str, place: Place) -> None:
        if not self._columns_are(grid, STEP_COLUMNS):
            return
        for row in self._full_rows(grid):
            step_name, who, act, needs, limit = _said(row)
            step = Step(step_name, who, act, needs, limit, place.clause, place.cite, row.line, place.reading)
            self.steps.setdefault(name, []).append(step)

    def _duties(self, grid: Grid, name: str, place: Place) -> None:
        if name:
            self.fault(grid.header.line, f"任务表头写了名称“{name}”", "第一格只写“任务”，名称写在每行第一格")
        if not self._columns_are(grid, DUTY_COLUMNS, ("时限",)):
            return
        for row in self._full_rows(grid):
            duty, rhythm, who, evidence, *limit = _said(row)
            self.duties.append(
                Duty(
                    duty,
                    rhythm,
                    who,
                    evidence,
                    "".join(limit),
                    place.clause,
                    place.cite,
                    row.line,
                    place.reading,
                )
            )

    def _examples(self, grid: Grid, name: str, place: Place) -> None:
        heads = self._heads(grid)
        if heads is None:
            return
        conditions, outcomes = heads
        for row in self._full_rows(grid):
            cells = row.cells[1:]
            given = {head: cell for head, cell in zip(conditions, cells, strict=False) if cell != NOTHING}
            expected = dict(zip(outcomes, cells[len(conditions) :], strict=True))
            self.examples.append(Example(name, row.cells[0], given, expected, place.clause, row.line))


def _said(row: Line) -> list[str]:
    """The cells of a row; — says nothing."""
    return ["" if cell == NOTHING else cell for cell in row.cells]
