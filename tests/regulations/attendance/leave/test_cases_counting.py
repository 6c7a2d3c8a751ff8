"""Peer cases 1 to 9: which half-days a leave counts. Expected days are read off the notices of 2026 (domain N2)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.regulations.attendance.leave.bureau import Bureau, at
from tests.regulations.attendance.leave.desk import NOW, Desk, facts, refused
from zhixing.law.values import show_days
from zhixing.organ.days import DayRow, import_notice
from zhixing.regulations.attendance.workflow.outing import request_outing
from zhixing.regulations.attendance.workflow.outing_checks import OutingRequest

SPRING = at(date(2026, 1, 12))
COUNTED = [
    ("case 1: Friday to Monday", date(2026, 11, 20), date(2026, 11, 23), NOW, "2"),
    ("case 1: over a long weekend of five days off", date(2026, 4, 3), date(2026, 4, 7), SPRING, "2"),
    ("case 3: a make-up Sunday counts", date(2026, 9, 18), date(2026, 9, 21), NOW, "3"),
    ("case 3: a make-up Saturday counts", date(2026, 10, 9), date(2026, 10, 12), NOW, "3"),
    ("case 3: both make-up days around Spring Festival", date(2026, 2, 13), date(2026, 2, 28), SPRING, "7"),
    ("over National Day", date(2026, 9, 30), date(2026, 10, 8), NOW, "2"),
    ("over Mid-autumn", date(2026, 9, 24), date(2026, 9, 28), NOW, "2"),
]


@pytest.mark.parametrize(
    ("first", "last", "now", "days"), [row[1:] for row in COUNTED], ids=[r[0] for r in COUNTED]
)
def test_working_half_days_of_2026_are_counted(
    desk: Desk, first: date, last: date, now: date, days: str
) -> None:
    found = desk.assess("E025", desk.asking("E025", "病假", first, last, consent=False), now)  # type: ignore[arg-type]
    assert show_days(found.halves) == days


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 9, 12), date(2026, 9, 13)),
        (date(2026, 10, 1), date(2026, 10, 7)),
        (date(2026, 9, 26), date(2026, 9, 26)),
    ],
    ids=["case 1: Saturday and Sunday", "case 1: the whole of National Day", "case 1: a swapped rest day"],
)
def test_days_off_alone_are_refused_and_never_taken_as_none(desk: Desk, first: date, last: date) -> None:
    assert refused(desk.ask, "E025", "事假", first, last) == ["天数"]


def test_case_2_weekends_and_holidays_of_both_years_are_left_out(desk: Desk, bureau: Bureau) -> None:
    """31 December 2026 is a Thursday; the notice gives 1 to 3 January off and makes Saturday 9 January worked."""
    rows = [DayRow(date(2027, 1, day), "休息日" if day > 1 else "法定节假日", "元旦") for day in (1, 2, 3)]
    rows += [DayRow(date(2027, 1, 9), "调休上班", "元旦")]
    import_notice(
        organ=bureau.organ, rows=rows, notice="国办发明电〔2026〕9号", actor=bureau["E010"], at=NOW, key="n"
    )
    found = desk.assess(
        "E025", desk.asking("E025", "事假", date(2026, 12, 31), date(2027, 1, 9)), at(date(2026, 12, 1))
    )
    assert show_days(found.halves) == "7"


def test_case_2_a_leave_over_new_year_uses_up_each_years_own_balance(desk: Desk, bureau: Bureau) -> None:
    leave = desk.granted("E025", "年休假", date(2026, 12, 30), date(2027, 1, 5), at(date(2026, 12, 20)))
    years = leave.moves.order_by("pk").values_list("bucket__expires__year", "halves")
    assert list(years) == [(2026, -4), (2027, -4)]


def test_case_4_a_year_without_a_notice_is_allowed_and_called_provisional(desk: Desk) -> None:
    leave = desk.ask("E025", "事假", date(2027, 5, 6), now=at(date(2027, 1, 4)))
    assert leave.estimated


@pytest.mark.parametrize("half", ["上午", "下午"])
def test_case_6_half_a_day_on_a_holiday_is_refused(desk: Desk, half: str) -> None:
    asking = desk.asking("E025", "事假", date(2026, 10, 1), first_half=half, last_half=half)
    assert facts(desk.assess("E025", asking)) == ["天数"]


def test_case_6_a_half_day_holiday_leaves_the_other_half_to_be_asked_for(desk: Desk) -> None:
    """8 March 2027 is a Monday: women are off in the afternoon (B2-27)."""
    now, day = at(date(2027, 3, 1)), date(2027, 3, 8)
    assert show_days(desk.assess("E025", desk.asking("E025", "事假", day), now).halves) == "0.5"
    afternoon = desk.asking("E025", "事假", day, first_half="下午")
    assert facts(desk.assess("E025", afternoon, now)) == ["天数"]


def test_case_6_morning_and_afternoon_of_two_kinds_are_one_day(desk: Desk) -> None:
    day = date(2026, 9, 8)
    desk.ask("E025", "年休假", day, last_half="上午")
    found = desk.assess("E025", desk.asking("E025", "病假", day, first_half="下午", consent=False))
    assert (facts(found), show_days(found.total)) == ([], "1")


@pytest.mark.parametrize("day", [date(2026, 9, 1), date(2026, 9, 8)], ids=["today", "a later day"])
def test_case_6_half_a_day_after_a_whole_day_of_the_same_date_is_refused(desk: Desk, day: date) -> None:
    early = at(date(2026, 9, 1), 8)
    desk.ask("E025", "事假", day, now=early)
    again = desk.asking("E025", "病假", day, first_half="下午", consent=False)
    assert facts(desk.assess("E025", again, early)) == ["起止"]


def test_case_7_a_half_day_at_one_end_is_drawn_to_its_real_last_day(desk: Desk, bureau: Bureau) -> None:
    leave = desk.granted("E025", "年休假", date(2026, 9, 8), date(2026, 9, 10), last_half="上午")
    assert show_days(leave.halves) == "2.5"
    assert (leave.last, leave.last_half) == (date(2026, 9, 10), "上午")


def test_case_7_a_leave_that_ends_at_noon_leaves_the_afternoon_free(desk: Desk) -> None:
    desk.ask("E025", "事假", date(2026, 9, 8), date(2026, 9, 10), last_half="上午")
    noon = date(2026, 9, 10)
    assert facts(desk.assess("E025", desk.asking("E025", "事假", noon, first_half="下午"))) == []
    assert facts(desk.assess("E025", desk.asking("E025", "事假", noon, last_half="上午"))) == ["起止"]
    assert facts(desk.assess("E025", desk.asking("E025", "事假", noon))) == ["起止"]


@pytest.mark.parametrize(
    ("kind", "days"),
    [
        ("产假", "12"),
        ("哺乳假", "12"),
        ("探亲假", "12"),
        ("陪产假", "12"),
        ("婚假", "5"),
        ("丧假", "5"),
        ("事假", "5"),
    ],
    ids=lambda value: f"case 8: {value}",
)
def test_natural_day_kinds_stand_beside_working_day_kinds(desk: Desk, kind: str, days: str) -> None:
    """28 September (a Monday) to 9 October 2026: twelve days, five of them worked."""
    found = desk.assess("E025", desk.asking("E025", kind, date(2026, 9, 28), date(2026, 10, 9)))
    assert show_days(found.halves) == days


def test_case_9_the_end_before_the_start_and_more_than_a_year_are_refused(desk: Desk) -> None:
    back = desk.asking("E025", "事假", date(2026, 9, 8), date(2026, 9, 7))
    long = desk.asking("E025", "病假", date(2026, 9, 8), date(2027, 9, 8), consent=False)
    assert facts(desk.assess("E025", back)) == ["起止"]
    assert "起止" in facts(desk.assess("E025", long))


def test_case_12_a_leave_may_not_lie_on_an_outing_nor_an_outing_on_a_leave(
    desk: Desk, bureau: Bureau
) -> None:
    day = date(2026, 9, 8)
    asked = OutingRequest("区统计局", "核对数据", day, "上午", day, "上午")
    request_outing(request=asked, actor=bureau["E025"], at=NOW, key="o")
    assert facts(desk.assess("E025", desk.asking("E025", "事假", day))) == ["起止"]
    assert facts(desk.assess("E025", desk.asking("E025", "事假", day, first_half="下午"))) == []
    desk.ask("E028", "事假", day)
    given = {"request": asked, "actor": bureau["E028"], "at": NOW, "key": "p"}
    assert refused(request_outing, **given) == ["起止"]
