"""Which bucket covers which day: first expiring first, and never a day outside a bucket's time."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from zhixing.regulations.attendance.workflow.balance_reading import Bucket, after, plan_draw, usable

YEAR_END = date(2026, 12, 31)


def bucket(number: int, left: int, since: date, expires: date | None) -> Bucket:
    return Bucket(number, "补休", since, expires, left, "值班补休", "")


def test_the_bucket_that_expires_first_is_drawn_first() -> None:
    late = bucket(1, 2, date(2026, 1, 1), YEAR_END)
    soon = bucket(2, 2, date(2026, 1, 1), date(2026, 3, 31))
    drawing = plan_draw([late, soon], [date(2026, 3, 2)] * 3)
    assert [(draw.bucket.move_id, draw.halves) for draw in drawing.draws] == [(2, 2), (1, 1)]


def test_a_bucket_that_expires_inside_the_leave_covers_only_the_days_before() -> None:
    soon = bucket(1, 4, date(2026, 1, 1), date(2026, 3, 31))
    days = [date(2026, 3, 31)] * 2 + [date(2026, 4, 1)] * 2
    drawing = plan_draw([soon], days)
    assert drawing.halves == 2
    assert drawing.uncovered == (date(2026, 4, 1), date(2026, 4, 1))


def test_a_leave_across_new_year_draws_from_both_years() -> None:
    old = bucket(1, 10, date(2026, 1, 1), YEAR_END)
    new = bucket(2, 10, date(2027, 1, 1), date(2027, 12, 31))
    drawing = plan_draw([old, new], [YEAR_END, YEAR_END, date(2027, 1, 4), date(2027, 1, 4)])
    assert [(draw.bucket.move_id, draw.halves) for draw in drawing.draws] == [(1, 2), (2, 2)]


def test_a_half_day_remainder_is_used_to_the_last() -> None:
    odd = bucket(1, 3, date(2026, 1, 1), YEAR_END)
    drawing = plan_draw([odd], [date(2026, 5, 6)] * 4)
    assert (drawing.halves, len(drawing.uncovered)) == (3, 1)


def test_a_step_of_august_cannot_be_taken_in_july() -> None:
    step = bucket(1, 10, date(2026, 8, 1), YEAR_END)
    assert usable([step], date(2026, 7, 31)) == 0
    assert usable([step], date(2026, 8, 1)) == 10


DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
BUCKETS = st.lists(
    st.builds(
        lambda n, left, since, length: bucket(n, left, since, date.fromordinal(since.toordinal() + length)),
        st.integers(1, 10**6),
        st.integers(1, 20),
        DAYS,
        st.integers(0, 400),
    ),
    max_size=6,
    unique_by=lambda one: one.move_id,
)


@given(BUCKETS, st.lists(DAYS, max_size=40))
def test_no_half_day_is_lost_none_drawn_twice_and_no_bucket_goes_below_zero(
    held: list[Bucket], days: list[date]
) -> None:
    drawing = plan_draw(held, days)
    assert drawing.halves + len(drawing.uncovered) == len(days)
    assert all(one.left >= 0 for one in after(held, drawing))
    assert sum(one.left for one in held) - sum(one.left for one in after(held, drawing)) == drawing.halves
    assert all(day in days for day in drawing.uncovered)
