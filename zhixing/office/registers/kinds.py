"""The registers that regulations keep, and what each asks of the shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.office.registers.models import HandOver, Kept, Line
from zhixing.organ.models import Person
from zhixing.organ.policy import Viewer


def nothing_against_the_keeper(_: Kept | None, __: Person, ___: date) -> list[Finding]:
    return []


def nothing_against_the_hand_over(_: HandOver, __: date) -> list[Finding]:
    return []


def nothing_against_the_loan(_: Kept, __: str, ___: date) -> list[Finding]:
    return []


def nothing_missing(_: Kept, __: int) -> list[Finding]:
    return []


@dataclass(frozen=True, slots=True)
class Register:
    """One kind of things that are kept.

    series: the word before the year in numbers: 印 gives 印〔2026〕1号.
    manages: who enters, stops and voids things of this register and takes stock.
    inside: who sees the whole register; everybody on the staff sees what there is and where it lies.
    keeping(kept, person, day): why a person may not keep a thing, for good or for a while.
    handing(hand_over, day): why this hand-over may not be made; asked when it is offered and when it is taken.
    lending(kept, source, day): why a thing may not be lent now.
    says(line): the columns of a line, as the paper form has them.
    unfinished(kept, year): why the book of a year cannot be filed yet.
    clauses: which clause each rule stands on: entry keeper custody loan lines book stock.
    posts: who is who in words: manages.
    """

    name: str
    series: str
    manages: Callable[[Person, date], bool]
    inside: Callable[[Viewer], bool]
    says: Callable[[Line], Mapping[str, str]]
    clauses: Mapping[str, str]
    posts: Mapping[str, str]
    keeping: Callable[[Kept | None, Person, date], list[Finding]] = field(default=nothing_against_the_keeper)
    handing: Callable[[HandOver, date], list[Finding]] = field(default=nothing_against_the_hand_over)
    lending: Callable[[Kept, str, date], list[Finding]] = field(default=nothing_against_the_loan)
    unfinished: Callable[[Kept, int], list[Finding]] = field(default=nothing_missing)

    def clause(self, rule: str) -> str:
        return self.clauses.get(rule, "")


_registers: dict[str, Register] = {}


def register(kind: Register) -> None:
    """Called from the `ready()` of the regulation that keeps such things."""
    _registers[kind.name] = kind


def kind(name: str) -> Register:
    """Raises LookupError for a register that no regulation keeps."""
    try:
        return _registers[name]
    except KeyError:
        raise LookupError(f"no regulation keeps {name!r}") from None


def kinds() -> tuple[Register, ...]:
    return tuple(_registers.values())


def kind_of(kept: Kept) -> Register:
    return kind(kept.register)
