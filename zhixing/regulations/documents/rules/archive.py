"""归档期限、归档移交: the last day of a month of the next year, never moved (09-3, G-34)."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date

from zhixing.law.ask import Ask
from zhixing.law.facts import Facts
from zhixing.law.refusal import Finding
from zhixing.law.values import Value

CLAUSE = "09-3"


def last_day(year: int, month: int) -> date:
    """The last day to hand in the papers of `year`."""
    return date(year + 1, month, monthrange(year + 1, month)[1])


def latest(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    ask.cite(CLAUSE)
    return {"最迟": last_day(facts["文件年度"], ask.parameter("归档月"))}


def in_time(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    """B9-08: on the last day it is still in time."""
    ask.cite(CLAUSE)
    return {"按期": facts["移交日期"] <= last_day(facts["文件年度"], ask.parameter("归档月"))}


def not_before_the_year(ask: Ask, facts: Facts) -> Iterable[Finding]:
    year, handed_in = facts["文件年度"], facts["移交日期"]
    if handed_in.year < year:
        yield ask.finding(
            fact="移交日期",
            found=handed_in.isoformat(),
            expected=f"不早于{year}年",
            mend="请核对文件年度和移交日期。",
            clause=CLAUSE,
        )
