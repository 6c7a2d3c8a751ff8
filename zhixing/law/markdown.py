"""The little Markdown an edition uses, with the line of everything: headings, tables, paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*")
RULE = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
CELL_END = re.compile(r"(?<!\\)\|")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table, cut into cells."""

    cells: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: `ruled` tells whether the line of dashes stands under the header."""

    header: Line
    rows: tuple[Line, ...]
    ruled: bool


Block = Heading | Paragraph | Grid


def blocks(text: str, first_line: int = 1) -> Iterator[Block]:
    """The blocks of a text whose first line has the number `first_line`; comments are left out."""
    lines = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text).split("\n")
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        heading = HEADING.fullmatch(line)
        if not line:
            at += 1
        elif heading:
            yield Heading(len(heading[1]), heading[2], first_line + at)
            at += 1
        else:
            end = _end(lines, at)
            number = first_line + at
            yield _grid(lines[at:end], number) if line[0] == "|" else _paragraph(lines[at:end], number)
            at = end


def _end(lines: list[str], start: int) -> int:
    """Where the table or paragraph that begins at `start` stops."""
    table = lines[start].lstrip().startswith("|")
    for at in range(start + 1, len(lines)):
        line = lines[at].strip()
        if not line or HEADING.fullmatch(line) or line.startswith("|") != table:
            return at
    return len(lines)


def _paragraph(lines: list[str], number: int) -> Paragraph:
    return Paragraph("\n".join(line.strip() for line in lines), number)


def _grid(lines: list[str], number: int) -> Grid:
    ruled = len(lines) > 1 and bool(RULE.fullmatch(lines[1].strip()))
    body = lines[2:] if ruled else lines[1:]
    first = number + (2 if ruled else 1)
    rows = tuple(Line(_cells(line), first + offset) for offset, line in enumerate(body))
    return Grid(Line(_cells(lines[0]), number), rows, ruled)


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return tuple(cell.strip().replace("\\|", "|") for cell in CELL_END.split(inner))
