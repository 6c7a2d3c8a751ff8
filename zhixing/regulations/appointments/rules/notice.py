"""公示期满: the last day of the notice and the first working day after it (04-6)."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from zhixing.law.ask import Ask
from zhixing.law.calendar import WorkCalendar
from zhixing.law.facts import Facts
from zhixing.law.values import Value

CLAUSE = "04-6"
SEED = WorkCalendar()


class Over(NamedTuple):
    """When the notice is over, and when the appointment may be made; `estimated` where a year is unpublished."""

    last: date
    actionable: date
    estimated: bool


def over(calendar: WorkCalendar, published: date, working_days: int) -> Over:
    """The day of publishing is day 0, whatever day it is."""
    last = calendar.due(published, working_days)
    following = calendar.due(last.day, 1)
    return Over(last.day, following.day, last.estimated or following.estimated)


def ending(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    ask.cite(CLAUSE)
    found = over(SEED, facts["发布日期"], ask.parameter("公示期"))
    return {"期满日": found.last, "可办理日": found.actionable}
