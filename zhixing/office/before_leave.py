"""What somebody has to hand over before a leave is filed: each regulation tells of its own (17-3 of seals)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.organ.models import Person

Source = Callable[[Person, date, date], Iterable[Finding]]
_sources: dict[str, Source] = {}


def register_source(regulation: str, source: Source) -> None:
    """Called from the `ready()` of a regulation; `source(person, first, last)` names what is still in their hands."""
    _sources[regulation] = source


def forget(regulation: str) -> None:
    """Takes back what a regulation registered; a regulation that was never registered is forgotten as well."""
    _sources.pop(regulation, None)


def left_open(person: Person, first: date, last: date) -> list[Finding]:
    """Everything that nobody has taken over for the days from `first` to `last`, both included."""
    return [finding for source in _sources.values() for finding in source(person, first, last)]
