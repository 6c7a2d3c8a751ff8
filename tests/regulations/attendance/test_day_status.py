"""What one half day was: at the exact second, and by the table 半天考勤 of the edition."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from zhixing.regulations.attendance.workflow.day_status import (
    HalfFacts,
    Hours,
    Note,
    Punch,
    half_status,
    seconds_late,
)

DAY = date(2026, 11, 19)
NOW = datetime.fromisoformat("2026-11-20 09:00")
MORNING = Hours(time(8, 30), time(12))
WORKED = HalfFacts(day=DAY, half="上午", hours=MORNING)


def punched(clock: time, **more: object) -> HalfFacts:
    return replace(WORKED, punch=Punch(clock, "网页"), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("clock", "grace", "late"),
    [
        (time(8, 29, 59), 0, 0),
        (time(8, 30, 0), 0, 0),
        (time(8, 30, 0, 999_999), 0, 0),
        (time(8, 30, 1), 0, 1),
        (time(8, 35, 0), 5, 0),
        (time(8, 35, 1), 5, 1),
        (time(9, 30, 0), 5, 3300),
    ],
)
def test_lateness_is_counted_from_the_second_after_the_grace_minute(
    clock: time, grace: int, late: int
) -> None:
    assert seconds_late(clock, Hours(time(8, 30), time(12), grace)) == late


@pytest.mark.parametrize("source", ["网页", "考勤机", "补登"])
def test_a_sign_in_entered_by_hand_is_judged_like_a_scanned_one(source: str) -> None:
    status = half_status(replace(WORKED, punch=Punch(time(8, 30, 1), source)), NOW)
    assert (status.word, status.late, status.seconds_late) == ("迟到", True, 1)


def test_an_excused_late_mark_counts_no_more_but_keeps_its_time() -> None:
    status = half_status(replace(WORKED, punch=Punch(time(9), "网页", excused="送急诊")), NOW)
    assert (status.word, status.late, status.at, status.why) == ("出勤", False, time(9), "送急诊")


def test_late_and_seen_leaving_early_are_two_marks_of_one_half_day() -> None:
    status = half_status(punched(time(9), early=True), NOW)
    assert (status.word, status.late, status.early) == ("迟到、早退", True, True)


def test_leaving_early_is_never_reckoned_from_sign_ins() -> None:
    assert not half_status(punched(time(8, 20)), NOW).early


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        (replace(WORKED, on_staff=False), "不在册"),
        (replace(WORKED, free="休息"), "休息"),
        (replace(WORKED, leave="事假", punch=Punch(time(8), "网页")), "事假"),
        (replace(WORKED, absent=True), "旷工"),
        (replace(WORKED, absent=True, leave="病假"), "病假"),
        (replace(WORKED, outing="区统计局"), "公出"),
        (replace(WORKED, note=Note("会议", "已核实")), "会议"),
        (replace(WORKED, note=Note("出差", "待核实")), "待核实"),
        (replace(WORKED, pending_leave="事假申请"), "待核实"),
        (WORKED, "待核实"),
    ],
)
def test_a_half_day_without_sign_in_is_what_its_papers_say(facts: HalfFacts, word: str) -> None:
    assert half_status(facts, NOW).word == word


def test_an_open_half_day_says_what_is_waited_for() -> None:
    assert half_status(replace(WORKED, note=Note("出差", "待核实")), NOW).why == "已备注出差，等办公室核实"
    assert half_status(replace(WORKED, pending_leave="病假申请"), NOW).why == "病假申请还没有批准"


@pytest.mark.parametrize(
    ("now", "word"),
    [
        (datetime.fromisoformat("2026-11-18 09:00"), "未到"),
        (datetime.fromisoformat("2026-11-19 11:59"), "未到"),
        (datetime.fromisoformat("2026-11-19 12:01"), "待核实"),
    ],
)
def test_a_half_day_is_open_only_when_it_is_over(now: datetime, word: str) -> None:
    assert half_status(WORKED, now).word == word


def test_nothing_turns_into_absence_by_itself() -> None:
    years_later = datetime.fromisoformat("2028-01-01 00:00")
    assert half_status(WORKED, years_later).word == "待核实"
