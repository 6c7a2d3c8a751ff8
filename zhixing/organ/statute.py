"""A regulation as an organ's workflow asks it on a day: values, clauses, rulings, findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from zhixing.law.decide import decide
from zhixing.law.document import Edition
from zhixing.law.refusal import Finding
from zhixing.law.regulation import Regulation, edition_on
from zhixing.law.ruling import Ruling
from zhixing.law.standing import standing_on
from zhixing.organ.parameters import OwnValues, own_values


@dataclass(frozen=True, slots=True)
class Statute:
    """One regulation's book; raises a Refusal wherever no edition is in force on the day."""

    book: Regulation

    def edition(self, day: date) -> Edition:
        return edition_on(self.book, day)

    def own_of(self, organ: str) -> OwnValues:
        """What the organ has settled for itself; read once and handed to whoever asks for many days."""
        return own_values(organ, self.book.number)

    def value(self, name: str, day: date, own: OwnValues) -> Any:
        """A parameter as it counts for the organ on that day, typed."""
        return standing_on(self.book, day, own.on(day)).parameters[name].value

    def cite(self, clause: str, day: date) -> str:
        """《考勤制度》一、2 事假."""
        book = self.edition(day)
        found = book.clauses.get(clause)
        return f"《{book.title}》{found.cite}" if found else f"《{book.title}》"

    def ruling(self, question: str, day: date, own: OwnValues, /, **facts: object) -> Ruling:
        return self.asked(question, facts, day, own)

    def asked(self, question: str, facts: Mapping[str, object], day: date, own: OwnValues) -> Ruling:
        return decide(self.book, question, facts, on=day, overrides=own.on(day))

    def finding(
        self, *, day: date, clause: str, fact: str, found: str, expected: str, mend: str, who: str = "本人"
    ) -> Finding:
        return Finding(fact, found, expected, mend, clause, self.cite(clause, day), who)
