"""年休应休: entitlement on a day, and what a disqualifying year costs (02-1.4, N1)."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from zhixing.law.ask import Ask
from zhixing.law.facts import Facts
from zhixing.law.refusal import Refusal
from zhixing.law.values import Value

LONGEST = 70


def full_years(since: date, day: date) -> int:
    """Years completed by `day`; 29 February completes on the last of February (domain 0.3(7))."""
    reached = (day.month, day.day) >= _anniversary(since, day.year)
    return max(0, day.year - since.year - (0 if reached else 1))


def counted_years(since: date, day: date) -> int:
    """Years that count for annual leave: a completed year counts from the following month (N1)."""
    return full_years(since, day.replace(day=1) - timedelta(days=1))


def _anniversary(since: date, year: int) -> tuple[int, int]:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if (since.month, since.day) == (2, 29) and not leap:
        return (2, 28)
    return (since.month, since.day)


def entitlement(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    since, day = facts["参加工作日期"], facts["查询日期"]
    years = counted_years(since, day)
    if since > day or years > LONGEST:
        raise _implausible(ask, since, day)
    return {"满年数": years, "应休天数": ask.table("年休假天数", 满年数=years).outcome["应休天数"]}


def joining_share(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    """Whole days for the rest of the year in which contract staff join; both ends of the rest included (N1)."""
    ask.cite("02-1.4")
    joined, halves = facts["到局日期"], facts["应休天数"]
    rest = (date(joined.year, 12, 31) - joined).days + 1
    whole = min(halves // 2, rest * halves // (2 * ask.parameter("年休折算日数")))
    return {"折算天数": 2 * whole}


class Lost(NamedTuple):
    """Which year's annual leave falls away."""

    this_year: bool
    next_year: bool


def lost(*, entitled: bool, already_taken: bool) -> Lost:
    """B2-23: a disqualified year has no leave; where it was already taken, the next year has none."""
    return Lost(not entitled and not already_taken, not entitled and already_taken)


def _implausible(ask: Ask, since: date, day: date) -> Refusal:
    return Refusal(
        "参加工作日期和查询日期对不上，没有计算。",
        [
            ask.finding(
                fact="参加工作日期",
                found=since.isoformat(),
                expected=f"{day.isoformat()}以前{LONGEST}年之内的日期",
                mend="请核对参加工作日期。",
                clause="02-1.4",
            )
        ],
    )
