"""The schedules that were registered: a name, times, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from croniter import croniter

Work = Callable[[datetime], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """`cron` in five fields, in the organ's own time; `work(at)` may run again and must not double."""

    cron: str
    work: Work


_plans: dict[str, Plan] = {}


def plan(name: str, cron: str, work: Work) -> None:
    """Register a schedule; raises ValueError for times that cannot be read."""
    if not croniter.is_valid(cron):
        raise ValueError(f"{cron}：应为五段时间，如 10 0 * * *")
    _plans[name] = Plan(cron, work)


def plans() -> Mapping[str, Plan]:
    return MappingProxyType(_plans)
