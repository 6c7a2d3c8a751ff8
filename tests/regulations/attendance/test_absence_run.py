"""The longest unbroken run: days off neither break it nor count."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from zhixing.law.calendar import WorkCalendar
from zhixing.regulations.attendance.workflow.absence_run import longest_run, runs
from zhixing.regulations.attendance.workflow.span import AFTERNOON, MORNING, Slot

CALENDAR = WorkCalendar()


def whole(*days: date) -> list[Slot]:
    return [(day, half) for day in days for half in (MORNING, AFTERNOON)]


def working(first: date, last: date) -> list[date]:
    every = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in every if CALENDAR.is_working(day)]


def test_a_weekend_inside_neither_breaks_the_run_nor_counts() -> None:
    assert longest_run(whole(date(2026, 11, 20), date(2026, 11, 23)), CALENDAR) == 4


def test_fifteen_days_across_the_national_day_are_one_run() -> None:
    days = working(date(2026, 9, 16), date(2026, 10, 13))[:15]
    assert days[0] < date(2026, 10, 1) < days[-1]
    assert longest_run(whole(*days), CALENDAR) == 30


def test_a_make_up_sunday_that_was_worked_breaks_the_run() -> None:
    assert longest_run(whole(date(2026, 9, 18), date(2026, 9, 21)), CALENDAR) == 2


def test_half_a_day_at_work_breaks_the_run() -> None:
    slots = [(date(2026, 11, 16), MORNING), *whole(date(2026, 11, 17), date(2026, 11, 18))]
    assert longest_run(slots, CALENDAR) == 4


def test_a_run_crosses_the_new_year() -> None:
    days = [date(2025, 12, 30), date(2025, 12, 31), date(2026, 1, 4), date(2026, 1, 5)]
    assert longest_run(whole(*days), CALENDAR) == 8


def test_no_absence_has_no_run() -> None:
    assert longest_run([], CALENDAR) == 0


@given(st.sets(st.sampled_from(working(date(2026, 1, 1), date(2026, 12, 31))), max_size=60))
def test_runs_hold_every_half_day_once(days: set[date]) -> None:
    slots = whole(*days)
    found = [slot for run in runs(slots, CALENDAR) for slot in run]
    assert sorted(found) == sorted(slots)
    assert longest_run(slots, CALENDAR) == max((len(run) for run in runs(slots, CALENDAR)), default=0)
