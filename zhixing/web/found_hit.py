"""One line of what a search found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from zhixing.organ.policy import Viewer, visible
from zhixing.search.marks import Piece
from zhixing.search.query import find, records
from zhixing.search.tokens import normal


@dataclass(frozen=True, slots=True)
class Hit:
    """`title` and `excerpt` are pieces to be marked by the page."""

    address: str
    title: Sequence[Piece]
    excerpt: Sequence[Piece]
    side: str
    state: str = ""


def found_of(viewer: Viewer, model: Any, kind: str, asked: str) -> QuerySet[Any]:
    """What the viewer may see of the records that hold what is asked for."""
    numbers = records(find(viewer.organ.pk, kind, asked))
    seen: QuerySet[Any] = visible(viewer, model)
    return seen.filter(pk__in=numbers)


def all_in(text: str, words: list[str]) -> bool:
    return all(word in normal(text) for word in words)
