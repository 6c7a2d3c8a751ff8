"""Who may see which records. What no policy allows is not seen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from zhixing.organ.models import Account, Organ, Person
from zhixing.organ.roles import roles_of

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks, as what, on which day."""

    account: Account
    person: Person | None
    organ: Organ
    roles: frozenset[str]
    day: date


Rule = Callable[[Viewer, QuerySet[Any]], QuerySet[Any]]
_rules: dict[type[Model], Rule] = {}


def viewer_of(account: Account, day: date) -> Viewer:
    if account.organ is None:
        raise PermissionError("账号不属于任何机构。")
    return Viewer(account, account.person, account.organ, roles_of(account, day), day)


def register(model: type[Model], visible_to: Rule) -> None:
    _rules[model] = visible_to


def visible(viewer: Viewer, model: type[M]) -> QuerySet[M]:
    """The records of one kind that `viewer` may see: always of the own organ, by default none."""
    rule = _rules.get(model)
    records = model._default_manager.filter(organ=viewer.organ)  # every record has an organ
    return rule(viewer, records) if rule else records.none()
