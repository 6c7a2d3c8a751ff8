import io
from contextlib import suppress
from datetime import date

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from tests.rows import row
from zhixing.law.refusal import Refusal
from zhixing.law.values import parse_date, parse_days
from zhixing.office.papers.table import Read, Wanted, read

WANTED = (
    Wanted("工号", also=("编号",)),
    Wanted("日期", parse_date),
    Wanted("天数", parse_days, required=False),
)
HEAD = row("工号", "日期", "天数")
GOOD = f"{HEAD}\nE026,2026-03-02,1.5\nE028,2026-03-03,\n"


def found(text: str, encoding: str = "utf-8") -> Read:
    return read("假.csv", text.encode(encoding), WANTED)


def workbook(*rows: tuple[str, ...], formula: str = "", value: object = "") -> bytes:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    sheet = book.add_worksheet()
    for place, cells in enumerate(rows):
        sheet.write_row(place, 0, cells)
    if formula:
        sheet.write_formula(len(rows) - 1, 2, formula, None, value)
    book.close()
    return made.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_table_is_read_in_any_usual_encoding(encoding: str) -> None:
    assert [tuple(row.values.values()) for row in found(GOOD, encoding).rows] == [
        ("E026", date(2026, 3, 2), 3),
        ("E028", date(2026, 3, 3), None),
    ]


def test_every_bad_cell_is_named_at_once_with_its_line() -> None:
    bad = found(row("编号", "日期", "天数") + "\n,2026-13-01,0.3\nE028,2026-03-03,1\n,,2\n").bad
    assert [(one.line, one.column) for one in bad] == [
        (2, "工号"), (2, "日期"), (2, "天数"), (4, "工号"), (4, "日期")
    ]  # fmt: skip


def test_a_refusal_carries_all_bad_cells() -> None:
    with pytest.raises(Refusal) as refused:
        found(row("编号", "日期") + "\nE1,昨天\nE2,明天\n").refuse_if_bad("不能导入。")
    assert [finding.fact for finding in refused.value.findings] == ["第2行“日期”", "第3行“日期”"]


def test_two_rows_with_one_key_are_told_apart_by_their_lines() -> None:
    twice = read("假.csv", (GOOD + "E026,2026-03-02,2\n").encode(), WANTED, key=("工号", "日期"))
    assert [(one.line, one.expected) for one in twice.bad] == [(4, "与第2行不重复")]


def test_a_missing_column_is_refused_and_all_missing_ones_are_named() -> None:
    wanted = (*WANTED, Wanted("事由"))
    with pytest.raises(Refusal) as refused:
        read("假.csv", b"\xe5\xb7\xa5\xe5\x8f\xb7\nE1\n", wanted)
    assert [finding.found for finding in refused.value.findings] == ["没有“日期”", "没有“事由”"]


def test_a_head_block_above_the_head_row_is_passed_over_and_sums_are_left_out() -> None:
    text = "请假台账\n单位：鹿城区经济和信息化局\n" + GOOD + "合计,,1.5\n"
    assert [row.values["工号"] for row in found(text).rows] == ["E026", "E028"]


def test_a_formula_without_a_stored_value_is_refused_aloud() -> None:
    content = workbook(("工号", "日期", "天数"), ("E026", "2026-03-02", ""), formula="=1+1", value="")
    assert [(one.line, one.column) for one in read("假.xlsx", content, WANTED).bad] == [(2, "天数")]


def test_a_formula_with_its_value_is_taken() -> None:
    content = workbook(("工号", "日期", "天数"), ("E026", "2026-03-02", ""), formula="=1+1", value=2)
    assert read("假.xlsx", content, WANTED).rows[0].values["天数"] == 4


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04broken", b"\x00\x01\x02", b"\xd0\xcf\x11\xe0x"],
    ids=["empty", "broken zip", "binary", "broken old Excel"],
)
def test_a_file_that_is_no_table_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal):
        read("坏.xlsx", content, WANTED)


@given(st.binary(max_size=400))
def test_no_content_breaks_the_reader(content: bytes) -> None:
    with suppress(Refusal):
        read("任意", content, WANTED)
