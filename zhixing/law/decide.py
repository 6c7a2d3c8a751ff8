"""Asks a question of a regulation: the one way in for pages, API, commands and other rules."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from zhixing.law.parameters import Override, Overrides
from zhixing.law.regulation import Regulation, file_on
from zhixing.law.ruling import Ruling
from zhixing.law.standing import Prepared, standing_on


def decide(
    regulation: Regulation,
    question: str,
    facts: Mapping[str, object],
    *,
    on: date,
    overrides: Overrides | None = None,
) -> Ruling:
    """The ruling on a case. Facts are text as an official writes it, or typed values.

    Raises Refusal (unknown question, bad or missing facts, all at once; no edition on the day),
    EditionFault (no row, or two rows) or EditionFaults (the edition cannot be read).
    """
    return prepare(regulation, question, on=on, overrides=overrides)(facts)


def prepare(
    regulation: Regulation, question: str, *, on: date, overrides: Overrides | None = None
) -> Prepared:
    """A question to be asked many times: call it with facts. Typed and complete facts are fastest."""
    file_on(regulation, on)
    return _prepare(regulation, question, on, frozenset((overrides or {}).items()))


@lru_cache(maxsize=4096)
def _prepare(
    regulation: Regulation, question: str, on: date, overrides: frozenset[tuple[str, Override]]
) -> Prepared:
    return standing_on(regulation, on, dict(overrides)).prepare(question, on)


def questions(regulation: Regulation, *, on: date) -> tuple[str, ...]:
    """Names of everything that may be asked on a day."""
    return standing_on(regulation, on).questions
