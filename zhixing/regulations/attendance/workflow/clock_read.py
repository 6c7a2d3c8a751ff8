"""Reads the file of a clock: CSV or XLSX with a number (or name) and a time in each row; pure."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

NUMBER = ("工号", "编号", "人员编号", "考勤号码")
NAME = ("姓名",)
WHEN = ("时间", "打卡时间", "签到时间", "日期时间")
DAY = ("日期", "打卡日期")
FORMATS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M")
DAY_FORMATS = ("%Y-%m-%d", "%Y/%m/%d")
CLOCK_FORMATS = ("%H:%M:%S", "%H:%M")
MOST_ROWS = 200_000
Cell = object


class UnreadableFileError(ValueError):
    """The file as a whole cannot be read; the text says what was expected."""


@dataclass(frozen=True, slots=True)
class ClockRow:
    """One row as found: `when` is None where the time cannot be read; `raw` is what stood there."""

    line: int
    number: str
    name: str
    when: datetime | None
    raw: str


def read_clock_file(name: str, content: bytes) -> list[ClockRow]:
    """Rows of the file in its order, the head row left out; raises UnreadableFileError."""
    rows = list(_xlsx(content) if content[:2] == b"PK" else _csv(content))
    if not rows:
        raise UnreadableFileError(f"{name}是空的，应当有表头和打卡记录")
    columns = _columns([str(cell or "").strip() for cell in rows[0]])
    body = [(line, row) for line, row in enumerate(rows[1:], 2) if any(str(cell or "").strip() for cell in row)]
    if not body:
        raise UnreadableFileError(f"{name}只有表头，没有打卡记录")
    if len(body) > MOST_ROWS:
        raise UnreadableFileError(f"{name}有{len(body)}行，一次最多{MOST_ROWS}行，请按月份分开导入")
    return [_row(line, row, columns) for line, row in body]


def _csv(content: bytes) -> Iterator[list[Cell]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        yield from csv.reader(io.StringIO(text, newline=""))
        return
    raise UnreadableFileError("文件不是 CSV 或 XLSX，应当是考勤机导出的表格")


def _xlsx(content: bytes) -> Iterator[list[Cell]]:
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, OSError, ValueError):
        raise UnreadableFileError("Excel 文件已经损坏，请重新导出") from None
    try:
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield list(row)
    finally:
        book.close()


def _columns(head: list[str]) -> dict[str, int]:
    found = {
        what: head.index(word)
        for what, names in (("number", NUMBER), ("name", NAME), ("when", WHEN), ("day", DAY))
        for word in names
        if word in head
    }
    if "number" not in found and "name" not in found:
        raise UnreadableFileError(f"表头是“{'、'.join(head)}”，应当有工号或者姓名一栏")
    if "when" not in found:
        raise UnreadableFileError(f"表头是“{'、'.join(head)}”，应当有时间一栏")
    return found


def _row(line: int, row: list[Cell], columns: dict[str, int]) -> ClockRow:
    def cell(what: str) -> Cell:
        place = columns.get(what)
        return row[place] if place is not None and place < len(row) else None

    when, day = cell("when"), cell("day")
    raw = " ".join(str(part).strip() for part in (day, when) if part is not None)
    return ClockRow(line, _text(cell("number")), _text(cell("name")), _moment(day, when), raw)


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell).strip()


def _moment(day: Cell, when: Cell) -> datetime | None:
    if isinstance(when, datetime):
        return when.replace(microsecond=0)
    on, clock = _day(day), _clock(when)
    if on is not None and clock is not None:
        return datetime.combine(on, clock)
    return _parsed(_text(when), FORMATS) if day is None else None


def _day(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    parsed = _parsed(_text(cell), DAY_FORMATS)
    return parsed.date() if parsed else None


def _clock(cell: Cell) -> time | None:
    if isinstance(cell, time):
        return cell.replace(microsecond=0)
    parsed = _parsed(_text(cell), CLOCK_FORMATS)
    return parsed.time() if parsed else None


def _parsed(text: str, formats: tuple[str, ...]) -> datetime | None:
    for form in formats:
        try:
            return datetime.strptime(text, form)  # noqa: DTZ007  a clock writes local time without zone
        except ValueError:
            continue
    return None
