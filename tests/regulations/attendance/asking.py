"""Asks 02 the way the command line does: facts as text, answer as shown."""

from datetime import date

import pytest

from zhixing.law.decide import decide
from zhixing.law.refusal import Refusal
from zhixing.law.ruling import Ruling
from zhixing.regulations.attendance.book import BOOK

ON = date(2018, 3, 1)
OPINION_THEN_CHIEF = ["分管局长签署意见", "局长审批", "办公室备案"]
DEPUTY_ALONE = ["分管局长审批", "办公室备案"]


def ruling(question: str, **facts: str) -> Ruling:
    return decide(BOOK, question, facts, on=ON)


def outcome(question: str, **facts: str) -> dict[str, str | list[str]]:
    return ruling(question, **facts).shown


def refused_facts(question: str, **facts: str) -> list[str]:
    """The facts that the findings name."""
    with pytest.raises(Refusal) as refused:
        ruling(question, **facts)
    return [finding.fact for finding in refused.value.findings]


def halves(count: int) -> str:
    """Half-days as an official writes them, worked out apart from the product."""
    return f"{count / 2:g}"


def yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"
