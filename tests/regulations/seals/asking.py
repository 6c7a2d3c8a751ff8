"""Asks 17 the way the command line does: facts as text, answer as shown."""

from datetime import date

import pytest

from zhixing.law.decide import decide
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.ruling import Ruling
from zhixing.regulations.seals.book import BOOK

ON = date(2026, 11, 23)


def ruling(question: str, **facts: str) -> Ruling:
    return decide(BOOK, question, facts, on=ON)


def outcome(question: str, **facts: str) -> dict[str, str | list[str]]:
    return ruling(question, **facts).shown


def refused(question: str, **facts: str) -> tuple[Finding, ...]:
    with pytest.raises(Refusal) as found:
        ruling(question, **facts)
    return found.value.findings
