"""An answer: outcome, clauses, values used, readings, and why every other row fell away."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
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


class Why(Protocol):
    """Where a ruling comes from: a row of a table, or a computed rule with all it asked."""

    @property
    def outcome(self) -> Mapping[str, Value]: ...
    @property
    def because(self) -> tuple[Because, ...]: ...
    @property
    def values(self) -> tuple[ValueUsed, ...]: ...
    @property
    def readings(self) -> tuple[ReadingUsed, ...]: ...
    def others(self, facts: Facts) -> tuple[Other, ...]: ...


@dataclass(frozen=True, slots=True)
class Setting:
    """What was asked, of which edition, for which day."""

    regulation: str
    title: str
    question: str
    edition: date
    on: date
    facts: Mapping[str, Fact]
    outcomes: Mapping[str, Domain]


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
        domains = self.setting.outcomes
        return {name: _shown(domains[name], value) for name, value in self.why.outcome.items()}

    @property
    def facts_shown(self) -> dict[str, str | list[str]]:
        """Every fact the answer rests on, defaults included, as an official writes it."""
        return {name: _shown(fact.domain, self.facts[name]) for name, fact in self.setting.facts.items()}

    def as_json(self) -> dict[str, object]:
        """{regulation, question, edition, on, facts, outcome, because, values, readings, others}."""
        return {
            "regulation": self.regulation,
            "question": self.question,
            "edition": self.edition.isoformat(),
            "on": self.on.isoformat(),
            "facts": self.facts_shown,
            "outcome": self.shown,
            "because": [asdict(reason) for reason in self.because],
            "values": [asdict(used) | {"since": used.since.isoformat()} for used in self.values],
            "readings": [asdict(used) for used in self.readings],
            "others": [
                {"clause": other.clause, "row": other.row, "failed": other.failed._asdict()}
                for other in self.others
            ],
        }


def _shown(domain: Domain, value: Value) -> str | list[str]:
    if value is None:
        return NOTHING
    if isinstance(value, tuple):
        return [str(part) for part in value]
    return domain.show(value)
