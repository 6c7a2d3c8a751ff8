import io
from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook

from zhixing.law.values import parse_days, parse_money
from zhixing.office.papers.columns import Column, Kind
from zhixing.office.papers.ledger import Ledger, write
from zhixing.office.papers.table import Wanted, read

AT = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
COLUMNS = (
    Column("姓名"),
    Column("日期", Kind.DATE),
    Column("事假", Kind.DAYS, summed=True),
    Column("扣款", Kind.MONEY, summed=True),
    Column("备注"),
)
ROWS = (
    ("顾星河", date(2026, 3, 2), 5, 6000, "=1+1"),
    ("魏子骞", date(2026, 3, 3), 1, 30, "+86"),
    ("袁朗", None, None, None, "https://example.org"),
)


def ledger(rows: tuple[tuple[str | int | date | None, ...], ...] = ROWS) -> Ledger:
    return Ledger("月考勤汇总表", "鹿城区经济和信息化局", "2026年3月", "潘映雪", AT, COLUMNS, rows)


def sheet_of(content: bytes) -> list[list[object]]:
    return [[cell.value for cell in row] for row in load_workbook(io.BytesIO(content)).worksheets[0].rows]


def test_the_head_block_names_organ_period_maker_and_time() -> None:
    title, block = sheet_of(write(ledger()))[:2]
    assert title[0] == "月考勤汇总表"
    assert (
        block[0] == "单位：鹿城区经济和信息化局　期间：2026年3月　制表人：潘映雪　制表时间：2026-03-02 09:30"
    )


def test_dates_are_dates_and_money_and_days_are_numbers() -> None:
    row = sheet_of(write(ledger()))[3]
    assert row[1] == datetime(2026, 3, 2)  # noqa: DTZ001 -- Excel knows no zones
    assert row[2:4] == [2.5, 60]


def test_the_last_row_sums_exactly() -> None:
    last = sheet_of(write(ledger()))[6]
    assert last[0] == "合计"
    assert last[2:4] == [3, 60.3]


def test_the_head_row_stays_while_scrolling() -> None:
    assert load_workbook(io.BytesIO(write(ledger()))).worksheets[0].freeze_panes == "B4"


def test_what_somebody_typed_is_never_a_formula_or_a_link() -> None:
    sheet = load_workbook(io.BytesIO(write(ledger()))).worksheets[0]
    cells = [sheet.cell(row, 5) for row in (4, 5, 6)]
    assert [cell.data_type for cell in cells] == ["s", "s", "s"]
    assert cells[0].value == "=1+1"
    assert cells[2].hyperlink is None


def test_the_same_ledger_is_the_same_file() -> None:
    assert write(ledger()) == write(ledger())


def test_a_float_is_not_taken() -> None:
    with pytest.raises(TypeError):
        write(ledger((("顾星河", None, 0.5, None, ""),)))  # type: ignore[arg-type]  # that is the point


def test_what_was_written_reads_back_the_same() -> None:
    wanted = (
        Wanted("姓名"),
        Wanted("事假", parse_days, required=False),
        Wanted("扣款", parse_money, required=False),
    )
    found = read("月考勤.xlsx", write(ledger()), wanted)
    assert found.bad == ()
    assert [tuple(row.values.values()) for row in found.rows] == [
        ("顾星河", 5, 6000),
        ("魏子骞", 1, 30),
        ("袁朗", None, None),
    ]
