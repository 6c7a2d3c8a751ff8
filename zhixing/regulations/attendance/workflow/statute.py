"""The edition of the day, as the workflow asks it: values, clauses, rulings, findings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from zhixing.law.decide import decide
from zhixing.law.document import Edition
from zhixing.law.refusal import Finding
from zhixing.law.regulation import edition_on
from zhixing.law.ruling import Ruling
from zhixing.law.standing import standing_on
from zhixing.organ.parameters import OwnValues, own_values
from zhixing.regulations.attendance.book import BOOK


def edition(day: date) -> Edition:
    """The edition in force; raises a Refusal when none is."""
    return edition_on(BOOK, day)


def own_of(organ: str) -> OwnValues:
    """What the organ has settled for itself; read once and handed to whoever asks for many days."""
    return own_values(organ, BOOK.number)


def value(name: str, day: date, own: OwnValues) -> Any:
    """A parameter as it counts for the organ on that day, typed."""
    return standing_on(BOOK, day, own.on(day)).parameters[name].value


def cite(clause: str, day: date) -> str:
    """《考勤制度》一、2 事假."""
    book = edition(day)
    found = book.clauses.get(clause)
    return f"《{book.title}》{found.cite}" if found else f"《{book.title}》"


def ruling(question: str, day: date, own: OwnValues, /, **facts: object) -> Ruling:
    return decide(BOOK, question, facts, on=day, overrides=own.on(day))


def asked(question: str, facts: Mapping[str, object], day: date, own: OwnValues) -> Ruling:
    return decide(BOOK, question, facts, on=day, overrides=own.on(day))


def finding(
    *, day: date, clause: str, fact: str, found: str, expected: str, mend: str, who: str = "本人"
) -> Finding:
    return Finding(fact, found, expected, mend, clause, cite(clause, day), who)
