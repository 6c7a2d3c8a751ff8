"""Figures as a plot and as a table: whole numbers only, drawn by the server, the same in both (domain 4.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from zhixing.law.values import show_days
from zhixing.regulations.attendance.workflow.statistics import Figures

FILLS = ("#1d56a8", "#d98a1f", "#2f8f5b", "#8c4fa8", "#b3261e", "#3f9fb5", "#6b7482", "#a3792c")
WIDTH, HEIGHT = 440, 270
LEFT, RIGHT, TOP, BASE = 44, 436, 22, 224  # the field the bars stand in
NAMES_END, VALUES_FROM = 124, 404  # lying bars: where the names end and the longest bar
ROW = 28
DIGIT = 7  # the width of one figure
STEPS = 4  # grid lines above the axis
LONGEST_NAME = 9


@dataclass(frozen=True, slots=True)
class Bar:
    x: int
    y: int
    width: int
    height: int
    fill: str
    says: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A text at a place."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Plot:
    """What the template draws; `lines` are the heights of the grid, `key` makes the ids of the page unique."""

    key: str
    title: str
    description: str
    height: int
    bars: Sequence[Bar]
    lines: Sequence[Mark]
    names: Sequence[Mark]
    values: Sequence[Mark]
    legend: Sequence[tuple[str, str]]
    wide: int = WIDTH
    left: int = LEFT
    right: int = RIGHT


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    cells: Sequence[str]
    total: str


@dataclass(frozen=True, slots=True)
class Table:
    """The figures in words: one line for each place of the plot's axis, one column for each colour."""

    corner: str
    heads: Sequence[str]
    lines: Sequence[Line]
    totals: Line


def turned(figures: Figures) -> tuple[tuple[int, ...], ...]:
    """The cells by column: what stands at each month."""
    return tuple(zip(*figures.cells, strict=True)) if figures.cells else tuple(() for _ in figures.columns)


def written(figures: Figures, value: int) -> str:
    return show_days(value) if figures.unit == "天" else str(value)


def by_month(figures: Figures) -> Table:
    """Months down, kinds across."""
    return table(figures, "月份", figures.rows, figures.columns, turned(figures))


def by_section(figures: Figures) -> Table:
    return table(figures, "科室", figures.columns, figures.rows, figures.cells)


def table(
    figures: Figures, corner: str, heads: Sequence[str], names: Sequence[str], cells: Sequence[Sequence[int]]
) -> Table:
    lines = [line(figures, name, row) for name, row in zip(names, cells, strict=True)]
    sums = [sum(row[place] for row in cells) for place in range(len(heads))]
    return Table(corner, heads, lines, line(figures, "合计", sums))


def line(figures: Figures, name: str, row: Sequence[int]) -> Line:
    return Line(name, [written(figures, value) for value in row], written(figures, sum(row)))


def stacked(figures: Figures, key: str) -> Plot:
    """One bar for each month, its parts one above the other, the month's sum on top."""
    columns = turned(figures)
    scale = Scale(figures, max(map(sum, columns), default=0))
    bars, values = [], []
    for place, column in enumerate(columns):
        y, (x, width) = BASE, slot(place, len(columns))
        for row, value in enumerate(column):
            height = scale.pixels(value)
            y -= height
            if value:
                bars.append(Bar(x, y, width, height, fill(row), says(figures, row, place, value)))
        values.append(Mark(x + width // 2, y - 6, written(figures, sum(column))))
    return standing(figures, key, scale, bars, values)


def grouped(figures: Figures, key: str) -> Plot:
    """For each month one bar of every kind side by side, its number on top."""
    columns = turned(figures)
    scale = Scale(figures, max((value for column in columns for value in column), default=0))
    bars, values = [], []
    for place, column in enumerate(columns):
        left, whole = slot(place, len(columns))
        width = whole // max(1, len(column))
        for row, value in enumerate(column):
            x, height = left + row * width, scale.pixels(value)
            bars.append(Bar(x, BASE - height, width - 2, height, fill(row), says(figures, row, place, value)))
            if len(written(figures, value)) * DIGIT <= width + 4:  # else it stands in the table only
                values.append(Mark(x + width // 2 - 1, BASE - height - 6, written(figures, value)))
    return standing(figures, key, scale, bars, values)


def lying(figures: Figures, key: str) -> Plot:
    """For each row of the figures one lying bar, its parts one after the other, the sum behind it."""
    longest = max(map(sum, figures.cells), default=0) or 1
    bars, names, values = [], [], []
    for place, (name, cells) in enumerate(zip(figures.rows, figures.cells, strict=True)):
        x, y = NAMES_END + 8, 8 + place * ROW
        for column, value in enumerate(cells):
            width = value * (VALUES_FROM - NAMES_END - 8) // longest
            if value:
                told = f"{name}{figures.columns[column]}{written(figures, value)}{figures.unit}"
                bars.append(Bar(x, y, width, ROW - 12, fill(column), told))
            x += width
        names.append(Mark(NAMES_END, y + 14, shortened(name)))
        values.append(Mark(x + 6, y + 14, written(figures, sum(cells))))
    return Plot(
        key, figures.title, described(figures, figures.columns, figures.totals()), 12 + len(figures.rows) * ROW,
        bars, (), names, values, tuple((name, fill(place)) for place, name in enumerate(figures.columns)),
    )  # fmt: skip


def standing(figures: Figures, key: str, scale: Scale, bars: Sequence[Bar], values: Sequence[Mark]) -> Plot:
    lines = [Mark(LEFT - 8, BASE - scale.pixels(step), written(figures, step)) for step in scale.steps]
    sums = tuple(map(sum, figures.cells))
    return Plot(
        key, figures.title, described(figures, figures.rows, sums), HEIGHT, bars, lines,
        month_names(figures.columns), values,
        tuple((name, fill(place)) for place, name in enumerate(figures.rows)),
    )  # fmt: skip


class Scale:
    """From units to pixels: STEPS steps of 1, 2, 3 or 5 times a power of ten reach over the highest value."""

    def __init__(self, figures: Figures, highest: int) -> None:
        one = 2 if figures.unit == "天" else 1  # days are kept as half-days
        sizes: Iterator[int] = (lead * 10**power * one for power in count() for lead in (1, 2, 3, 5))
        step = next(size for size in sizes if size * STEPS >= highest)
        self.steps = [step * place for place in range(STEPS + 1)]
        self.top = step * STEPS

    def pixels(self, value: int) -> int:
        return value * (BASE - TOP) // self.top


def slot(place: int, places: int) -> tuple[int, int]:
    """Where the bar of a place begins, and how wide it is."""
    whole = (RIGHT - LEFT) // max(1, places)
    width = whole * 4 // 5
    return LEFT + place * whole + (whole - width) // 2, width


def month_names(months: Sequence[str]) -> list[Mark]:
    """The month below its bars; the year once below its first month."""
    names, year = [], ""
    for place, month in enumerate(months):
        x, width = slot(place, len(months))
        own, _, short = month.partition("年")
        names.append(Mark(x + width // 2, BASE + 18, short))
        if own != year:
            names.append(Mark(x + width // 2, BASE + 34, f"{own}年"))
        year = own
    return names


def says(figures: Figures, row: int, column: int, value: int) -> str:
    return f"{figures.columns[column]}{figures.rows[row]}{written(figures, value)}{figures.unit}"


def described(figures: Figures, names: Sequence[str], sums: Sequence[int]) -> str:
    """One sentence for those who cannot see the plot; the numbers stand in the table."""
    told = "、".join(
        f"{name}{written(figures, value)}{figures.unit}" for name, value in zip(names, sums, strict=False)
    )
    return f"合计{told}；逐项数字见表。" if told else "没有数字。"


def fill(place: int) -> str:
    return FILLS[place % len(FILLS)]


def shortened(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
