"""What a month proposes to deduct, line by line: from figures and rulings, no storage (02-1.2d, 02-3.1, 02-3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhixing.law.values import show_days, show_money
from zhixing.organ.models import Person
from zhixing.organ.parameters import OwnValues
from zhixing.regulations.attendance.models import PayBase
from zhixing.regulations.attendance.workflow.absence_year import ruling_of
from zhixing.regulations.attendance.workflow.figures import amount, ask, cite
from zhixing.regulations.attendance.workflow.month_count import MonthCount

LEAVE_PAY = {"personal": "事假", "sick": "病假", "annual": "年休假", "comp": "补休假"}


@dataclass(frozen=True, slots=True)
class Proposed:
    """One deduction, in fen; `count` in `unit` (days are counted in half-days)."""

    person: Person
    item: str
    count: int
    unit: str
    standard: str
    amount: int
    clause: str
    cite: str
    ruling: dict[str, object]


def needs_pay(figures: MonthCount, absent_halves: int, last: date, own: OwnValues) -> bool:
    """Whether anything of the month is reckoned from pay."""
    if figures.personal or figures.absent or absent_halves:
        return True
    return ask("诫勉谈话", last, own, 当月次数=figures.late_and_early).outcome["诫勉谈话"] is True


def proposals(
    person: Person, figures: MonthCount, pay: PayBase, last: date, own: OwnValues, bonus_before: int
) -> Iterator[Proposed]:
    """Deductions of a month that ends on `last`; `bonus_before` fen of the bonus were proposed this year."""
    for column, kind in LEAVE_PAY.items():
        halves = getattr(figures, column)
        if halves and ask("假期待遇", last, own, 假别=kind).outcome["扣基本工资"] is True:
            yield _pay(person, kind, "02-1.2d", halves, pay, last, own)
    if figures.late_and_early:
        yield from _late(person, figures.late_and_early, pay, last, own)
    if figures.absent:
        yield _pay(person, "旷工工资", "02-3.2", figures.absent, pay, last, own)
    yield from _bonus(person, last, bonus_before)


def _pay(
    person: Person, item: str, clause: str, halves: int, pay: PayBase, last: date, own: OwnValues
) -> Proposed:
    """Days × monthly base ÷ 月计薪天数; what is less than a fen is dropped once, at the end (推定 02-1.2d)."""
    ruling = ask("事假扣款", last, own, 月基本工资=pay.base, 天数=halves)
    standard = f"月基本工资{show_money(pay.base)}元，{show_days(halves)}天"
    fen = amount(ruling, "扣款")
    return Proposed(person, item, halves, "天", standard, fen, clause, cite(clause, last), ruling.as_json())


def _late(person: Person, times: int, pay: PayBase, last: date, own: OwnValues) -> Iterator[Proposed]:
    ruling = ask("迟到处置", last, own, 当月次数=times, 当月津补贴=pay.allowance)
    fen, clause = amount(ruling, "扣款"), "02-3.1"
    if fen:
        standard = f"当月{times}次，津补贴扣完为止"
        yield Proposed(
            person, "迟到早退", times, "次", standard, fen, clause, cite(clause, last), ruling.as_json()
        )


def _bonus(person: Person, last: date, before: int) -> Iterator[Proposed]:
    """The year's tier less what was proposed in earlier months; negative when absence became leave."""
    ruling = ruling_of(person, last)
    fen = amount(ruling, "扣年终奖") if ruling else 0
    if fen == before:
        return
    halves = int(str(ruling.facts["全年天数"])) if ruling else 0
    standard = f"全年旷工{show_days(halves)}天，应扣{show_money(fen)}元，已提{show_money(before)}元"
    json = ruling.as_json() if ruling else {}
    yield Proposed(
        person, "旷工年终奖", halves, "天", standard, fen - before, "02-3.2", cite("02-3.2", last), json
    )
