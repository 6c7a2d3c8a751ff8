"""推荐有效, 公示期满, 任免通过: dates and counts at their edges."""

from datetime import date, timedelta

import pytest

from tests.regulations.appointments.asking import outcome, refused, ruling


def test_a_recommendation_is_good_to_the_same_date_of_the_next_year() -> None:
    asked = outcome("推荐有效", 推荐日期="2025-03-10", 使用日期="2026-03-10")
    assert asked == {"有效": "是", "最后一日": "2026-03-10"}


def test_a_day_later_it_has_expired() -> None:
    assert outcome("推荐有效", 推荐日期="2025-03-10", 使用日期="2026-03-11")["有效"] == "否"


def test_the_last_of_february_of_a_leap_year_ends_on_the_28th() -> None:
    assert outcome("推荐有效", 推荐日期="2024-02-29", 使用日期="2024-03-01")["最后一日"] == "2025-02-28"


def test_using_a_result_before_there_was_one_is_a_finding_of_the_clause() -> None:
    (found,) = refused("推荐有效", 推荐日期="2026-03-10", 使用日期="2026-03-09")
    assert (found.fact, found.clause) == ("使用日期", "04-2b")


def test_a_day_beyond_all_years_is_a_finding_and_no_breakdown() -> None:
    assert [one.fact for one in refused("推荐有效", 推荐日期="9999-01-01", 使用日期="9999-01-01")] == [
        "推荐日期"
    ]


def test_the_number_of_years_comes_from_the_edition() -> None:
    used = ruling("推荐有效", 推荐日期="2025-03-10", 使用日期="2026-03-10").values
    assert [(one.name, one.value) for one in used] == [("推荐有效期", "1")]


@pytest.mark.parametrize(
    ("meeting", "talks", "first"),
    [
        ("2025-03-10", "2025-03-12", "2025-03-10"),
        ("2025-03-10", "2025-03-10", "2025-03-10"),
        ("2025-03-10", "2025-03-06", "2025-03-06"),
    ],
)
def test_the_earlier_of_the_two_recommendations_counts(meeting: str, talks: str, first: str) -> None:
    assert outcome("推荐起算日期", 会议推荐日期=meeting, 谈话推荐日期=talks) == {"起算日期": first}


@pytest.mark.parametrize(
    ("published", "last", "actionable"),
    [
        ("2026-09-28", "2026-10-10", "2026-10-12"),  # B4-04: holidays, and a Saturday that is worked
        ("2026-11-02", "2026-11-09", "2026-11-10"),
        ("2026-11-07", "2026-11-13", "2026-11-16"),  # published on a Saturday
    ],
)
def test_five_working_days_count_from_the_day_after(published: str, last: str, actionable: str) -> None:
    assert outcome("公示期满", 发布日期=published) == {"期满日": last, "可办理日": actionable}


def test_no_notice_is_over_before_a_week_has_passed() -> None:
    for offset in range(60):
        day = date(2026, 3, 1) + timedelta(days=offset)
        ends = date.fromisoformat(str(outcome("公示期满", 发布日期=day.isoformat())["期满日"]))
        assert (ends - day).days >= 5


@pytest.mark.parametrize("due", range(1, 201))
def test_the_thresholds_agree_with_an_independent_count(due: int) -> None:
    needed = -(-2 * due // 3)
    votes = due // 2 + 1
    assert outcome("任免通过", 应到=str(due), 实到=str(needed), 赞成="0")["可议"] == "是"
    if needed > 1:
        assert outcome("任免通过", 应到=str(due), 实到=str(needed - 1), 赞成="0")["可议"] == "否"
    assert outcome("任免通过", 应到=str(due), 实到=str(due), 赞成=str(votes))["通过"] == "是"
    assert outcome("任免通过", 应到=str(due), 实到=str(due), 赞成=str(votes - 1))["通过"] == "否"


def test_below_the_quorum_nothing_is_decided_by_however_many() -> None:
    assert outcome("任免通过", 应到="5", 实到="3", 赞成="3") == {"可议": "否", "通过": "否"}


def test_every_count_that_cannot_be_is_named_at_once() -> None:
    assert [one.fact for one in refused("任免通过", 应到="0", 实到="3", 赞成="4")] == ["应到", "实到", "赞成"]


@pytest.mark.parametrize(
    ("approved", "filled", "free", "may"),
    [("2", "1", "1", "是"), ("2", "2", "0", "否"), ("0", "0", "0", "否"), ("1", "3", "0", "否")],
)
def test_a_full_headcount_stops_the_proposal(approved: str, filled: str, free: str, may: str) -> None:
    assert outcome("职数核定", 核定职数=approved, 已配人数=filled) == {"空缺": free, "可以动议": may}
