"""What a computed rule is handed: it asks tables and parameters, and all it asked becomes its why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

from zhixing.law.facts import Domain, Facts
from zhixing.law.refusal import Finding
from zhixing.law.ruling import Because, Other, ReadingUsed, Ruling, ValueUsed, shown
from zhixing.law.values import Value

if TYPE_CHECKING:
    from zhixing.law.standing import Standing


class Ask:
    """Asks within one edition for one day, and remembers."""

    def __init__(self, standing: "Standing", on: date) -> None:
        self._standing = standing
        self._on = on
        self.rulings: list[Ruling] = []
        self.clauses: list[str] = []
        self.parameters: list[str] = []

    @property
    def on(self) -> date:
        return self._on

    def table(self, name: str, **facts: object) -> Ruling:
        """The ruling of a decision table or of another computed rule; facts as text or typed."""
        ruling = self._standing.inner(name, self._on)(facts)
        self.rulings.append(ruling)
        return ruling

    def parameter(self, name: str) -> Any:
        """A parameter's typed value (see parameters.typed), recorded as used."""
        value = self._standing.parameters[name].value
        self.parameters.append(name)
        return value

    def cite(self, clause: str) -> None:
        """Adds a clause to the reasons."""
        self._standing.edition.clauses[clause]  # KeyError: no such clause in this edition
        self.clauses.append(clause)

    def finding(self, *, fact: str, found: str, expected: str, mend: str, clause: str = "") -> Finding:
        """A finding that cites its clause the way people read it."""
        return Finding(fact, found, expected, mend, clause, self._standing.cite(clause) if clause else "")


@dataclass(frozen=True)
class Asked:
    """The why of a computed rule: the union of everything it asked, each thing once."""

    ask: Ask
    standing: "Standing"
    outcome: Mapping[str, Value]
    domains: Mapping[str, Domain]

    @property
    def shown(self) -> Mapping[str, str | tuple[str, ...]]:
        return {name: shown(self.domains[name], value) for name, value in self.outcome.items()}

    @property
    def because(self) -> tuple[Because, ...]:
        own = map(self.standing.words.because, self.ask.clauses)
        return tuple(dict.fromkeys(chain(own, *(ruling.because for ruling in self.ask.rulings))))

    @property
    def values(self) -> tuple[ValueUsed, ...]:
        own = map(self.standing.words.value, self.ask.parameters)
        return tuple(dict.fromkeys(chain(own, *(ruling.values for ruling in self.ask.rulings))))

    @property
    def readings(self) -> tuple[ReadingUsed, ...]:
        behind = (self.standing.parameters[name].reading for name in self.ask.parameters)
        own = (self.standing.words.reading(reading) for reading in behind if reading)
        return tuple(dict.fromkeys(chain(own, *(ruling.readings for ruling in self.ask.rulings))))

    def others(self, _facts: Facts) -> tuple[Other, ...]:
        return tuple(dict.fromkeys(chain(*(ruling.others for ruling in self.ask.rulings))))

    def others_json(self, facts: Facts) -> list[dict[str, object]]:
        return [other.as_json() for other in self.others(facts)]
