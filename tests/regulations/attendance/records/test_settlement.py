"""扣款建议 (02-1.2d, 02-2, 02-3.2): absence over the months of a year, and what is taken back."""

from __future__ import annotations

from datetime import date

import pytest

from tests.regulations.attendance.records.bureau import Bureau, at, key
from zhixing.journal.models import Entry
from zhixing.law.refusal import Refusal
from zhixing.regulations.attendance.models import AbsenceCase, AbsenceHalf, Month, MonthLine, SettlementLine
from zhixing.regulations.attendance.workflow import month as months
from zhixing.regulations.attendance.workflow.day_view import bounds
from zhixing.regulations.attendance.workflow.month_correct import follow_records
from zhixing.regulations.attendance.workflow.settlement import propose_settlement, settlement_shown_to

Row = tuple[str, int, int]


def absent(bureau: Bureau, *days: date) -> AbsenceCase:
    """Whole days of 邓一舟, decided to be absence."""
    told = at("2026-12-20 09:00:00")
    case = AbsenceCase.objects.create(
        organ=bureau.organ, number=f"旷认〔2026〕{key()}号", person=bureau["邓一舟"], facts="没有签到", state="已认定",
        opened_by=bureau["潘映雪"], opened_at=told, notified_at=told, decided_by=bureau["林启衡"], decided_at=told,
    )  # fmt: skip
    AbsenceHalf.objects.bulk_create(
        AbsenceHalf(organ=bureau.organ, case=case, person=bureau["邓一舟"], day=day, half=half)
        for day in days
        for half in ("上午", "下午")
    )
    return case


def locked(bureau: Bureau, month: int) -> Month:
    """The month with everyone else at work on every day, locked when the days to confirm were over."""
    for name in set(bureau.people) - {"邓一舟"}:
        bureau.signs(name, *bounds(2026, month))
    opened = at(f"2026-{month + 1:02}-02 09:00:00")
    months.open_month(actor=bureau["潘映雪"], year=2026, month=month, at=opened, key=key())
    sheet = Month.objects.get(month=month)
    lock_at = at(f"2026-{month + 1:02}-16 09:00:00")
    months.lock(actor=bureau["潘映雪"], sheet=sheet, at=lock_at, key=key())
    return sheet


def settled(bureau: Bureau, sheet: Month) -> list[Row]:
    when = at("2026-12-20 09:00:00")
    propose_settlement(actor=bureau["潘映雪"], sheet=sheet, at=when, key=key())
    rows = SettlementLine.objects.filter(sheet=sheet, person=bureau["邓一舟"]).order_by("pk")
    return list(rows.values_list("item", "count", "amount"))


def test_a_day_of_absence_costs_its_pay_and_a_hundred_yuan_of_the_bonus(bureau: Bureau) -> None:
    bureau.pays("邓一舟", 435_000, bonus=200_000)
    absent(bureau, date(2026, 10, 12))
    rows = settled(bureau, locked(bureau, 10))
    assert rows == [("旷工工资", 2, 20_000), ("旷工年终奖", 2, 10_000)]


def test_the_tier_of_the_year_takes_off_what_earlier_months_proposed(bureau: Bureau) -> None:
    bureau.pays("邓一舟", 435_000, bonus=200_000)
    absent(bureau, date(2026, 9, 1))
    absent(bureau, *(date(2026, 10, day) for day in (12, 13, 14, 15)))
    assert settled(bureau, locked(bureau, 9)) == [("旷工工资", 2, 20_000), ("旷工年终奖", 2, 10_000)]
    # five days in the year: half of the bonus, 1000.00, of which 100.00 was proposed for September
    assert settled(bureau, locked(bureau, 10)) == [("旷工工资", 8, 80_000), ("旷工年终奖", 10, 90_000)]


def test_absence_that_became_leave_is_taken_back_line_by_line(bureau: Bureau) -> None:
    bureau.pays("邓一舟", 435_000, bonus=200_000)
    case = absent(bureau, date(2026, 10, 12))
    sheet = locked(bureau, 10)
    settled(bureau, sheet)
    when = at("2026-12-20 09:00:00")
    case.halves.update(released_at=when, released_why="补办年休假")
    bureau.away("邓一舟", "年休假", date(2026, 10, 12), date(2026, 10, 12))
    follow_records(actor=bureau["潘映雪"], sheet=sheet, reason="补办年休假", at=when, key=key())
    assert settled(bureau, sheet)[2:] == [("旷工工资", 0, -20_000), ("旷工年终奖", 0, -10_000)]
    corrected = SettlementLine.objects.filter(amount__lt=0)
    assert {row.corrects.item for row in corrected if row.corrects} == {"旷工工资", "旷工年终奖"}


def test_every_line_says_its_standard_its_clause_and_its_ruling(bureau: Bureau) -> None:
    bureau.pays("邓一舟", 435_000, bonus=200_000)
    absent(bureau, date(2026, 10, 12))
    settled(bureau, locked(bureau, 10))
    pay, bonus = SettlementLine.objects.order_by("pk")
    assert (pay.standard, pay.cite) == ("月基本工资4350.00元，1天", "《考勤制度》三（二）旷工")
    assert bonus.standard == "全年旷工1天，应扣100.00元，已提0.00元"
    assert bonus.ruling["outcome"]["取消评优"] in {"否", False}


def test_an_act_sent_twice_proposes_once(bureau: Bureau) -> None:
    bureau.pays("邓一舟", 435_000)
    absent(bureau, date(2026, 10, 12))
    sheet, same = locked(bureau, 10), key()
    when = at("2026-12-20 09:00:00")
    receipts = {
        propose_settlement(actor=bureau["潘映雪"], sheet=sheet, at=when, key=same).seq for _ in range(2)
    }
    assert len(receipts) == 1
    assert Entry.objects.filter(action="提出扣款建议").count() == 1
    assert SettlementLine.objects.count() == 2


@pytest.mark.parametrize("name", ["金若谷", "林启衡", "邓一舟"])
def test_only_the_office_proposes(bureau: Bureau, name: str) -> None:
    sheet = locked(bureau, 10)
    with pytest.raises(Refusal, match="不归您"):
        propose_settlement(actor=bureau[name], sheet=sheet, at=at("2026-12-20 09:00:00"), key=key())


def test_another_organ_neither_proposes_nor_sees(bureau: Bureau, other: Bureau) -> None:
    bureau.pays("邓一舟", 435_000)
    absent(bureau, date(2026, 10, 12))
    sheet = locked(bureau, 10)
    settled(bureau, sheet)
    with pytest.raises(Refusal, match="不归您"):
        propose_settlement(actor=other["曾望山"], sheet=sheet, at=at("2026-12-20 09:00:00"), key=key())
    assert not settlement_shown_to(other["曾望山"], sheet, date(2026, 12, 20)).exists()
    assert not MonthLine.objects.filter(organ=other.organ).exists()
