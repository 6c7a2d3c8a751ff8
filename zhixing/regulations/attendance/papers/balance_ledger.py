"""年休补休台账 as Excel: what everybody has, and on a second sheet every movement with its reason (02-1.4, 02-1.5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from zhixing.office.papers.columns import Cell, Column, Kind
from zhixing.office.papers.ledger import Ledger, write
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ, Person
from zhixing.regulations.attendance.models import BalanceMove
from zhixing.regulations.attendance.papers.printed import Printing
from zhixing.regulations.attendance.workflow.balance_overview import Standing
from zhixing.regulations.attendance.workflow.figures import cite

ACCOUNTS = ("年休", "补休")
FIGURES = ("可休", "已休", "在办", "剩余")
COLUMNS = (
    Column("编号"), Column("姓名"), Column("科室", width=20),
    *(Column(f"{account}{figure}", Kind.DAYS, summed=True) for account in ACCOUNTS for figure in FIGURES),
    Column("最近到期", Kind.DATE),
)  # fmt: skip
MOVE_COLUMNS = (
    Column("编号"), Column("姓名"), Column("账户"), Column("日期", Kind.DATE), Column("事项"),
    Column("增减（天）", Kind.DAYS), Column("有效期到", Kind.DATE), Column("说明", width=60), Column("依据", width=30),
    Column("经办人"), Column("记账时间", Kind.MOMENT),
)  # fmt: skip


def balance_ledger(
    organ: Organ,
    people: Sequence[tuple[Person, str]],
    standing: Mapping[tuple[int, str], Standing],
    moves: Iterable[BalanceMove],
    printing: Printing,
) -> bytes:
    """`people` with their sections; `moves` with person and actor loaded."""
    day = today(printing.at)
    rows = [_row(person, section, standing) for person, section in people]
    listed = [_move(move) for move in moves]
    notes = (f"截至{day}；可休已含结转和更正，在办是已经提交、还没有批准的。",)
    return write(
        Ledger("年休补休台账", organ.name, str(day), printing.by.name, printing.at, COLUMNS, rows, notes),
        Ledger("增减明细", organ.name, str(day), printing.by.name, printing.at, MOVE_COLUMNS, listed),
    )


def _row(person: Person, section: str, standing: Mapping[tuple[int, str], Standing]) -> list[Cell]:
    found = [standing.get((person.pk, account), Standing()) for account in ACCOUNTS]
    figures = [figure for one in found for figure in (one.granted, one.used, one.held, one.left)]
    ends = min((one.expires for one in found if one.expires), default=None)
    return [person.number, person.name, section, *figures, ends]


def _move(move: BalanceMove) -> list[Cell]:
    return [
        move.person.number, move.person.name, move.account, move.day, move.why, move.halves, move.expires,
        move.note, cite(move.clause, move.day), move.actor.name if move.actor else "", move.at,
    ]  # fmt: skip
