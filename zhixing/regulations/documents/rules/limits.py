"""办文时限、归还期限: until when a document is dealt with, until when a loan comes back (09-1.6, 09-1.5a)."""

from collections.abc import Mapping
from datetime import date, timedelta

from zhixing.law.ask import Ask
from zhixing.law.calendar import DueDay, WorkCalendar
from zhixing.law.facts import Facts
from zhixing.law.values import Value

SEED = WorkCalendar()


def ends(calendar: WorkCalendar, received: date, working_days: int) -> DueDay:
    """No day to wait for is the same day; a day off runs to the next working day (B9-11)."""
    return calendar.due(received, working_days) if working_days else calendar.on_or_after(received)


def dealt_with(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    ask.cite("09-1.6")
    days = ask.table("办文天数", 紧急程度=facts["紧急程度"]).outcome["工作日数"]
    assert isinstance(days, int)
    return {"期限": ends(SEED, facts["收文日期"], days).day}


def returned(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    """Natural days; what is classified comes back the same day (G-70)."""
    ask.cite("09-1.5a")
    days = ask.table("借期", 密级=facts["密级"]).outcome["天数"]
    assert isinstance(days, int)
    return {"最迟": facts["借出日期"] + timedelta(days=days)}
