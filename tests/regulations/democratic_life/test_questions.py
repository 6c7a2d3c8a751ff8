"""The questions of 13 (spec/questions.md): facts in, outcome out, and what is refused."""

from datetime import date, timedelta

import pytest

from tests.regulations.democratic_life.asking import outcome, refused, ruling


@pytest.mark.parametrize(
    ("meeting", "reported", "in_time", "latest"),
    [
        ("2026-12-15", "2026-12-08", "是", "2026-12-08"),
        ("2026-12-15", "2026-12-09", "否", "2026-12-08"),
        ("2026-12-20", "2026-12-13", "是", "2026-12-13"),  # a Sunday stays the last day (G-31)
        ("2026-12-20", "2026-12-14", "否", "2026-12-13"),
        ("2026-10-08", "2026-10-01", "是", "2026-10-01"),  # so does a holiday
        ("2024-03-07", "2024-02-29", "是", "2024-02-29"),
        ("2026-12-15", "2026-12-15", "否", "2026-12-08"),
        ("2027-01-05", "2026-12-29", "是", "2026-12-29"),
    ],
)
def test_the_superior_is_told_seven_days_before(
    meeting: str, reported: str, in_time: str, latest: str
) -> None:
    assert outcome("会前报告", 开会日期=meeting, 报告日期=reported) == {"合规": in_time, "最迟": latest}


def test_every_distance_of_a_year_is_in_time_exactly_from_the_seventh_day_on() -> None:
    meeting = date(2026, 12, 15)
    for before in range(366):
        said = outcome(
            "会前报告", 开会日期=meeting.isoformat(), 报告日期=str(meeting - timedelta(days=before))
        )
        assert said["合规"] == ("是" if before >= 7 else "否")


def test_a_report_after_the_meeting_is_a_finding() -> None:
    (found,) = refused("会前报告", 开会日期="2026-12-15", 报告日期="2026-12-16")
    assert (found.fact, found.clause) == ("报告日期", "13-3")
    assert found.cite.startswith("《党组民主生活会制度》第三条")


def test_a_meeting_before_the_calendar_begins_is_a_finding() -> None:
    assert "开会日期" in [
        one.fact for one in refused("会前报告", 开会日期="0001-01-03", 报告日期="0001-01-02")
    ]


def test_the_answer_cites_its_clause_and_its_number() -> None:
    found = ruling("会前报告", 开会日期="2026-12-15", 报告日期="2026-12-08")
    assert [one.clause for one in found.because] == ["13-3"]
    assert [one.name for one in found.values] == ["会前报告提前"]


@pytest.mark.parametrize(
    ("held", "light"), [("0", "红"), ("1", "黄"), ("2", "绿"), ("3", "绿"), ("12", "绿")]
)
def test_the_light_of_the_year(held: str, light: str) -> None:
    """B13-02, G-01."""
    found = ruling("全年次数", 次数=held)
    assert found.shown == {"状态": light}
    assert ["G-01" in str(one) for one in found.readings] == [True]


def test_a_year_has_no_more_days_than_it_has() -> None:
    assert [one.fact for one in refused("全年次数", 次数="367")] == ["次数"]


@pytest.mark.parametrize("due", range(1, 201))
def test_two_thirds_are_counted_in_whole_persons(due: int) -> None:
    """B13-03, E3: counted independently, by trying every number."""
    least = next(here for here in range(due + 1) if 3 * here >= 2 * due)
    for here in (least - 1, least):
        assert outcome("可以开会", 应到=str(due), 实到=str(here)) == {
            "可议": "是" if here >= least else "否",
            "至少": str(least),
        }


@pytest.mark.parametrize(("due", "here", "fact"), [("0", "0", "应到"), ("5", "6", "实到")])
def test_a_number_that_cannot_be_is_a_finding(due: str, here: str, fact: str) -> None:
    found = refused("可以开会", 应到=due, 实到=here)
    assert [(one.fact, one.clause) for one in found] == [(fact, "13-1")]


@pytest.mark.parametrize(
    ("ground", "wanted"),
    [
        ("重大决策失误", "是"),
        ("突发事件处置失当", "是"),
        ("纪检巡视审计发现重要问题", "是"),
        ("发生违纪违法案件", "是"),
        ("无", "否"),
    ],
)
def test_four_events_ask_for_a_meeting_of_their_own(ground: str, wanted: str) -> None:
    """B13-06."""
    assert outcome("专门召开", 情形=ground) == {"应当专门召开": wanted}


def test_a_day_that_was_reported_moves_only_with_consent() -> None:
    """B13-04."""
    assert outcome("改期", 已经报告="是", 上级同意="否") == {"可以改期": "否"}
    assert outcome("改期", 已经报告="是", 上级同意="是") == {"可以改期": "是"}
    assert outcome("改期", 已经报告="否") == {"可以改期": "是"}
