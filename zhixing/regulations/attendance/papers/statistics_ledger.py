"""考勤统计 as Excel: a sheet for each of the figures, as the page shows them (domain 4.5)."""

from __future__ import annotations

from zhixing.office.papers.columns import Cell, Column, Kind
from zhixing.office.papers.ledger import Ledger, write
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ
from zhixing.regulations.attendance.papers.printed import Printing
from zhixing.regulations.attendance.workflow.figures import cite
from zhixing.regulations.attendance.workflow.statistics import Figures, Statistics


def statistics_ledger(organ: Organ, found: Statistics, whose: str, period: str, printing: Printing) -> bytes:
    """`whose` says which sections are counted, `period` which months."""
    told = (found.leave, found.late, found.late_by_section, found.attended)
    return write(*(_sheet(organ, figures, whose, period, printing) for figures in told))


def _sheet(organ: Organ, figures: Figures, whose: str, period: str, printing: Printing) -> Ledger:
    kind = Kind.DAYS if figures.unit == "天" else Kind.WHOLE
    columns = (
        Column("项目", width=20), *(Column(name, kind, 11, summed=True) for name in figures.columns),
        Column("合计", kind, 11, summed=True),
    )  # fmt: skip
    rows: list[list[Cell]] = [
        [name, *cells, sum(cells)] for name, cells in zip(figures.rows, figures.cells, strict=True)
    ]
    notes = (
        f"统计范围：{whose}；单位：{figures.unit}。",
        f"依据：{cite(figures.clause, today(printing.at))}。",
    )
    return Ledger(figures.title, organ.name, period, printing.by.name, printing.at, columns, rows, notes)
