"""One look at the clock for one organ's duties; looking twice changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from zhixing.law.document import Edition
from zhixing.office.duties.evidence import gather
from zhixing.office.duties.falling_due import make_due
from zhixing.office.duties.reminders import remind
from zhixing.organ.models import Organ


@dataclass(frozen=True, slots=True)
class Ticked:
    """How many duties fell due, were shown to be done, and how many notices went out."""

    made: int
    closed: int
    told: int


def tick(*, organ: Organ, editions: Sequence[Edition], at: datetime) -> Ticked:
    """Make what falls due, close what the records show done, remind of the rest; nothing is decided here."""
    made = make_due(organ=organ, editions=editions, at=at)
    closed = gather(organ=organ, at=at)
    return Ticked(len(made), len(closed), remind(organ=organ, at=at))
