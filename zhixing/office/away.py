"""Who is away at a moment: the regulation that grants leave tells it, every shape of work asks it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from zhixing.organ.models import Person

Source = Callable[[Person, datetime], bool]
_sources: dict[str, Source] = {}


def register_source(regulation: str, source: Source) -> None:
    """Called from the `ready()` of a regulation; `source(person, at)` says whether granted leave covers the moment."""
    _sources[regulation] = source


def is_away(person: Person, at: datetime) -> bool:
    return any(source(person, at) for source in _sources.values())
