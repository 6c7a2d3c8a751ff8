from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law.calendar import SEEDED, Count, DayKind, DueDay, WorkCalendar
from zhixing.law.festivals import statutory_days
from zhixing.law.refusal import Refusal

SEED = WorkCalendar()
PUBLISHED_DAYS = st.dates(date(2018, 2, 1), date(2026, 6, 30))
ANY_DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        pytest.param(date(2026, 9, 24), date(2026, 9, 28), 2, id="B2-03 中秋前后"),
        pytest.param(date(2026, 9, 18), date(2026, 9, 21), 3, id="B2-04 周日调休上班"),
        pytest.param(date(2026, 10, 9), date(2026, 10, 12), 3, id="B2-05 周六调休上班"),
        pytest.param(date(2026, 10, 1), date(2026, 10, 7), 0, id="整个国庆"),
        pytest.param(date(2026, 10, 8), date(2026, 10, 8), 1, id="只有一天"),
        pytest.param(date(2025, 1, 1), date(2025, 12, 31), 248, id="N2 2025年全年"),
        pytest.param(date(2026, 1, 1), date(2026, 12, 31), 248, id="N2 2026年全年"),
    ],
)
def test_working_days_follow_the_published_notices(first: date, last: date, count: int) -> None:
    assert SEED.working_days(first, last) == Count(count, estimated=False)


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 9, 25), "法定节假日"),
        (date(2026, 9, 26), "休息日"),
        (date(2026, 9, 20), "调休上班"),
        (date(2026, 10, 3), "法定节假日"),
        (date(2026, 10, 6), "休息日"),
        (date(2026, 2, 16), "法定节假日"),
        (date(2026, 2, 19), "法定节假日"),
        (date(2026, 2, 20), "休息日"),
        (date(2026, 5, 2), "法定节假日"),
        (date(2026, 5, 4), "休息日"),
        (date(2024, 5, 2), "休息日"),
        (date(2026, 11, 23), "工作日"),
        (date(2026, 11, 22), "休息日"),
    ],
)
def test_a_statutory_day_is_told_from_a_swapped_rest_day(day: date, kind: str) -> None:
    assert SEED.kind(day) == kind


@pytest.mark.parametrize("year", range(2008, 2027))
def test_every_statutory_day_of_a_published_year_was_a_day_off(year: int) -> None:
    assert [day for day in statutory_days(year) if not chinese_calendar.is_holiday(day)] == []


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_since_2025_the_law_gives_thirteen_days(year: int) -> None:
    assert len(statutory_days(year)) == 13


def test_an_unpublished_year_is_estimated_by_law_and_weekends() -> None:
    assert SEED.kind(date(2027, 2, 5)) == "法定节假日"  # 除夕, a Friday
    assert SEED.working_days(date(2027, 2, 1), date(2027, 2, 7)) == Count(4, estimated=True)
    assert SEED.due(date(2026, 12, 31), 1) == DueDay(date(2027, 1, 4), estimated=True)


@given(ANY_DAYS)
def test_no_year_raises(day: date) -> None:
    assert SEED.kind(day) in set(DayKind)
    assert SEED.is_estimated(day) == (day.year not in SEEDED)


def test_a_correction_of_the_organ_stands_above_the_seed() -> None:
    typhoon = WorkCalendar({date(2026, 8, 10): DayKind.REST})
    assert not typhoon.is_working(date(2026, 8, 10))
    assert typhoon.due(date(2026, 8, 7), 1).day == date(2026, 8, 11)


def test_a_correction_takes_the_word_as_text_too() -> None:
    calendar = WorkCalendar({date(2026, 8, 9): "调休上班"})  # type: ignore[dict-item]  # as a form sends it
    assert calendar.kind(date(2026, 8, 9)) is DayKind.MAKE_UP


def test_a_year_whose_notice_was_entered_is_no_longer_estimated() -> None:
    notice = {date(2027, 2, 6): DayKind.HOLIDAY, date(2027, 1, 30): DayKind.MAKE_UP}
    before, after = WorkCalendar(notice), WorkCalendar(notice, SEEDED | {2027})
    assert before.working_days(date(2027, 1, 25), date(2027, 1, 31)) == Count(6, estimated=True)
    assert after.working_days(date(2027, 1, 25), date(2027, 1, 31)) == Count(6, estimated=False)


def test_a_day_entered_by_the_organ_is_certain_in_an_uncertain_year() -> None:
    calendar = WorkCalendar({date(2027, 1, 30): DayKind.MAKE_UP})
    assert not calendar.is_estimated(date(2027, 1, 30))
    assert calendar.is_estimated(date(2027, 1, 29))


@given(PUBLISHED_DAYS, st.integers(1, 40))
def test_due_is_the_inverse_of_counting(start: date, n: int) -> None:
    end = SEED.due(start, n).day
    assert SEED.is_working(end)
    assert SEED.working_days(start + timedelta(days=1), end).value == n


@given(PUBLISHED_DAYS, st.integers(0, 60), st.integers(0, 60))
def test_counting_adds_up_over_any_cut(start: date, first: int, second: int) -> None:
    cut, end = start + timedelta(days=first), start + timedelta(days=first + second + 1)
    whole = SEED.working_days(start, end).value
    parts = SEED.working_days(start, cut).value + SEED.working_days(cut + timedelta(days=1), end).value
    assert whole == parts


@given(PUBLISHED_DAYS, st.integers(0, 20), st.integers(0, 20))
def test_due_of_a_sum_is_due_after_due(start: date, first: int, second: int) -> None:
    assert SEED.due(start, first + second) == SEED.due(SEED.due(start, first).day, second)


@pytest.mark.parametrize(
    ("start", "n", "day"),
    [
        (date(2026, 9, 30), 1, date(2026, 10, 8)),
        (date(2026, 9, 30), 3, date(2026, 10, 10)),
        (date(2026, 9, 19), 1, date(2026, 9, 20)),
        (date(2026, 2, 13), 2, date(2026, 2, 24)),
        (date(2026, 10, 1), 0, date(2026, 10, 1)),
    ],
)
def test_due_counts_from_the_next_day_over_holidays_and_make_up_days(start: date, n: int, day: date) -> None:
    assert SEED.due(start, n) == DueDay(day, estimated=False)


def test_on_or_after_moves_a_day_off_to_the_next_working_day() -> None:
    assert SEED.on_or_after(date(2026, 10, 3)).day == date(2026, 10, 8)
    assert SEED.on_or_after(date(2026, 10, 10)).day == date(2026, 10, 10)


def test_the_last_working_day_of_a_period_may_lie_before_its_end() -> None:
    assert SEED.last_of(date(2026, 10, 1), date(2026, 10, 31)).day == date(2026, 10, 30)
    assert SEED.last_of(date(2026, 10, 1), date(2026, 10, 7)).day == date(2026, 10, 7)


def test_reversed_days_are_a_finding() -> None:
    with pytest.raises(Refusal) as refused:
        SEED.working_days(date(2026, 3, 2), date(2026, 3, 1))
    assert [finding.fact for finding in refused.value.findings] == ["起止日期"]


@pytest.mark.parametrize("n", [-1, 100_000])
def test_a_number_of_days_out_of_range_is_a_finding(n: int) -> None:
    with pytest.raises(Refusal) as refused:
        SEED.due(date(2026, 3, 1), n)
    assert [finding.fact for finding in refused.value.findings] == ["工作日数"]


def test_the_end_of_time_is_a_finding_and_no_crash() -> None:
    with pytest.raises(Refusal):
        SEED.due(date.max, 1)


@pytest.mark.parametrize(
    ("day", "sex", "off"),
    [
        pytest.param(date(2027, 3, 8), "女", "放假", id="周一下午放假"),
        pytest.param(date(2027, 3, 8), "男", "照常", id="男职工照常"),
        pytest.param(date(2026, 3, 8), "女", "照常", id="周日不补"),
        pytest.param(date(2027, 3, 9), "女", "照常", id="第二天照常"),
    ],
)
def test_women_are_off_on_the_afternoon_of_the_eighth_of_march(day: date, sex: str, off: str) -> None:
    """B2-27."""
    assert WorkCalendar().afternoon_off(day, sex=sex) is (off == "放假")
