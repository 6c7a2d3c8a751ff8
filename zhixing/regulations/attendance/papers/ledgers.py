"""Excel: the month's ledger, and the settlement proposal for finance with real dates and amounts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple

from zhixing.law.values import show_days
from zhixing.office.papers.columns import Cell, Column, Kind
from zhixing.office.papers.ledger import Ledger, write
from zhixing.organ.local_time import today
from zhixing.regulations.attendance.models import Month, MonthCorrection, MonthLine, SettlementLine
from zhixing.regulations.attendance.papers.month_form import (
    HEADINGS,
    TIMES,
    corrections_of,
    heading,
    show,
    title_of,
)
from zhixing.regulations.attendance.papers.printed import Printing
from zhixing.regulations.attendance.workflow.month_count import COLUMNS
from zhixing.regulations.attendance.workflow.month_figures import corrected
from zhixing.regulations.attendance.workflow.settlement import settlement_shown_to

FIGURES = tuple(
    Column(title, Kind.WHOLE if column in TIMES else Kind.DAYS, summed=True)
    for column, title in zip(COLUMNS, HEADINGS, strict=True)
)
MONTH_COLUMNS = (
    Column("编号"), Column("姓名"), Column("科室", width=20), *FIGURES, Column("备注", width=24),
    Column("本人意见"), Column("确认时间", Kind.MOMENT),
)  # fmt: skip
CORRECTION_COLUMNS = (
    Column("编号"), Column("姓名"), Column("栏目"), Column("原值"), Column("新值"), Column("理由", width=40),
    Column("更正人"), Column("更正时间", Kind.MOMENT),
)  # fmt: skip
SETTLEMENT_COLUMNS = (
    Column("编号"), Column("姓名"), Column("月份"), Column("事项"), Column("数量"), Column("标准", width=44),
    Column("建议扣款（元）", Kind.MONEY, width=16, summed=True), Column("依据", width=30), Column("提出时间", Kind.MOMENT),
)  # fmt: skip
PROPOSAL = "本表只是建议，由有权人确认后执行；负数是冲回以前提出的扣款。"


def month_ledger(sheet: Month, printing: Printing) -> bytes:
    """The month with every correction applied, and the corrections on a sheet of their own."""
    lines = sheet.lines.select_related("person").prefetch_related("corrections")
    rows = [_month_row(line) for line in lines]
    made = _ledger(
        f"{title_of(sheet)}",
        sheet,
        printing,
        MONTH_COLUMNS,
        rows,
        ("天数以0.5天为单位；更正过的按更正后的数。",),
    )
    beside = [_correction_row(row) for row in corrections_of(sheet)]
    return write(made, _ledger("锁定以后的更正", sheet, printing, CORRECTION_COLUMNS, beside, ()))


def settlement_ledger(sheet: Month, printing: Printing) -> bytes:
    """扣款建议表; only the lines that whoever prints may see."""
    lines = settlement_shown_to(printing.by, sheet, today(printing.at))
    rows = [_settlement_row(sheet, line) for line in lines]
    return write(_ledger(f"{sheet}扣款建议表", sheet, printing, SETTLEMENT_COLUMNS, rows, (PROPOSAL,)))


def _ledger(
    title: str, sheet: Month, printing: Printing, columns: tuple[Column, ...], rows: Iterable[list[Cell]],
    notes: tuple[str, ...],
) -> Ledger:  # fmt: skip
    return Ledger(
        title=title, organ=sheet.organ.name, period=str(sheet), made_by=printing.by.name, made_at=printing.at,
        columns=columns, rows=list(rows), notes=notes,
    )  # fmt: skip


def _month_row(line: MonthLine) -> list[Cell]:
    person = line.person
    return [
        person.number,
        person.name,
        line.section,
        *astuple(corrected(line)),
        line.note,
        line.state,
        line.confirmed_at,
    ]


def _correction_row(row: MonthCorrection) -> list[Cell]:
    person, column = row.line.person, row.column
    values = [show(column, row.before), show(column, row.after)]
    return [person.number, person.name, heading(column), *values, row.reason, row.by.name, row.at]


def _settlement_row(sheet: Month, line: SettlementLine) -> list[Cell]:
    count = show_days(line.count) if line.unit == "天" else str(line.count)
    person = line.person
    return [
        person.number, person.name, str(sheet), line.get_item_display(), f"{count}{line.unit}", line.standard,
        line.amount, line.cite, line.at,
    ]  # fmt: skip
