"""Who may open which file: whoever may see a record that carries it. What no rule allows is not opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from django.db.models import Q, QuerySet

from zhixing.files.models import StoredFile


class Keyed(Protocol):
    @property
    def pk(self) -> Any: ...


class Looker(Protocol):
    """Whoever asks, with the organ whose files are asked for (`organ.policy.Viewer`)."""

    @property
    def organ(self) -> Keyed: ...


Rule = Callable[[Any, StoredFile], bool]
Narrow = Callable[[Any, QuerySet[StoredFile]], QuerySet[StoredFile]]
_rules: list[Rule] = []
_narrow: list[Narrow] = []


def register(rule: Rule) -> None:
    """`rule(viewer, stored)` is asked for files of the viewer's own organ only; one that allows is enough."""
    if rule not in _rules:
        _rules.append(rule)


def register_files(narrow: Narrow) -> None:
    """`narrow(viewer, files)` leaves those that the viewer may open; it serves opening and searching alike."""
    if narrow not in _narrow:
        _narrow.append(narrow)


def may_open(looker: Looker, stored: StoredFile) -> bool:
    if stored.organ != str(looker.organ.pk):
        return False
    return any(rule(looker, stored) for rule in _rules) or opened(looker).filter(pk=stored.pk).exists()


def opened(looker: Looker) -> QuerySet[StoredFile]:
    """Every file that the looker may open by the records that carry it."""
    files = StoredFile.objects.filter(organ=str(looker.organ.pk))
    allowed = Q(pk__in=())
    for narrow in _narrow:
        allowed |= Q(pk__in=narrow(looker, files).order_by().values("pk"))
    return files.filter(allowed)
