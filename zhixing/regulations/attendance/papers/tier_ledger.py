"""Excel: what 三 of the regulation would say for each person of a year; no amounts (4.10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zhixing.office.papers.columns import Cell, Column, Kind
from zhixing.office.papers.ledger import Ledger, write
from zhixing.organ.models import Organ, Person
from zhixing.regulations.attendance.models import DisciplineRecord, Talk
from zhixing.regulations.attendance.papers.printed import Printing
from zhixing.regulations.attendance.workflow.absence_says import Says

TIER_COLUMNS = (
    Column("编号"), Column("姓名"), Column("科室", width=20), Column("达到次数的月份", width=30),
    Column("违纪登记", width=30), Column("旷工（天）", Kind.DAYS, summed=True), Column("最长连续（天）", Kind.DAYS),
    Column("年终奖", width=20), Column("评优", width=14), Column("预警", width=30),
)  # fmt: skip
PROPOSAL = "本表只是按条款列出的建议，由有权人听取本人意见以后另行决定。"


@dataclass(frozen=True, slots=True)
class TierRow:
    """One person's year: the months with a talk, the records that stand, what the absence clause says, and
    whether any clause strikes the person from the honours."""

    person: Person
    section: str
    talks: tuple[Talk, ...]
    records: tuple[DisciplineRecord, ...]
    says: Says | None
    struck: bool


def tier_ledger(organ: Organ, year: int, rows: Sequence[TierRow], printing: Printing) -> bytes:
    return write(
        Ledger(
            title=f"{year}年考勤年度处置建议", organ=organ.name, period=f"{year}年", made_by=printing.by.name,
            made_at=printing.at, columns=TIER_COLUMNS, rows=[_tier(row) for row in rows], notes=(PROPOSAL,),
        )
    )  # fmt: skip


def _tier(row: TierRow) -> list[Cell]:
    said = row.says
    return [
        row.person.number, row.person.name, row.section,
        "、".join(f"{one.month}月{one.count}次" for one in row.talks),
        "、".join(f"{one.day}{one.get_kind_display()}" for one in row.records),
        said.halves if said else 0, said.longest if said else 0,
        str(said.bonus.outcome["奖金扣法"]) if said else "", "取消评优" if row.struck else "",
        said.warned if said else "",
    ]  # fmt: skip
