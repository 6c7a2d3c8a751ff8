"""When recurring duties fall due (任务): one due day for each period that touches a stretch of days."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from zhixing.law.calendar import WorkCalendar
from zhixing.law.document import Duty

ONE_DAY = timedelta(days=1)
LAST_OF_ANY_MONTH, MONTHS = 31, 12
FIRST_HALF_OF_MONTH, FIRST_HALF_OF_YEAR = 15, 6
RHYTHM = re.compile(
    r"每(?P<years>[两二三四五]|\d+)?(?P<unit>个工作日|工作日|日|天|周|半月|半年|季度|季|月|年)"
    r"(?:(?:至少|不少于)?(?:\d+|[一二两三四五六])次)?(?P<limit>.*)"
)
NTH_WORKING = re.compile(r"(?P<next>次(?:月|季度|季|年|周|半月|半年))?第(?P<n>\d+)个工作日(?:前|内)?")
IN_MONTH = re.compile(r"(?P<month>\d+)月(?:(?P<day>\d+)日|底|末)?(?:前|以前|之前)?")
ON_DAY = re.compile(r"(?P<next>次月)?(?P<day>\d+)日(?:前|以前|之前)?")
WHOLE_YEARS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
EXPECTED = "每日、每个工作日、每周、每半月、每月、每季度、每半年、每年、每两年，后面可以写第N个工作日、N日前、M月D日前"


@dataclass(frozen=True, slots=True)
class Period:
    """One turn of a rhythm, both ends included."""

    first: date
    last: date
    name: str


@dataclass(frozen=True, slots=True)
class Due:
    """A duty that falls due: for which period, by when; `estimated` as in the calendar."""

    duty: Duty
    period: Period
    day: date
    estimated: bool


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often, every how many years, and the limit within the period ("" for its end)."""

    unit: str
    years: int
    limit: str


def parse_rhythm(rhythm: str, limit: str = "") -> Rhythm:
    """ValueError says what was expected. A limit may stand in the rhythm (每年3月31日前) or beside it."""
    found = RHYTHM.fullmatch(rhythm.strip())
    if found is None:
        raise ValueError(EXPECTED)
    unit = {"天": "日", "个工作日": "工作日", "季": "季度"}.get(found["unit"], found["unit"])
    years = found["years"] or "1"
    every = WHOLE_YEARS.get(years) or int(years)
    within = (limit or found["limit"]).strip()
    if (every != 1 and unit != "年") or every < 1 or not _fits(unit, within):
        raise ValueError(EXPECTED)
    return Rhythm(unit, every, within)


def _fits(unit: str, limit: str) -> bool:
    if not limit or NTH_WORKING.fullmatch(limit):
        return True
    if unit == "年":
        return _valid_month_day(limit)
    day = ON_DAY.fullmatch(limit)
    return unit == "月" and day is not None and _is_day(day["day"])


def _valid_month_day(limit: str) -> bool:
    found = IN_MONTH.fullmatch(limit)
    return found is not None and 1 <= int(found["month"]) <= MONTHS and _is_day(found["day"] or "1")


def _is_day(text: str) -> bool:
    return 1 <= int(text) <= LAST_OF_ANY_MONTH


def falls_due(duty: Duty, first: date, last: date, calendar: WorkCalendar) -> Iterator[Due]:
    """Every due day of `duty` from `first` to `last`, both included, in order."""
    rhythm = parse_rhythm(duty.rhythm, duty.limit)
    begin = date(max(first.year - rhythm.years, 1), 1, 1)
    for period in periods(rhythm, begin, last, calendar):
        day, estimated = due_in(period, rhythm, calendar)
        if first <= day <= last:
            yield Due(duty, period, day, estimated)


def periods(rhythm: Rhythm, first: date, last: date, calendar: WorkCalendar) -> Iterator[Period]:
    """The periods from the one that holds `first` to the one that holds `last`."""
    day = first
    while day <= last:
        period = _AROUND[rhythm.unit](day)
        if _turn(rhythm, period) and (rhythm.unit != "工作日" or calendar.is_working(day)):
            yield period
        if period.last == date.max:
            return
        day = period.last + ONE_DAY


def _turn(rhythm: Rhythm, period: Period) -> bool:
    """Every second year is an even one, every fifth year divides by five: no text names the first."""
    return rhythm.years == 1 or period.first.year % rhythm.years == 0


def due_in(period: Period, rhythm: Rhythm, calendar: WorkCalendar) -> tuple[date, bool]:
    """The last day on which the duty of a period is in time, and whether the calendar only estimates it.

    Without a limit it is the last working day of the period.
    """
    nth, month, on_day = (form.fullmatch(rhythm.limit) for form in (NTH_WORKING, IN_MONTH, ON_DAY))
    if not rhythm.limit:
        found = calendar.last_of(period.first, period.last)
        return found.day, found.estimated
    if nth:
        before = period.last if nth["next"] else period.first - ONE_DAY
        found = calendar.due(before, int(nth["n"]))
        return found.day, found.estimated
    if month:
        return _day_in(period.first.year, int(month["month"]), int(month["day"] or LAST_OF_ANY_MONTH)), False
    assert on_day is not None
    base = period.last + ONE_DAY if on_day["next"] else period.first
    return _day_in(base.year, base.month, int(on_day["day"])), False


def _day_in(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _one_day(day: date) -> Period:
    return Period(day, day, f"{day.year}年{day.month}月{day.day}日")


def _week(day: date) -> Period:
    first = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return Period(first, first + timedelta(days=6), f"{year}年第{week}周")


def _half_month(day: date) -> Period:
    """1 to 15, 16 to the end (domain 0.3(7))."""
    month = _month(day)
    if day.day <= FIRST_HALF_OF_MONTH:
        return Period(month.first, day.replace(day=FIRST_HALF_OF_MONTH), f"{month.name}上半月")
    return Period(day.replace(day=FIRST_HALF_OF_MONTH + 1), month.last, f"{month.name}下半月")


def _months(day: date, length: int) -> tuple[date, date]:
    begin = (day.month - 1) // length * length + 1
    return date(day.year, begin, 1), _day_in(day.year, begin + length - 1, LAST_OF_ANY_MONTH)


def _month(day: date) -> Period:
    return Period(*_months(day, 1), f"{day.year}年{day.month}月")


def _quarter(day: date) -> Period:
    return Period(*_months(day, 3), f"{day.year}年第{(day.month - 1) // 3 + 1}季度")


def _half_year(day: date) -> Period:
    return Period(
        *_months(day, FIRST_HALF_OF_YEAR),
        f"{day.year}年{'上' if day.month <= FIRST_HALF_OF_YEAR else '下'}半年",
    )


def _year(day: date) -> Period:
    return Period(*_months(day, MONTHS), f"{day.year}年")


_AROUND: dict[str, Callable[[date], Period]] = {
    "日": _one_day,
    "工作日": _one_day,
    "周": _week,
    "半月": _half_month,
    "月": _month,
    "季度": _quarter,
    "半年": _half_year,
    "年": _year,
}
