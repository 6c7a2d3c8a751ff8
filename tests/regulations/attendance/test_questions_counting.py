from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.regulations.attendance.asking import OPINION_THEN_CHIEF, ruling
from zhixing.law.calendar import Count, WorkCalendar
from zhixing.regulations.attendance.rules.adjoining import Asked, adjoining_total
from zhixing.regulations.attendance.rules.counting import Stretch, leave_days
from zhixing.regulations.attendance.rules.route import route
from zhixing.regulations.attendance.rules.sickness import Sickness, sickness

SEED = WorkCalendar()
DAYS_OF_2026 = st.dates(date(2026, 1, 1), date(2026, 11, 30))


def stretch(first: str, last: str, first_half: str = "上午", last_half: str = "下午") -> Stretch:
    return Stretch(date.fromisoformat(first), first_half, date.fromisoformat(last), last_half)


def asked(kind: str, first: str, last: str) -> Asked:
    span = stretch(first, last)
    return Asked(kind, span, leave_days(SEED, *span, "工作日").value)


def always(_same: object) -> bool:
    return True


@pytest.mark.parametrize(
    ("span", "counting", "halves"),
    [
        pytest.param(stretch("2026-09-24", "2026-09-28"), "工作日", 4, id="B2-03"),
        pytest.param(stretch("2026-09-18", "2026-09-21"), "工作日", 6, id="B2-04"),
        pytest.param(stretch("2026-10-09", "2026-10-12"), "工作日", 6, id="B2-05"),
        pytest.param(stretch("2026-09-24", "2026-09-28", "下午", "上午"), "工作日", 2, id="两头半天"),
        pytest.param(stretch("2026-03-02", "2026-03-02", "上午", "上午"), "工作日", 1, id="半天"),
        pytest.param(stretch("2026-03-07", "2026-03-08"), "工作日", 0, id="只有周末"),
        pytest.param(stretch("2026-09-24", "2026-09-28"), "自然日", 10, id="自然日"),
        pytest.param(stretch("2026-03-02", "2026-08-06"), "自然日", 316, id="产假158天"),
    ],
)
def test_leave_is_counted_in_half_days(span: Stretch, counting: str, halves: int) -> None:
    assert leave_days(SEED, *span, counting) == Count(halves, estimated=False)


def test_leave_in_an_unpublished_year_is_estimated_by_working_days_only() -> None:
    span = stretch("2026-12-31", "2027-01-04")
    assert leave_days(SEED, *span, "工作日") == Count(4, estimated=True)
    assert leave_days(SEED, *span, "自然日") == Count(10, estimated=False)


def test_a_woman_takes_no_leave_for_the_afternoon_she_has_off() -> None:
    """B2-27."""
    calendar = WorkCalendar(published=frozenset({2027}))
    span = stretch("2027-03-08", "2027-03-08")
    assert leave_days(calendar, *span, "工作日", sex="女").value == 1
    assert leave_days(calendar, *span, "工作日", sex="男").value == 2


@given(DAYS_OF_2026, st.integers(0, 30))
def test_whole_days_of_leave_are_twice_the_working_days(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    halves = leave_days(SEED, first, "上午", last, "下午", "工作日").value
    assert halves == 2 * SEED.working_days(first, last).value


def test_two_requests_around_a_weekend_are_one_absence() -> None:
    """B2-06."""
    first, second = asked("事假", "2026-03-05", "2026-03-06"), asked("事假", "2026-03-09", "2026-03-10")
    found = adjoining_total(SEED, second, [first], always)
    assert (found.total, found.joined) == (8, (first,))
    assert adjoining_total(SEED, first, [second], always).total == 8


def test_an_extension_is_summed_with_what_it_extends() -> None:
    """B2-07."""
    base, more = asked("事假", "2026-03-09", "2026-03-10"), asked("事假", "2026-03-11", "2026-03-11")
    assert adjoining_total(SEED, more, [base], always).total == 6


def test_comp_leave_right_after_annual_leave_is_summed() -> None:
    """B2-08."""
    annual, comp = asked("年休假", "2026-03-09", "2026-03-10"), asked("补休假", "2026-03-11", "2026-03-11")
    assert adjoining_total(SEED, comp, [annual], always).total == 6


def test_an_organ_may_leave_different_kinds_apart() -> None:
    """G-09."""
    annual, comp = asked("年休假", "2026-03-09", "2026-03-10"), asked("补休假", "2026-03-11", "2026-03-11")
    assert adjoining_total(SEED, comp, [annual], lambda same: same).total == 2


def test_a_working_day_between_keeps_requests_apart() -> None:
    first, second = asked("事假", "2026-03-05", "2026-03-06"), asked("事假", "2026-03-10", "2026-03-10")
    assert adjoining_total(SEED, second, [first], always).joined == ()


def test_a_make_up_day_between_keeps_requests_apart() -> None:
    first, second = asked("事假", "2026-09-17", "2026-09-18"), asked("事假", "2026-09-21", "2026-09-21")
    assert adjoining_total(SEED, second, [first], always).joined == ()


def test_a_whole_holiday_between_joins_requests() -> None:
    first, second = asked("事假", "2026-09-30", "2026-09-30"), asked("事假", "2026-10-08", "2026-10-08")
    assert adjoining_total(SEED, second, [first], always).total == 4


def test_a_chain_of_requests_is_summed_to_its_ends() -> None:
    chain = [asked("事假", f"2026-03-{day:02}", f"2026-03-{day:02}") for day in (9, 10, 11, 12)]
    assert adjoining_total(SEED, chain[0], chain[1:], always).total == 8


@pytest.mark.parametrize(
    ("stretches", "unbroken", "in_a_month"),
    [
        pytest.param([stretch("2026-03-02", "2026-03-16")], 30, 22, id="B2-09 连续十五天"),
        pytest.param(
            [stretch("2026-03-02", "2026-03-16", last_half="上午")], 29, 21, id="B2-09 连续十四天半"
        ),
        pytest.param(
            [stretch("2026-03-02", "2026-03-06"), stretch("2026-03-09", "2026-03-13")],
            24,
            20,
            id="隔一个周末算连续",
        ),
        pytest.param(
            [
                stretch("2026-03-02", "2026-03-06"),
                stretch("2026-03-11", "2026-03-17"),
                stretch("2026-03-23", "2026-03-27"),
            ],
            14,
            30,
            id="B2-10 三次五天",
        ),
        pytest.param(
            [stretch("2026-03-20", "2026-03-27"), stretch("2026-04-08", "2026-04-16")],
            18,
            26,
            id="跨月的滚动三十日",
        ),
        pytest.param([], 0, 0, id="没有病假"),
    ],
)
def test_sick_leave_is_measured_two_ways(stretches: list[Stretch], unbroken: int, in_a_month: int) -> None:
    assert sickness(SEED, stretches, 30) == Sickness(unbroken, in_a_month)


def test_the_rolling_window_holds_thirty_days_and_not_thirty_one() -> None:
    first, last = stretch("2026-03-02", "2026-03-02"), stretch("2026-03-31", "2026-03-31")
    later = stretch("2026-04-01", "2026-04-01")
    assert sickness(SEED, [first, last], 30).in_a_month == 4
    assert sickness(SEED, [first, later], 30).in_a_month == 2


def test_a_certificate_replaces_the_chain_of_staff_but_not_of_leaders() -> None:
    certificate = ruling("病假证明", 连续天数="15", 月累计天数="11")
    none = ruling("病假证明", 连续天数="2", 月累计天数="2")
    staff = ruling("请假审批", 职级="一般人员", 假别="病假", 天数="2")
    leader = ruling("请假审批", 职级="局领导", 假别="病假", 天数="11")
    assert route(staff, certificate).shown["审批"] == OPINION_THEN_CHIEF
    assert route(staff, none) is staff
    assert route(staff, None) is staff
    assert route(leader, certificate) is leader
