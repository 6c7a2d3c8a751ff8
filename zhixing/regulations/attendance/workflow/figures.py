"""Numbers of the edition that workflow reads outside tables and rules."""

from __future__ import annotations

from datetime import date

from zhixing.law.decide import decide
from zhixing.law.regulation import Regulation
from zhixing.law.ruling import Ruling
from zhixing.law.shelving import edition_on
from zhixing.regulations.attendance.book import BOOK

GRACE = "迟到宽限"
CONFIRM_DAYS = "月考勤确认期"
HEARING_DAYS = "陈述申辩期"
PAID_DAYS = "月计薪天数"


def whole(name: str, day: date) -> int:
    """A parameter in its own whole unit: minutes, working days, half-days, fen."""
    value = edition_on(BOOK, day).parameters[name].value
    assert isinstance(value, int)
    return value


def ask(question: str, day: date, /, **facts: object) -> Ruling:
    """A question of this regulation under the edition in force on `day`."""
    return decide(BOOK, question, facts, on=day)


def book() -> Regulation:
    return BOOK
