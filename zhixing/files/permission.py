"""Who may open which file: whoever may see a record that carries it. What no rule allows is not opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from zhixing.files.models import StoredFile


class Keyed(Protocol):
    @property
    def pk(self) -> Any: ...


class Looker(Protocol):
    """Whoever asks, with the organ whose files are asked for (`organ.policy.Viewer`)."""

    @property
    def organ(self) -> Keyed: ...


Rule = Callable[[Any, StoredFile], bool]
_rules: list[Rule] = []


def register(rule: Rule) -> None:
    """`rule(viewer, stored)` is asked for files of the viewer's own organ only; one that allows is enough."""
    if rule not in _rules:
        _rules.append(rule)


def may_open(looker: Looker, stored: StoredFile) -> bool:
    return stored.organ == str(looker.organ.pk) and any(rule(looker, stored) for rule in _rules)
