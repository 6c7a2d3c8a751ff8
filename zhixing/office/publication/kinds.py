"""The kinds of notice that regulations publish, and what each kind asks of the shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.office.publication.models import PublicNotice
from zhixing.organ.models import Organ, Person
from zhixing.organ.policy import Viewer


def nothing_missing(_: str, __: date) -> list[Finding]:
    return []


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of notice.

    working_days: how many the period has, on the day of publishing.
    drafts, reviews, hears: who writes and publishes, who reviews, who takes objections and answers them.
    inside: who sees drafts and objections of this kind; everybody on the staff sees what is being published.
    gate(source, day): what must be done before the notice may be published.
    results: the words an inquiry may end with; `barring` are those that stop what was announced.
    clauses: which clause each rule stands on: text, review, period, objections.
    posts: who is who in words: drafts, reviews, hears.
    """

    name: str
    regulation: str
    working_days: Callable[[Organ, date], int]
    drafts: Callable[[Person, date], bool]
    reviews: Callable[[Person, date], bool]
    hears: Callable[[Person, date], bool]
    inside: Callable[[Viewer], bool]
    results: tuple[str, ...]
    barring: frozenset[str]
    clauses: Mapping[str, str]
    posts: Mapping[str, str]
    gate: Callable[[str, date], list[Finding]] = field(default=nothing_missing)

    def clause(self, rule: str) -> str:
        return self.clauses.get(rule, "")


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Called from the `ready()` of the regulation that publishes such notices."""
    _kinds[kind.name] = kind


def kind(name: str) -> Kind:
    """Raises LookupError for a kind that no regulation publishes."""
    try:
        return _kinds[name]
    except KeyError:
        raise LookupError(f"no regulation publishes {name!r}") from None


def kinds() -> tuple[Kind, ...]:
    return tuple(_kinds.values())


def kind_of(notice: PublicNotice) -> Kind:
    return kind(notice.kind)
