"""月考勤汇总表, in the columns of domain 2.2; corrections after the lock stand below the table."""

from __future__ import annotations

from dataclasses import astuple

from zhixing.law.values import show_days
from zhixing.office.papers.form import print_form
from zhixing.regulations.attendance.models import Month, MonthCorrection, MonthLine
from zhixing.regulations.attendance.models.month import HEADINGS as HEADING_OF
from zhixing.regulations.attendance.papers.printed import HERE, Printing, moment, receipt_about
from zhixing.regulations.attendance.workflow.day_view import bounds
from zhixing.regulations.attendance.workflow.figures import cite
from zhixing.regulations.attendance.workflow.month_count import COLUMNS, MonthCount
from zhixing.regulations.attendance.workflow.month_figures import written

TEMPLATE = HERE / "month.typ"
TIMES = frozenset({"late", "early"})
HEADINGS = tuple(HEADING_OF[column] for column in COLUMNS)
PAPER_HEADINGS = ("姓名", "科室", *HEADINGS, "备注", "本人确认")


def title_of(sheet: Month) -> str:
    return f"{sheet}考勤汇总表"


def print_month(sheet: Month, printing: Printing) -> bytes:
    """The sheet as PDF/A."""
    number = f"{sheet.year}-{sheet.month:02d}"
    envelope = printing.envelope(
        sheet.organ, title=title_of(sheet), number=number, state=sheet.state,
        receipt=receipt_about(sheet, sheet.organ, "月考勤", "锁定月考勤"),
    )  # fmt: skip
    return print_form(TEMPLATE, month_form(sheet), envelope)


def month_form(sheet: Month) -> dict[str, object]:
    """Everything month.typ shows; figures as locked."""
    lines = list(sheet.lines.select_related("person"))
    last = bounds(sheet.year, sheet.month)[1]
    return {
        "figures": len(HEADINGS),
        "columns": list(PAPER_HEADINGS),
        "rows": [_row(line) for line in lines],
        "totals": ["合计", "", *_shown(total(lines)), "", ""],
        "audited": sheet.locked_by.name if sheet.locked_by else "",
        "locked": moment(sheet.locked_at),
        "corrections": [_correction(row) for row in corrections_of(sheet)],
        "basis": cite("02-3.1", last),
    }


def total(lines: list[MonthLine]) -> MonthCount:
    figures = [astuple(written(line)) for line in lines]
    return MonthCount(*map(sum, zip(*figures, strict=True))) if figures else MonthCount()


def corrections_of(sheet: Month) -> list[MonthCorrection]:
    rows = MonthCorrection.objects.filter(organ_id=sheet.organ_id, line__sheet=sheet)
    return list(rows.select_related("line__person", "by"))


def show(column: str, value: int) -> str:
    return str(value) if column in TIMES else show_days(value)


def heading(column: str) -> str:
    return HEADINGS[COLUMNS.index(column)]


def _shown(figures: MonthCount) -> list[str]:
    return [show(column, value) for column, value in zip(COLUMNS, astuple(figures), strict=True)]


def _row(line: MonthLine) -> list[str]:
    return [line.person.name, line.section, *_shown(written(line)), line.note, line.state]


def _correction(row: MonthCorrection) -> list[str]:
    values = [show(row.column, row.before), show(row.column, row.after)]
    return [row.line.person.name, heading(row.column), *values, row.reason, row.by.name, moment(row.at)]
