"""What every part of the demo's story needs: cast, agenda, dice, calendar, first and last day."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any

from zhixing.cli.demo.agenda import Agenda
from zhixing.cli.demo.cast import Cast
from zhixing.law.calendar import WorkCalendar
from zhixing.organ.local_time import at_clock
from zhixing.organ.models import Person

HALF_A_YEAR = 140  # working days of six months and the running one


@dataclass(frozen=True)
class Stage:
    cast: Cast
    agenda: Agenda
    dice: random.Random
    calendar: WorkCalendar
    first: date
    last: date

    def days(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))

    def working_days(self) -> list[date]:
        return [day for day in self.days() if self.calendar.is_working(day)]

    def months(self) -> list[tuple[int, int]]:
        """Months of the story that are over on its last day."""
        named = dict.fromkeys((day.year, day.month) for day in self.days())
        return [month for month in named if month != (self.last.year, self.last.month)]

    def next_working(self, day: date, n: int = 1) -> date:
        return self.calendar.due(day, n).day

    def office_hour(self, day: date) -> datetime:
        """Some minute of the working day."""
        return at_clock(day, time(self.dice.choice((8, 9, 10, 11, 14, 15, 16)), self.dice.randrange(31, 59)))

    def share(self, in_half_a_year: int) -> int:
        """As many of what happens so often in half a year as fall into this story."""
        whole, rest = divmod(in_half_a_year * len(self.working_days()), HALF_A_YEAR)
        return whole + (self.dice.randrange(HALF_A_YEAR) < rest)

    def chance(self, in_a_thousand: int) -> bool:
        return self.dice.randrange(1000) < in_a_thousand


def in_turn(actor: Person, at: datetime, key: str) -> Iterator[dict[str, Any]]:
    """Actor, time and key of one act after the other, two minutes between them."""
    for place in count(1):
        yield {
            "actor": actor,
            "at": at + timedelta(minutes=2 * place),
            "key": f"{key}:{actor.number}:{place}",
        }
