"""An answer: outcome, clauses, values used, readings, and why every other row fell away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from zhixing.law.facts import Domain, Facts
from zhixing.law.values import Value


@dataclass(frozen=True, slots=True)
class Because:
    clause: str
    cite: str
    text: str


@dataclass(frozen=True, slots=True)
class ValueUsed:
    name: str
    value: str
    unit: str
    since: date
    clause: str


@dataclass(frozen=True, slots=True)
class ReadingUsed:
    id: str
    text: str
    clause: str


@dataclass(frozen=True, slots=True)
class Failed:
    column: str
    required: str
    given: str


@dataclass(frozen=True, slots=True)
class Other:
    """A row that fell away, with its leftmost failing column."""

    clause: str
    row: str
    failed: Failed
