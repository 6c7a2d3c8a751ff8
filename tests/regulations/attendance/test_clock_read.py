"""Reading real clock files: CSV in two encodings, XLSX with real dates, and files that are none."""

import io
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook

from zhixing.law.refusal import Refusal
from zhixing.regulations.attendance.workflow.clock_read import read_clock_file

WHEN = datetime.fromisoformat("2026-11-19 08:25:07")


def csv(*lines: str) -> str:
    """One line of text a row, its cells apart by blanks; a T joins day and time."""
    return "".join(",".join(line.split()).replace("T", " ") + "\n" for line in lines)


def workbook(*rows: list[object]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_of_either_encoding_is_read(encoding: str) -> None:
    content = csv("工号 姓名 打卡时间", "E025 贺兰亭 2026-11-19T08:25:07", "").encode(encoding)
    (row,) = read_clock_file("卡.csv", content)
    assert (row.line, row.number, row.name, row.when) == (2, "E025", "贺兰亭", WHEN)


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        (["工号", "时间"], ["E025", WHEN]),
        (["工号", "时间"], ["E025", "2026/11/19 08:25:07"]),
        (["工号", "日期", "时间"], ["E025", date(2026, 11, 19), time(8, 25, 7)]),
        (["工号", "日期", "时间"], ["E025", "2026-11-19", "08:25:07"]),
    ],
)
def test_a_workbook_with_real_or_written_times_is_read(head: list[object], cells: list[object]) -> None:
    (row,) = read_clock_file("卡.xlsx", workbook(head, cells))
    assert row.when == WHEN


def test_a_time_that_cannot_be_read_is_kept_as_it_stood() -> None:
    (row,) = read_clock_file("卡.csv", csv("工号 时间", "E025 昨天早上").encode())
    assert (row.when, row.raw) == (None, "昨天早上")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "空"),
        (csv("工号 时间").encode(), "只有表头"),
        (csv("甲 乙", "1 2").encode(), "工号（或者姓名）"),
        (csv("工号 乙", "1 2").encode(), "时间"),
        (b"PK\x03\x04 broken", "打不开"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "表格"),
    ],
    ids=["empty", "head only", "nobody", "no time", "broken workbook", "picture"],
)
def test_a_file_that_is_none_says_what_was_expected(content: bytes, said: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_clock_file("卡.csv", content)
    assert any(said in finding.found + finding.expected for finding in refusal.value.findings)
