"""Numbers of the edition that workflow reads outside tables and rules, and questions it asks."""

from __future__ import annotations

from datetime import date

from zhixing.law.decide import decide
from zhixing.law.regulation import edition_on
from zhixing.law.ruling import Ruling
from zhixing.law.standing import standing_on
from zhixing.organ.parameters import OwnValues
from zhixing.regulations.attendance.book import BOOK

GRACE = "迟到宽限"
CONFIRM_DAYS = "月考勤确认期"
HEARING_DAYS = "陈述申辩期"


def whole(name: str, day: date, own: OwnValues) -> int:
    """A parameter in its own whole unit: minutes, working days, half-days, fen."""
    value = standing_on(BOOK, day, own.on(day)).parameters[name].value
    assert isinstance(value, int)
    return value


def ask(question: str, day: date, own: OwnValues, /, **facts: object) -> Ruling:
    """A question of this regulation under the edition in force on `day` and the organ's own values."""
    return decide(BOOK, question, facts, on=day, overrides=own.on(day))


def cite(clause: str, day: date) -> str:
    """《考勤制度》一、2 事假"""
    edition = edition_on(BOOK, day)
    return f"《{edition.title}》{edition.clauses[clause].cite}"


def amount(ruling: Ruling, outcome: str) -> int:
    """An outcome that is a whole number: fen or half-days."""
    value = ruling.outcome[outcome]
    assert isinstance(value, int)
    return value
