"""会前报告: the last day to report to the superior before a meeting, in calendar days, never moved (13-3, G-31)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from zhixing.law.ask import Ask
from zhixing.law.facts import Facts
from zhixing.law.refusal import Finding
from zhixing.law.values import Value

CLAUSE = "13-3"


def latest(meeting: date, days: int) -> date:
    """A day off stays the last day (G-31)."""
    return meeting - timedelta(days=days)


def in_time(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    last = latest(facts["开会日期"], ask.parameter("会前报告提前"))
    return {"合规": facts["报告日期"] <= last, "最迟": last}


def before_the_meeting(ask: Ask, facts: Facts) -> Iterable[Finding]:
    """A report after the meeting is none before it; and the last day must be a day of the calendar."""
    meeting, reported = facts["开会日期"], facts["报告日期"]
    if reported > meeting:
        yield ask.finding(
            fact="报告日期",
            found=reported.isoformat(),
            expected=f"不晚于开会日期{meeting.isoformat()}",
            mend="会前报告在会后补不了，请核对两个日期。",
            clause=CLAUSE,
        )
    if (meeting - date.min).days < ask.parameter("会前报告提前"):
        yield ask.finding(
            fact="开会日期",
            found=meeting.isoformat(),
            expected="可以推算的日期",
            mend="请核对开会日期。",
            clause=CLAUSE,
        )
