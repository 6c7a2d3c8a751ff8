"""How long sick leave ran without a break and how much fell into a month (02-1.3b, G-10)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from zhixing.law.calendar import WorkCalendar
from zhixing.regulations.attendance.rules.adjoining import touch
from zhixing.regulations.attendance.rules.counting import Stretch, day_of, working_slots


class Sickness(NamedTuple):
    """Half-days: 连续天数 by the calendar, 月累计天数 by working days."""

    unbroken: int
    in_a_month: int


def sickness(calendar: WorkCalendar, stretches: Iterable[Stretch], rolling_days: int) -> Sickness:
    """The longest unbroken run and the fullest calendar month or rolling window."""
    ordered = sorted(set(stretches), key=lambda stretch: (stretch.begin, stretch.end))
    worked = sorted({each for stretch in ordered for each in working_slots(calendar, stretch)})
    return Sickness(
        _longest_run(calendar, ordered), max(_fullest_month(worked), _fullest_window(worked, rolling_days))
    )


def _longest_run(calendar: WorkCalendar, ordered: Sequence[Stretch]) -> int:
    """Stretches with no working half-day between them are one run; days off inside it count."""
    longest, run = 0, None
    for stretch in ordered:
        if run is None or not touch(calendar, run, stretch):
            run = stretch
        elif stretch.end > run.end:
            run = run._replace(last=stretch.last, last_half=stretch.last_half)
        longest = max(longest, run.halves)
    return longest


def _fullest_month(worked: Sequence[int]) -> int:
    months = Counter((day_of(each).year, day_of(each).month) for each in worked)
    return max(months.values(), default=0)


def _fullest_window(worked: Sequence[int], days: int) -> int:
    """Windows of `days` calendar days that end on a day of sick leave."""
    last_days = {day_of(each).toordinal() for each in worked}
    return max(
        (sum(end - days < each // 2 <= end for each in worked) for end in last_days),
        default=0,
    )
