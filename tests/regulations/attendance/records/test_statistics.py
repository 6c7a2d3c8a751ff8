"""统计 (domain 4.5): every figure is a table; made-up days and half days are counted as the ledger counts them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from tests.regulations.attendance.records.bureau import Bureau, at, key
from zhixing.organ.models import Section
from zhixing.regulations.attendance.models import ExceptionNote, SignIn
from zhixing.regulations.attendance.workflow.late_excuse import excuse_late
from zhixing.regulations.attendance.workflow.notes import tell, verify
from zhixing.regulations.attendance.workflow.spot_checks import found_away
from zhixing.regulations.attendance.workflow.statistics import Statistics, counted_people, statistics

FIRST, LAST = date(2026, 9, 1), date(2026, 10, 31)
NOW = at("2026-11-03 09:00:00")


def counted(bureau: Bureau, first: date = FIRST, last: date = LAST, now: datetime = NOW) -> Statistics:
    """Everyone of the organ."""
    sections = Section.objects.filter(organ=bureau.organ)
    people = counted_people(bureau.organ, sections, first, last)
    return statistics(bureau.organ, people, first, last, now)


def test_leave_is_counted_by_kind_and_month_in_working_half_days(bureau: Bureau) -> None:
    # 18 September (Friday) to 21 September (Monday): the Sunday between is worked
    bureau.away("贺兰亭", "年休假", date(2026, 9, 18), date(2026, 9, 21))
    # 30 September and, after the holiday, 8 October in the morning
    bureau.away("邓一舟", "年休假", date(2026, 9, 30), date(2026, 10, 8), "上午")
    bureau.away("罗景行", "病假", date(2026, 10, 12), date(2026, 10, 12))
    found = counted(bureau).leave
    assert (found.columns, found.rows) == (("2026年9月", "2026年10月"), ("年休假", "病假"))
    assert found.cells == ((8, 1), (0, 2))
    assert found.shown() == (("4", "0.5"), ("0", "1"))
    assert (found.totals(), found.unit) == ((8, 3), "天")


def test_late_and_early_marks_are_counted_by_month_and_section(bureau: Bureau) -> None:
    late = time(8, 40)
    bureau.signs("贺兰亭", FIRST, LAST, d0901a=late, d0902a=late, d1012a=late)
    bureau.signs("潘映雪", FIRST, LAST, d1013a=late)
    found_away(
        actor=bureau["叶知秋"], person=bureau["贺兰亭"], kind="早退", found_at=at("2026-10-26 16:20:00"),
        text="办公室无人", at=NOW, key=key(),
    )  # fmt: skip
    months = counted(bureau).late
    assert (months.rows, months.cells) == (("迟到", "早退"), ((2, 2), (0, 1)))
    sections = counted(bureau).late_by_section
    assert dict(zip(sections.rows, sections.cells, strict=True)) == {
        "局领导": (0, 0),
        "办公室": (1, 0),
        "技术改造与投资科": (3, 1),
    }


def test_an_excused_mark_is_no_mark(bureau: Bureau) -> None:
    bureau.signs("贺兰亭", date(2026, 9, 1), date(2026, 9, 1), d0901a=time(8, 40))
    late = SignIn.objects.get(half="上午")
    excuse_late(actor=bureau["潘映雪"], sign_in=late, reason="送急件", at=NOW, key=key())
    assert counted(bureau).late.cells == ((0, 0), (0, 0))


def test_days_due_and_worked_are_counted_to_the_half(bureau: Bureau) -> None:
    bureau.signs("贺兰亭", date(2026, 9, 1), date(2026, 9, 30), d0901p=None)
    tell(
        actor=bureau["贺兰亭"],
        day=date(2026, 9, 1),
        half="下午",
        kind="会议",
        text="全区会议",
        at=NOW,
        key=key(),
    )
    note = ExceptionNote.objects.get()
    verify(actor=bureau["潘映雪"], note=note, outcome="核实", answer="", at=NOW, key=key())
    found = counted(bureau, date(2026, 9, 1), date(2026, 9, 30)).attended
    # 22 weekdays, less the 25th, and Sunday the 20th: 22 days for each of eight people
    assert found.rows == ("应出勤", "实出勤")
    assert found.cells == ((8 * 44,), (43,))


def test_a_day_not_yet_over_is_due_and_nothing_else(bureau: Bureau) -> None:
    today = date(2026, 11, 20)
    found = counted(bureau, today, today, at("2026-11-20 08:00:00")).attended
    assert found.cells == ((16,), (0,))


@pytest.mark.parametrize(
    ("first", "last", "columns"),
    [
        (date(2026, 12, 31), date(2027, 1, 1), ("2026年12月", "2027年1月")),
        (date(2026, 2, 28), date(2026, 2, 28), ("2026年2月",)),
    ],
)
def test_the_months_run_over_the_edge_of_a_year(
    bureau: Bureau, first: date, last: date, columns: tuple[str, ...]
) -> None:
    assert counted(bureau, first, last).late.columns == columns


def test_nothing_of_another_organ_is_counted(bureau: Bureau, other: Bureau) -> None:
    bureau.signs("贺兰亭", FIRST, LAST, d0901a=time(8, 40))
    bureau.away("邓一舟", "年休假", date(2026, 9, 18), date(2026, 9, 21))
    assert counted(other).late.cells == ((0, 0), (0, 0))
    assert counted(other).leave.rows == ()
    assert counted(other).late_by_section.rows == ("办公室",)
