"""The light of the year: how many meetings were held and sealed, red, amber or green (13-2, 01-20.2, G-01)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.law.ruling import Ruling
from zhixing.office.meetings.models import Meeting
from zhixing.organ.local_time import local
from zhixing.organ.models import Organ
from zhixing.regulations.democratic_life.workflow.plan import KIND
from zhixing.regulations.democratic_life.workflow.statute import own_of, ruling


@dataclass(frozen=True, slots=True)
class Light:
    year: int
    held: tuple[Meeting, ...]
    ruling: Ruling

    @property
    def colour(self) -> str:
        return str(self.ruling.outcome["状态"])


def held_in(organ: Organ, first: date, last: date) -> list[Meeting]:
    """Meetings opened within the days, both included, whose record is sealed."""
    sealed = Meeting.objects.filter(organ=organ, kind=KIND, state="已锁定").exclude(opened_at=None)
    return [
        one
        for one in sealed.order_by("opened_at")
        if one.opened_at and first <= local(one.opened_at).date() <= last
    ]


def light_of(organ: Organ, year: int, day: date) -> Light:
    """By the edition in force on `day`."""
    held = held_in(organ, date(year, 1, 1), date(year, 12, 31))
    return Light(year, tuple(held), ruling("全年次数", day, own_of(organ.pk), 次数=len(held)))
