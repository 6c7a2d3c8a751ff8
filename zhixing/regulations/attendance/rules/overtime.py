"""加班补休 and how long comp leave lasts (02-1.5b, 02-1.5c)."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date

from zhixing.law.ask import Ask
from zhixing.law.facts import Facts
from zhixing.law.refusal import Finding
from zhixing.law.values import Value, show_duration


def overnight_is_long_enough(ask: Ask, facts: Facts) -> Iterable[Finding]:
    """Working through midnight until six takes six hours; fewer contradict 通宵 (G-13)."""
    shortest = ask.parameter("通宵最短")
    if facts["通宵"] and facts["小时"] < shortest:
        yield ask.finding(
            fact="小时",
            found=show_duration(facts["小时"]),
            expected=f"通宵加班不少于{show_duration(shortest)}",
            mend="请核对起止时间；没有干到第二天早上六点的，“通宵”填“否”。",
            clause="02-1.5b",
        )


def lasts_until(earned: date, *, carried_from: int, carried_to: int) -> date:
    """The last day of comp leave: the year's end, or the end of a month of the next year (G-66)."""
    if earned.month < carried_from:
        return date(earned.year, 12, 31)
    following = earned.year + 1
    return date(following, carried_to, monthrange(following, carried_to)[1])


def expiry(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    begins, ends = ask.parameter("补休顺延起月"), ask.parameter("补休顺延到月")
    return {"最后一日": lasts_until(facts["取得日期"], carried_from=begins, carried_to=ends)}
