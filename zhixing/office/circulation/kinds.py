"""The papers that regulations send round, and what each asks of the shape."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Model

from zhixing.law.refusal import Finding
from zhixing.office.circulation.models import Sheet
from zhixing.organ.models import Person
from zhixing.organ.policy import Viewer


class Signature(NamedTuple):
    """What stands at the foot of a box."""

    named: bool
    dated: bool


class Opinion(NamedTuple):
    """Whether a box holds something to do, and whether it says who does it."""

    has_view: bool
    names_somebody: bool


def nothing_against_signing(_: Sheet, __: Signature, ___: date) -> list[Finding]:
    return []


def nothing_against_assigning(_: Sheet, __: Opinion, ___: date) -> list[Finding]:
    return []


def nobody_urges_by_name(_: Sheet) -> bool:
    return False


def nothing_missing(_: Sheet, __: date) -> list[Finding]:
    return []


def nothing_moves_along(_: Sheet, __: datetime) -> list[Model]:
    return []


def nobody_is_told(_: Iterable[Person], __: str, ___: Sheet, ____: datetime, _____: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Circulation:
    """One kind of papers that go round.

    manages: who opens, sends, hands on, urges and closes; leads: who may be given a box for instructions.
    inside: who sees every sheet of the kind; everybody else sees those that came to them.
    signing(sheet, signature, day): why a box so signed lets nothing go on.
    assigning(sheet, opinion, day): why an opinion may not be given like that.
    watched(sheet): whether somebody has to urge it by name.
    closing(sheet, day): what the regulation still misses.
    moved(sheet, at): the regulation's own record follows; what it changed is explained by the act's entry.
    tell(people, text, sheet, at, key): the way to tell people (office.duties.telling).
    clauses: which clause each rule stands on: open advice sign assign reading hands urge close.
    posts: who is who in words: manages leads.
    """

    name: str
    manages: Callable[[Person, date], bool]
    leads: Callable[[Person, date], bool]
    inside: Callable[[Viewer], bool]
    clauses: Mapping[str, str]
    posts: Mapping[str, str]
    signing: Callable[[Sheet, Signature, date], list[Finding]] = field(default=nothing_against_signing)
    assigning: Callable[[Sheet, Opinion, date], list[Finding]] = field(default=nothing_against_assigning)
    watched: Callable[[Sheet], bool] = field(default=nobody_urges_by_name)
    closing: Callable[[Sheet, date], list[Finding]] = field(default=nothing_missing)
    moved: Callable[[Sheet, datetime], list[Model]] = field(default=nothing_moves_along)
    tell: Callable[[Iterable[Person], str, Sheet, datetime, str], None] = field(default=nobody_is_told)

    def clause(self, rule: str) -> str:
        return self.clauses.get(rule, "")


_kinds: dict[str, Circulation] = {}


def register(kind: Circulation) -> None:
    """Called from the `ready()` of the regulation whose papers go round."""
    _kinds[kind.name] = kind


def kind(name: str) -> Circulation:
    """Raises LookupError for a kind that no regulation sends round."""
    try:
        return _kinds[name]
    except KeyError:
        raise LookupError(f"no regulation sends {name!r} round") from None


def kinds() -> tuple[Circulation, ...]:
    return tuple(_kinds.values())


def kind_of(sheet: Sheet) -> Circulation:
    return kind(sheet.kind)
