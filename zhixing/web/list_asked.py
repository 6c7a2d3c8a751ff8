"""What a list is narrowed by: words of title or number, procedure, state, days, lateness."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from zhixing.office.matters.models import STATES
from zhixing.office.registry import procedures
from zhixing.web.days import day_in
from zhixing.web.requests import DeskRequest

LONGEST = 60
MATTER_STATES = tuple(state for state, _ in STATES)


@dataclass(frozen=True, slots=True)
class Asked:
    """An empty field narrows nothing; `late` is only for lists that have a limit to keep."""

    words: str = ""
    procedure: str = ""
    state: str = ""
    since: date | None = None
    until: date | None = None
    late: bool = False

    @property
    def narrows(self) -> bool:
        return self != Asked()

    def within(self, path: str, day: str, rows: QuerySet[Any]) -> QuerySet[Any]:
        """`path` leads to the matter ("" or "matter__"), `day` is the moment that the days are held against."""
        conditions: Mapping[str, object] = {
            f"{path}procedure": self.procedure,
            f"{path}state": self.state,
            f"{day}__gte": _midnight(self.since),
            f"{day}__lt": _midnight(self.until and self.until + timedelta(days=1)),
        }
        rows = rows.filter(**{name: value for name, value in conditions.items() if value})
        if self.words:
            titled = {f"{path}title__contains": self.words}
            rows = rows.filter(Q(**titled) | Q(**{f"{path}number__contains": self.words}))
        return rows


def asked_of(request: DeskRequest) -> Asked:
    """What the address asks; what cannot be read asks nothing."""
    said = {name: str(value).strip()[:LONGEST].replace("\0", "") for name, value in request.GET.items()}
    procedure, state = said.get("procedure", ""), said.get("state", "")
    return Asked(
        words=said.get("q", ""),
        procedure=procedure if procedure in procedures() else "",
        state=state if state in MATTER_STATES else "",
        since=day_in(said.get("since", "")),
        until=day_in(said.get("until", "")),
        late=said.get("late") == "1",
    )


def _midnight(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time())) if day else None
