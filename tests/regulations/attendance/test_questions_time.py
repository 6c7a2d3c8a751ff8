from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.regulations.attendance.asking import outcome, refused_facts
from zhixing.regulations.attendance.rules.annual import Lost, counted_years, full_years, lost


@pytest.mark.parametrize(
    ("nature", "hours", "overnight", "approved", "credit"),
    [
        pytest.param("临时突发", "1:59", "否", "是", "0", id="B2-14 一小时五十九分"),
        pytest.param("临时突发", "1.9小时", "否", "是", "0", id="写成小数"),
        pytest.param("临时突发", "2:00", "否", "是", "0.5", id="B2-14 两小时"),
        pytest.param("全局性重要", "6:00", "是", "是", "1", id="B2-14 通宵"),
        pytest.param("临时突发", "9:00", "是", "否", "0", id="B2-14 未经批准"),
        pytest.param("全局性重要", "8:00", "否", "是", "0.5", id="B2-15 周六八小时"),
        pytest.param("日常性", "8:00", "否", "是", "0", id="日常性"),
        pytest.param("日常性", "8:00", "是", "是", "0", id="日常性通宵"),
        pytest.param("日常性", "8:00", "否", "否", "0", id="日常性又没批"),
    ],
)
def test_overtime_earns_what_the_clause_gives(
    nature: str, hours: str, overnight: str, approved: str, credit: str
) -> None:
    found = outcome("加班补休", 性质=nature, 小时=hours, 通宵=overnight, 局长批准=approved)
    assert found == {"补休天数": credit}


def test_a_night_of_less_than_six_hours_is_a_finding() -> None:
    """G-13."""
    facts = {"性质": "临时突发", "小时": "5:59", "通宵": "是", "局长批准": "是"}
    assert refused_facts("加班补休", **facts) == ["小时"]


@pytest.mark.parametrize(
    ("shift", "nature", "credit"),
    [
        ("夜班", "法定节假日", "1"),
        ("夜班", "平日", "1"),
        ("日班", "法定节假日", "1"),
        ("日班", "突发", "1"),
        ("日班", "周末", "1"),
        ("日班", "平日", "0"),
    ],
)
def test_duty_earns_a_day_for_a_day(shift: str, nature: str, credit: str) -> None:
    assert outcome("值班补休", 班次=shift, 值班类别=nature) == {"补休天数": credit}


@pytest.mark.parametrize(
    ("years", "days"),
    [("0", "0"), ("1", "5"), ("9", "5"), ("10", "10"), ("19", "10"), ("20", "15"), ("45", "15")],
)
def test_annual_leave_steps_at_one_ten_and_twenty_years(years: str, days: str) -> None:
    assert outcome("年休假天数", 满年数=years) == {"应休天数": days}


@pytest.mark.parametrize(
    ("since", "day", "years", "days"),
    [
        pytest.param("2016-07-15", "2026-07-14", "9", "5", id="未满"),
        pytest.param("2016-07-15", "2026-07-31", "9", "5", id="B2-21 当月还是五天"),
        pytest.param("2016-07-15", "2026-08-01", "10", "10", id="B2-21 下月起十天"),
        pytest.param("2016-07-01", "2026-07-31", "9", "5", id="一日满年也从下月起"),
        pytest.param("2016-02-29", "2026-02-28", "9", "5", id="闰日"),
        pytest.param("2016-02-29", "2026-03-01", "10", "10", id="闰日二月底满"),
        pytest.param("2025-06-10", "2026-06-30", "0", "0", id="头一年"),
        pytest.param("2025-06-10", "2026-07-01", "1", "5", id="满一年下月起"),
    ],
)
def test_a_completed_year_counts_from_the_next_month(since: str, day: str, years: str, days: str) -> None:
    found = outcome("年休应休", 参加工作日期=since, 查询日期=day)
    assert found == {"满年数": years, "应休天数": days}


@given(st.dates(date(1960, 1, 1), date(2020, 12, 31)), st.dates(date(2021, 1, 1), date(2029, 12, 31)))
def test_counted_years_trail_completed_years_by_less_than_a_month(since: date, day: date) -> None:
    assert full_years(since, day) - counted_years(since, day) in {0, 1}
    assert counted_years(since, day) == full_years(since, day) or since.month == day.month


@pytest.mark.parametrize(("since", "day"), [("2026-03-02", "2026-03-01"), ("1900-01-01", "2026-03-01")])
def test_a_first_day_of_work_that_cannot_be_is_a_finding(since: str, day: str) -> None:
    assert refused_facts("年休应休", 参加工作日期=since, 查询日期=day) == ["参加工作日期"]


@pytest.mark.parametrize(
    ("years", "personal", "paid_less", "sick", "holidays", "entitled"),
    [
        pytest.param("12", "20", "是", "0", "否", "是", id="B2-22 事假扣了工资照休"),
        pytest.param("12", "20", "否", "0", "否", "否", id="事假没扣工资不休"),
        pytest.param("12", "19.5", "否", "0", "否", "是", id="事假差半天"),
        pytest.param("8", "0", "是", "1", "否", "是", id="病假一个月"),
        pytest.param("8", "0", "是", "2", "否", "否", id="B2-23 病假两个月"),
        pytest.param("8", "25", "是", "2", "否", "否", id="两样都有"),
        pytest.param("10", "0", "是", "2", "否", "是", id="十年两个月"),
        pytest.param("10", "0", "是", "3", "否", "否", id="十年三个月"),
        pytest.param("20", "0", "是", "3", "否", "是", id="二十年三个月"),
        pytest.param("20", "0", "是", "4", "否", "否", id="二十年四个月"),
        pytest.param("0", "0", "是", "0", "否", "否", id="不满一年"),
        pytest.param("12", "0", "是", "0", "是", "否", id="有寒暑假"),
    ],
)
def test_what_costs_the_annual_leave_of_a_year(
    years: str, personal: str, paid_less: str, sick: str, holidays: str, entitled: str
) -> None:
    found = outcome(
        "年休资格",
        满年数=years,
        享受寒暑假=holidays,
        事假累计天数=personal,
        事假扣工资=paid_less,
        病假累计月数=sick,
    )
    assert found == {"可享受年休": entitled}


def test_leave_already_taken_costs_the_next_year() -> None:
    """B2-23."""
    assert lost(entitled=False, already_taken=False) == Lost(this_year=True, next_year=False)
    assert lost(entitled=False, already_taken=True) == Lost(this_year=False, next_year=True)
    assert lost(entitled=True, already_taken=True) == Lost(this_year=False, next_year=False)


@pytest.mark.parametrize(
    ("earned", "last"),
    [("2026-01-01", "2026-12-31"), ("2026-11-30", "2026-12-31"), ("2026-12-01", "2027-03-31")],
)
def test_comp_leave_lasts_to_the_end_of_the_year_or_of_march(earned: str, last: str) -> None:
    """G-66."""
    assert outcome("补休有效期", 取得日期=earned) == {"最后一日": last}


@pytest.mark.parametrize(
    ("returned", "last", "estimated"),
    [
        pytest.param("2026-03-09", "2026-03-11", "否", id="B2-13"),
        pytest.param("2026-09-30", "2026-10-09", "否", id="跨国庆"),
        pytest.param("2026-10-09", "2026-10-12", "否", id="周六调休上班"),
        pytest.param("2026-12-31", "2027-01-05", "是", id="跨到没有公布的年份"),
    ],
)
def test_papers_of_an_emergency_leave_follow_in_two_working_days(
    returned: str, last: str, estimated: str
) -> None:
    assert outcome("补办期限", 返岗日期=returned) == {"最迟": last, "暂估": estimated}


@pytest.mark.parametrize(
    ("base", "days", "taken"),
    [
        ("4350.00", "1", "200.00"),
        ("4350.00", "0.5", "100.00"),
        ("100.00", "1", "4.59"),
        ("0.00", "3", "0.00"),
        pytest.param("4350.00", "60", "4350.00", id="不超过月基本工资"),
    ],
)
def test_a_day_of_personal_leave_costs_the_base_pay_of_a_day(base: str, days: str, taken: str) -> None:
    assert outcome("事假扣款", 月基本工资=base, 天数=days) == {"扣款": taken}


@pytest.mark.parametrize(
    ("child", "hard", "more", "days"),
    [
        ("一孩", "否", "0", "158"),
        ("二孩", "否", "0", "188"),
        ("三孩", "是", "0", "203"),
        ("一孩", "否", "2", "188"),
    ],
)
def test_maternity_leave_adds_up(child: str, hard: str, more: str, days: str) -> None:
    assert outcome("产假天数", 孩次=child, 难产=hard, 多胞胎增加=more) == {"应休天数": days}
