"""Reads the file of a clock: CSV or XLSX with a number (or name) and a time in each row; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from zhixing.law.refusal import Refusal
from zhixing.law.refused import refused
from zhixing.office.papers.cells import Line, lines_of

NUMBER = ("工号", "编号", "人员编号", "考勤号码")
NAME = ("姓名",)
WHEN = ("时间", "打卡时间", "签到时间", "日期时间")
DAY = ("日期", "打卡日期")
MOST_ROWS = 200_000
FORMATS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M")


@dataclass(frozen=True, slots=True)
class ClockRow:
    """One row as found: `when` is None where the time cannot be read; `raw` is what stood there."""

    line: int
    number: str
    name: str
    when: datetime | None
    raw: str


def read_clock_file(name: str, content: bytes) -> list[ClockRow]:
    """Rows of the file in its order, the head row left out; Refusal for a file that is no clock's file."""
    lines = lines_of(name, content)
    if not lines:
        raise _unreadable("文件", f"{name}是空的")
    columns = _columns(lines[0])
    if len(lines) == 1:
        raise _unreadable("数据", "只有表头，没有打卡记录")
    if len(lines) > MOST_ROWS:
        raise _unreadable("行数", f"{len(lines)}行，一次最多{MOST_ROWS}行")
    return [_row(line, columns) for line in lines[1:]]


def _columns(head: Line) -> dict[str, int]:
    titles = list(head.cells)
    found = {
        what: titles.index(word)
        for what, names in (("number", NUMBER), ("name", NAME), ("when", WHEN), ("day", DAY))
        for word in names
        if word in titles
    }
    if "when" not in found or not found.keys() & {"number", "name"}:
        raise _unreadable("表头", "、".join(titles))
    return found


def _row(line: Line, columns: dict[str, int]) -> ClockRow:
    cells = {what: line.cells[place] for what, place in columns.items() if place < len(line.cells)}
    raw = " ".join(part for part in (cells.get("day", ""), cells.get("when", "")) if part)
    return ClockRow(line.number, cells.get("number", ""), cells.get("name", ""), moment(raw), raw)


def moment(text: str) -> datetime | None:
    """A clock's local time; None where it cannot be read."""
    for form in FORMATS:
        try:
            return datetime.strptime(text, form)  # noqa: DTZ007  a clock writes local time without zone
        except ValueError:
            continue
    return None


def _unreadable(fact: str, found: str) -> Refusal:
    expected = "有工号（或者姓名）和时间两栏的打卡记录"
    return refused(
        "文件没有导入。", fact, found, expected, "请重新导出后再导入。", clause="02-1.1a", who="办公室"
    )
