"""An answer: outcome, clauses, values used, readings, and why every other row fell away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, Protocol

from zhixing.law.facts import Domain, Fact, Facts
from zhixing.law.values import NOTHING, Value


@dataclass(frozen=True, slots=True)
class Because:
    clause: str
    cite: str
    text: str


@dataclass(frozen=True, slots=True)
class ValueUsed:
    """A parameter as written, its unit ("" if none), since when it has this value, its clause."""

    name: str
    value: str
    unit: str
    since: date
    clause: str

    def as_json(self) -> dict[str, str]:
        return {
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "since": self.since.isoformat(),
            "clause": self.clause,
        }


@dataclass(frozen=True, slots=True)
class ReadingUsed:
    id: str
    text: str
    clause: str


class Failed(NamedTuple):
    column: str
    required: str
    given: str


class Other(NamedTuple):
    """A row that fell away, with its leftmost failing column."""

    clause: str
    row: str
    failed: Failed

    def as_json(self) -> dict[str, object]:
        return {"clause": self.clause, "row": self.row, "failed": self.failed._asdict()}


class Why(Protocol):
    """Where a ruling comes from: a row of a table, or a computed rule with all it asked."""

    @property
    def outcome(self) -> Mapping[str, Value]: ...
    @property
    def shown(self) -> Mapping[str, str | tuple[str, ...]]: ...
    @property
    def because(self) -> tuple[Because, ...]: ...
    @property
    def values(self) -> tuple[ValueUsed, ...]: ...
    @property
    def readings(self) -> tuple[ReadingUsed, ...]: ...
    def others(self, facts: Facts) -> tuple[Other, ...]: ...
    def others_json(self, facts: Facts) -> list[dict[str, object]]: ...


@dataclass(frozen=True)
class Setting:
    """What was asked, of which edition, for which day."""

    regulation: str
    title: str
    question: str
    edition: date
    on: date
    facts: Mapping[str, Fact]
    outcomes: Mapping[str, Domain]

    @cached_property
    def head(self) -> dict[str, object]:
        """How every answer begins: regulation, question, edition, on."""
        return {
            "regulation": self.regulation,
            "question": self.question,
            "edition": self.edition.isoformat(),
            "on": self.on.isoformat(),
        }


class Ruling:
    """The answer to one question. `outcome` holds typed values (None is —); the why is built when asked."""

    __slots__ = ("facts", "setting", "why")

    def __init__(self, setting: Setting, facts: Facts, why: Why) -> None:
        self.setting = setting
        self.facts = facts
        self.why = why

    def __repr__(self) -> str:
        return f"<Ruling {self.regulation} {self.question} {self.shown}>"

    @property
    def regulation(self) -> str:
        return self.setting.regulation

    @property
    def question(self) -> str:
        return self.setting.question

    @property
    def edition(self) -> date:
        return self.setting.edition

    @property
    def on(self) -> date:
        return self.setting.on

    @property
    def outcome(self) -> Mapping[str, Value]:
        return self.why.outcome

    @property
    def because(self) -> tuple[Because, ...]:
        return self.why.because

    @property
    def values(self) -> tuple[ValueUsed, ...]:
        return self.why.values

    @property
    def readings(self) -> tuple[ReadingUsed, ...]:
        return self.why.readings

    @property
    def others(self) -> tuple[Other, ...]:
        return self.why.others(self.facts)

    @property
    def shown(self) -> dict[str, str | list[str]]:
        """The outcome as an official writes it; lists stay lists."""
        return {name: text if type(text) is str else list(text) for name, text in self.why.shown.items()}

    @property
    def facts_shown(self) -> dict[str, str | list[str]]:
        """Every fact the answer rests on, defaults included, as an official writes it."""
        facts = self.facts
        return {
            name: value if type(value := facts[name]) is str else listed(fact.domain, value)
            for name, fact in self.setting.facts.items()
        }

    def as_json(self) -> dict[str, object]:
        """{regulation, question, edition, on, facts, outcome, because, values, readings, others}."""
        why = self.why
        return {
            **self.setting.head,
            "facts": self.facts_shown,
            "outcome": self.shown,
            "because": [
                {"clause": reason.clause, "cite": reason.cite, "text": reason.text} for reason in why.because
            ],
            "values": [used.as_json() for used in why.values],
            "readings": [{"id": used.id, "text": used.text, "clause": used.clause} for used in why.readings],
            "others": why.others_json(self.facts),
        }


def shown(domain: Domain, value: Value) -> str | tuple[str, ...]:
    """A value as an official writes it; — for none; a list as a tuple."""
    if value is None:
        return NOTHING
    if isinstance(value, tuple):
        return tuple(map(str, value))
    return domain.show(value)


def listed(domain: Domain, value: Value) -> str | list[str]:
    """The same for JSON, where a list is a list."""
    if value is None:
        return NOTHING
    return list(map(str, value)) if isinstance(value, tuple) else domain.show(value)
