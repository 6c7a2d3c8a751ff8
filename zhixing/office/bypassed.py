"""What was done past the meeting that had to decide it: each regulation tells of its own (01-12)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from zhixing.organ.models import Organ, Person


@dataclass(frozen=True, slots=True)
class Bypassed:
    """`source` names the record for good, as "governance.emergency:3"; `kind` is 该提交未提交 and the like."""

    source: str
    kind: str
    facts: str
    day: date
    clause: str
    person: Person | None = None


Source = Callable[[Organ, date], Iterable[Bypassed]]
_sources: dict[str, Source] = {}


def register_source(regulation: str, source: Source) -> None:
    """Called from the `ready()` of a regulation; `source(organ, today)` names everything that stands so today."""
    _sources[regulation] = source


def found(organ: Organ, day: date) -> Iterator[Bypassed]:
    for source in _sources.values():
        yield from source(organ, day)
