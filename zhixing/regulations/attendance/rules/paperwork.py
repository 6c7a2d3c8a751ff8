"""补办期限: until when papers of an emergency leave may follow (02-1.2c, G-11)."""

from collections.abc import Mapping
from datetime import date

from zhixing.law.ask import Ask
from zhixing.law.calendar import DueDay, WorkCalendar
from zhixing.law.facts import Facts
from zhixing.law.values import Value

SEED = WorkCalendar()


def papers_due(calendar: WorkCalendar, returned: date, working_days: int) -> DueDay:
    """The last day on which the papers are in time; the day of return is day 0."""
    return calendar.due(returned, working_days)


def deadline(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    ask.cite("02-1.2c")
    found = papers_due(SEED, facts["返岗日期"], ask.parameter("补办时限"))
    return {"最迟": found.day, "暂估": found.estimated}
