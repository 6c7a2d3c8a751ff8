"""补签期限、外带归还: until when urgent paperwork follows, until when a seal is back (17-4b, 17-7b)."""

from collections.abc import Mapping
from datetime import date, timedelta

from zhixing.law.ask import Ask
from zhixing.law.calendar import DueDay, WorkCalendar
from zhixing.law.facts import Facts
from zhixing.law.values import Value

SEED = WorkCalendar()


def paperwork_due(calendar: WorkCalendar, used: date, working_days: int) -> DueDay:
    """The last day on which the paperwork of an urgent use is in time."""
    return calendar.due(used, working_days)


def back_by(out: date, days: int) -> date:
    """Natural days: what goes out today is back today where nothing else is set."""
    return out + timedelta(days=days)


def paperwork(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    ask.cite("17-4b")
    return {"最迟": paperwork_due(SEED, facts["用印日期"], ask.parameter("补签工作日")).day}


def returned(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    ask.cite("17-7b")
    return {"最迟": back_by(facts["带出日期"], ask.parameter("外带天数"))}
