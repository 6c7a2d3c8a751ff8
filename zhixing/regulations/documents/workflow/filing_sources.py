"""What the registers of 09 hold that a section has to hand in for a year (09-3): each register tells of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Model

from zhixing.files.models import StoredFile
from zhixing.organ.models import Section


@dataclass(frozen=True, slots=True)
class Offered:
    """One paper as the register knows it; `source` names its record for good."""

    source: str
    author: str
    number: str
    title: str
    day: date
    pages: int
    files: tuple[StoredFile, ...] = field(default=())


Source = Callable[[Section, int], Iterable[Offered]]
Filed = Callable[[int, str], Model]  # (number of the record, its archive number) -> the record as it is now
_sources: dict[str, tuple[Source, Filed]] = {}


def register(word: str, source: Source, filed: Filed) -> None:
    """`word` begins every `source`, as 发文; `filed` notes the archive number on the record, in the same act."""
    _sources[word] = (source, filed)


def ready(section: Section, year: int) -> Iterator[Offered]:
    """Everything of the section that is finished and of that year, filed already or not."""
    for source, _ in _sources.values():
        yield from source(section, year)


def note_filed(source: str, archive_number: str) -> list[Model]:
    """The record that was marked; none for a paper that was added by hand."""
    word, _, number = source.partition(":")
    return [_sources[word][1](int(number), archive_number)] if word in _sources else []
