"""推荐有效: until when a recommendation may be used, and from which of two days it counts (04-2b)."""

from collections.abc import Iterable, Mapping
from datetime import MAXYEAR, date

from zhixing.law.ask import Ask
from zhixing.law.facts import Facts
from zhixing.law.refusal import Finding
from zhixing.law.values import Value

CLAUSE = "04-2b"


def last_day(recommended: date, years: int) -> date:
    """The same date so many years on; 29 February ends on 28 February (domain 0.3(7))."""
    try:
        return recommended.replace(year=recommended.year + years)
    except ValueError:
        return date(recommended.year + years, 2, 28)


def validity(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    """Whether the result may still be used on the day, and its last day; `in_order` has looked."""
    last = last_day(facts["推荐日期"], ask.parameter("推荐有效期"))
    return {"有效": facts["使用日期"] <= last, "最后一日": last}


def in_order(ask: Ask, facts: Facts) -> Iterable[Finding]:
    recommended, used = facts["推荐日期"], facts["使用日期"]
    if used < recommended:
        yield ask.finding(
            fact="使用日期",
            found=used.isoformat(),
            expected=f"不早于推荐日期{recommended.isoformat()}",
            mend="请核对两个日期。",
            clause=CLAUSE,
        )
    if recommended.year + ask.parameter("推荐有效期") > MAXYEAR:
        yield ask.finding(
            fact="推荐日期",
            found=recommended.isoformat(),
            expected="可以推算的日期",
            mend="请核对推荐日期。",
            clause=CLAUSE,
        )


def counted_from(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    """The earlier of the two days (B4-02)."""
    meeting, talks = facts["会议推荐日期"], facts["谈话推荐日期"]
    which = ask.table("推荐起算", 会议推荐较早=meeting <= talks).outcome["起算日"]
    return {"起算日期": meeting if which == "会议推荐日" else talks}
