"""A bureau as an Excel file: the template to fill in, and reading it back with every unreadable cell named."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter
from python_calamine import CalamineError, CalamineWorkbook

from zhixing.law.refusal import Finding, Findings, Refusal
from zhixing.organ.rows import BureauRows, PersonRow, PortfolioRow, PostRow, SectionRow

SHEETS = {
    "科室": ("名称", "类别", "排序", "起始日期"),
    "人员": (
        "编号", "姓名", "性别", "科室", "职务", "职级", "人员类别", "起始日期", "区管干部", "出生", "参加工作", "到局", "电话",
    ),
    "岗位": ("编号", "岗位", "科室", "起始日期", "终止日期", "依据"),
    "分工": ("编号", "科室", "起始日期", "终止日期", "依据"),
}  # fmt: skip
MOST_ROWS = 5000
Cell = Any


def template() -> bytes:
    """The empty file: one sheet a kind, headings only."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False, "in_memory": True}) as book:
        bold = book.add_format({"bold": True})
        for name, columns in SHEETS.items():
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, columns, bold)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(columns) - 1, 14)
    return out.getvalue()


def read(content: bytes) -> BureauRows:
    """The rows of a filled-in file; raises Refusal naming every sheet and cell that cannot be read."""
    findings = Findings()
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except CalamineError as unreadable:
        raise Refusal(
            "没有导入：文件打不开。",
            [Finding("文件", "不是Excel工作簿，或者已经损坏", "xlsx文件", "请用模板填写后重新选择。")],
        ) from unreadable
    lines = {name: list(_lines(book, name, findings)) for name in SHEETS}
    rows = BureauRows(
        sections=tuple(_section(line) for line in lines["科室"]),
        people=tuple(_person(line) for line in lines["人员"]),
        posts=tuple(_post(line) for line in lines["岗位"]),
        portfolios=tuple(_portfolio(line) for line in lines["分工"]),
    )
    findings.refuse_if_any(f"没有导入：有{len(findings)}处读不出来。")
    return rows


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet; what cannot be read goes to the findings and gives a harmless value."""

    sheet: str
    number: int
    cells: dict[str, Cell]
    findings: Findings

    def text(self, column: str) -> str:
        value = self.cells.get(column, "")
        if isinstance(value, float) and value == int(value):
            value = int(value)
        return str(value).strip()

    def day(self, column: str, *, needed: bool = False) -> date | None:
        value = self.cells.get(column, "")
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if value == "" and not needed:
            return None
        read: date | None = self._read(column, date.fromisoformat, "日期，如2026-01-31")
        return read

    def begin(self) -> date:
        return self.day("起始日期", needed=True) or date.min

    def whole(self, column: str) -> int:
        return self._read(column, int, "整数") or 0

    def _read(self, column: str, parse: Callable[[str], Any], expected: str) -> Any:
        try:
            return parse(self.text(column))
        except ValueError:
            self.findings.add(
                Finding(
                    fact=f"{self.sheet}第{self.number}行“{column}”",
                    found=self.text(column) or "空（公式请先算好再保存）",
                    expected=expected,
                    mend="请改正文件后重新导入。",
                    who="办公室",
                )
            )
            return None


def _lines(book: CalamineWorkbook, name: str, findings: Findings) -> Iterator[Line]:
    if name not in book.sheet_names:
        return
    rows: Sequence[Sequence[Cell]] = book.get_sheet_by_name(name).to_python(nrows=MOST_ROWS)
    if not rows:
        return
    heads = [str(head).strip() for head in rows[0]]
    missing = [column for column in SHEETS[name] if column not in heads]
    for column in missing:
        findings.add(Finding(f"{name}表的表头", "没有", column, "请用模板填写。", who="办公室"))
    for number, row in enumerate(rows[1:], 2):
        if any(cell != "" for cell in row):
            yield Line(name, number, dict(zip(heads, row, strict=False)), findings)


def _section(line: Line) -> SectionRow:
    return SectionRow(line.number, line.text("名称"), line.text("类别"), line.whole("排序"), line.begin())


def _person(line: Line) -> PersonRow:
    return PersonRow(
        line=line.number,
        number=line.text("编号"),
        name=line.text("姓名"),
        sex=line.text("性别"),
        section=line.text("科室"),
        title=line.text("职务"),
        rank=line.text("职级"),
        category=line.text("人员类别"),
        since=line.begin(),
        district_managed=line.text("区管干部") == "是",
        born=line.day("出生"),
        started_work=line.day("参加工作"),
        joined=line.day("到局"),
        phone=line.text("电话"),
    )


def _post(line: Line) -> PostRow:
    return PostRow(
        line=line.number,
        number=line.text("编号"),
        post=line.text("岗位"),
        section=line.text("科室"),
        since=line.begin(),
        until=line.day("终止日期"),
        basis=line.text("依据"),
    )


def _portfolio(line: Line) -> PortfolioRow:
    return PortfolioRow(
        line=line.number,
        number=line.text("编号"),
        section=line.text("科室"),
        since=line.begin(),
        until=line.day("终止日期"),
        basis=line.text("依据"),
    )
