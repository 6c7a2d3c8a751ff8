from datetime import date

import pytest

from zhixing.law.calendar import WorkCalendar
from zhixing.law.document import Duty
from zhixing.law.duty import falls_due, parse_rhythm

CALENDAR = WorkCalendar()


def duty(rhythm: str, limit: str = "") -> Duty:
    return Duty("月考勤汇总", rhythm, "办公室", "月考勤锁定", limit, "02-3.1", "三（一）迟到早退", 1)


def due_days(rhythm: str, limit: str, first: date, last: date) -> list[str]:
    return [due.day.isoformat() for due in falls_due(duty(rhythm, limit), first, last, CALENDAR)]


JANUARY_TO_MARCH = (date(2026, 1, 1), date(2026, 3, 31))
WHOLE_YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("rhythm", "limit", "expected"),
    [
        pytest.param("每月", "", ["2026-01-30", "2026-02-28", "2026-03-31"], id="月末最后一个工作日"),
        pytest.param("每月一次", "", ["2026-01-30", "2026-02-28", "2026-03-31"], id="写了次数"),
        pytest.param("每月", "5日前", ["2026-01-05", "2026-02-05", "2026-03-05"], id="每月几日前"),
        pytest.param("每月31日前", "", ["2026-01-31", "2026-02-28", "2026-03-31"], id="短的月份到月底"),
        pytest.param(
            "每月", "次月第3个工作日", ["2026-01-06", "2026-02-04", "2026-03-04"], id="次月第三个工作日"
        ),
        pytest.param(
            "每月第3个工作日前", "", ["2026-01-06", "2026-02-04", "2026-03-04"], id="当月第三个工作日"
        ),
        pytest.param(
            "每半月",
            "",
            ["2026-01-15", "2026-01-30", "2026-02-14", "2026-02-28", "2026-03-13", "2026-03-31"],
            id="半月",
        ),
        pytest.param("每季度", "", ["2026-03-31"], id="季度"),
        pytest.param("每年", "3月31日前", ["2026-03-31"], id="每年三月底"),
        pytest.param("每年3月31日前", "", ["2026-03-31"], id="写在周期里"),
    ],
)
def test_a_rhythm_gives_its_due_days(rhythm: str, limit: str, expected: list[str]) -> None:
    assert due_days(rhythm, limit, *JANUARY_TO_MARCH) == expected


@pytest.mark.parametrize(
    ("rhythm", "expected"),
    [
        ("每半年", ["2026-06-30", "2026-12-31"]),
        ("每年", ["2026-12-31"]),
        ("每两年", ["2026-12-31"]),
        ("每三年", []),
        ("每年2月底前", ["2026-02-28"]),
        ("每年至少1次", ["2026-12-31"]),
    ],
)
def test_rare_rhythms_fall_due_once_a_turn(rhythm: str, expected: list[str]) -> None:
    assert due_days(rhythm, "", *WHOLE_YEAR) == expected


def test_every_day_counts_days_off_and_every_working_day_does_not() -> None:
    first, last = date(2026, 9, 30), date(2026, 10, 8)
    assert len(due_days("每日", "", first, last)) == 9
    assert due_days("每个工作日", "", first, last) == ["2026-09-30", "2026-10-08"]


def test_a_week_is_due_on_its_last_working_day() -> None:
    assert due_days("每周", "", date(2026, 9, 14), date(2026, 9, 27)) == ["2026-09-20", "2026-09-24"]


def test_a_due_day_names_its_period() -> None:
    found = list(falls_due(duty("每月", "次月第3个工作日"), date(2026, 1, 1), date(2026, 1, 31), CALENDAR))
    assert [(due.period.name, due.day, due.estimated) for due in found] == [
        ("2025年12月", date(2026, 1, 6), False)
    ]


def test_a_due_day_of_an_unpublished_year_says_that_it_is_estimated() -> None:
    found = list(falls_due(duty("每月"), date(2027, 1, 1), date(2027, 1, 31), CALENDAR))
    assert [(due.day, due.estimated) for due in found] == [(date(2027, 1, 29), True)]


@pytest.mark.parametrize(
    ("rhythm", "limit"), [("经常", ""), ("每月", "尽快"), ("每年", "13月1日前"), ("每两月", "")]
)
def test_another_rhythm_says_what_was_expected(rhythm: str, limit: str) -> None:
    with pytest.raises(ValueError, match="每月"):
        parse_rhythm(rhythm, limit)
