"""A ledger as Excel: head block, fixed head row, real dates and numbers, a row of sums (domain 4.4)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter

from zhixing.law.values import show_duration
from zhixing.office.papers.columns import FORMATS, SCALES, Cell, Column, Kind, local, number, total

TITLE, BLOCK, HEAD, FIRST = 0, 1, 2, 3
A4 = 9
# A formula or a link is never made of what somebody typed.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
RULED = {"font_name": "宋体", "font_size": 10, "border": 1, "valign": "vcenter"}
FORBIDDEN_IN_SHEET_NAMES = str.maketrans("[]:*?/\\", "〔〕：＊？／＼")
LONGEST_SHEET_NAME = 31


@dataclass(frozen=True, slots=True)
class Ledger:
    """One sheet. `rows` hold texts, whole numbers in the product's units, dates, moments, or None."""

    title: str
    organ: str
    period: str
    made_by: str
    made_at: datetime
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    notes: Sequence[str] = ()


def write(*ledgers: Ledger) -> bytes:
    """An .xlsx file with one sheet for each ledger; the same ledgers make the same bytes.

    Raises ValueError for a row that has not one cell for each column, TypeError for a float.
    """
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, OPTIONS)
    book.set_properties({"title": ledgers[0].title, "created": local(ledgers[0].made_at)})
    for ledger in ledgers:
        _Sheet(book, ledger).fill()
    book.close()
    return made.getvalue()


class _Sheet:
    def __init__(self, book: Any, ledger: Ledger) -> None:
        name = ledger.title.translate(FORBIDDEN_IN_SHEET_NAMES)[:LONGEST_SHEET_NAME]
        self.book, self.ledger, self.sheet = book, ledger, book.add_worksheet(name)
        self.last = len(ledger.columns) - 1
        self.kinds = {kind: book.add_format(RULED | {"num_format": FORMATS[kind]}) for kind in Kind}
        self.bold = {
            kind: book.add_format(RULED | {"num_format": FORMATS[kind], "bold": True}) for kind in Kind
        }

    def fill(self) -> None:
        self._head()
        for place, row in enumerate(self.ledger.rows, FIRST):
            if len(row) != len(self.ledger.columns):
                raise ValueError(f"第{place - FIRST + 1}行有{len(row)}格，应有{len(self.ledger.columns)}格")
            for across, cell in enumerate(row):
                self._put(place, across, cell, self.kinds)
        after = FIRST + len(self.ledger.rows)
        if any(column.summed for column in self.ledger.columns):
            self._sums(after)
            after += 1
        for below, note in enumerate(self.ledger.notes, after):
            self.sheet.write_string(below, 0, f"注：{note}")
        self._page()

    def _head(self) -> None:
        own = self.ledger
        title = self.book.add_format(
            {"font_name": "宋体", "font_size": 16, "bold": True, "align": "center", "valign": "vcenter"}
        )
        block = (
            f"单位：{own.organ}　期间：{own.period}　制表人：{own.made_by}　"
            f"制表时间：{local(own.made_at):%Y-%m-%d %H:%M}"
        )
        head = self.book.add_format(
            RULED | {"bold": True, "align": "center", "text_wrap": True, "bg_color": "#F2F2F2"}
        )
        self._across(TITLE, own.title, title)
        self._across(BLOCK, block, self.book.add_format({"font_name": "宋体", "font_size": 10}))
        for across, column in enumerate(own.columns):
            self.sheet.set_column(across, across, column.wide)
            self.sheet.write_string(HEAD, across, column.title, head)

    def _across(self, row: int, text: str, style: Any) -> None:
        """One text over all columns; a single cell cannot be merged."""
        if self.last:
            self.sheet.merge_range(row, 0, row, self.last, "", style)
        self.sheet.write_string(row, 0, text, style)

    def _put(self, row: int, across: int, cell: Cell, styles: dict[Kind, Any]) -> None:
        column = self.ledger.columns[across]
        style = styles[column.kind]
        if cell is None:
            self.sheet.write_blank(row, across, None, style)
        elif isinstance(cell, datetime):
            self.sheet.write_datetime(row, across, local(cell), style)
        elif isinstance(cell, date):
            self.sheet.write_datetime(row, across, cell, style)
        elif isinstance(cell, int) and column.kind in SCALES:
            self.sheet.write_number(row, across, number(column.kind, cell), style)
        elif isinstance(cell, str):
            self.sheet.write_string(row, across, cell, style)
        else:
            raise TypeError(f"{column.title}：{cell!r}不能写成{column.kind.value}")

    def _sums(self, row: int) -> None:
        for across, column in enumerate(self.ledger.columns):
            if column.summed:
                self._put(row, across, total(column, across, self.ledger.rows), self.bold)
            else:
                self.sheet.write_string(row, across, "" if across else "合计", self.bold[Kind.TEXT])

    def _page(self) -> None:
        last_row = FIRST + len(self.ledger.rows) - 1
        self.sheet.freeze_panes(FIRST, 1)
        if self.ledger.rows:
            self.sheet.autofilter(HEAD, 0, last_row, self.last)
        self.sheet.set_paper(A4)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(HEAD)
        self.sheet.set_footer("&C第&P页，共&N页")


def shown(kind: Kind, value: int) -> str:
    """A number as the paper ledger shows it."""
    if kind is Kind.DURATION:
        return show_duration(value)
    places = {Kind.MONEY: 2, Kind.DAYS: 1}.get(kind, 0)
    return f"{number(kind, value):.{places}f}"
