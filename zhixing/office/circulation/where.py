"""去向: who has it now and for how many days; who had it and how long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Prefetch, Q

from zhixing.office.circulation.models import UNREAD, Assignment, Box, Hand, Reader, Sheet
from zhixing.office.circulation.models.assignments import OPEN
from zhixing.office.circulation.models.sheet import AHEAD, RUNNING, WAITING
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ

OPEN_HANDS = Prefetch(
    "hands", queryset=Hand.objects.filter(until=None).select_related("holder"), to_attr="open_hands"
)


@dataclass(frozen=True, slots=True)
class Held:
    """One stay in one hand; `days` counts midnights passed, 0 for the same day."""

    hand: Hand
    days: int

    @property
    def words(self) -> str:
        return f"{self.hand.holder.name}{self.days}天" if self.days else f"{self.hand.holder.name}今天"


def days_of(hand: Hand, at: datetime) -> int:
    return (today(hand.until or at) - today(hand.since)).days


def whole_way(sheet: Sheet, at: datetime) -> list[Held]:
    rows = sheet.hands.select_related("holder", "giver", "corrects__holder")
    return [Held(one, days_of(one, at)) for one in rows]


def now_with(hands: Iterable[Hand], at: datetime) -> list[Held]:
    return [Held(one, days_of(one, at)) for one in hands if one.until is None]


@dataclass(frozen=True, slots=True)
class Delayed:
    """Something that lies too long: with whom, as what, for how many days."""

    sheet: Sheet
    person: str
    what: str
    days: int


def delayed(organ: Organ, at: datetime, *, most: int, among: Iterable[int]) -> list[Delayed]:
    """Boxes and readers that wait longer than `most` days, and what is past its day; the longest first."""
    before = at - timedelta(days=most)
    running = Q(organ=organ, sheet__state=RUNNING, sheet__in=among)
    boxes = Box.objects.filter(running, state=WAITING, arrived_at__lt=before)
    readers = Reader.objects.filter(running, state__in=UNREAD, sent_at__lt=before)
    late = Assignment.objects.filter(running, state=OPEN, due__lt=today(at))
    found = [
        Delayed(one.sheet, one.leader.name, one.label, (at - one.arrived_at).days)
        for one in boxes.select_related("sheet", "leader")
        if one.arrived_at
    ]
    found += [
        Delayed(one.sheet, one.person.name, f"传阅{one.state}", (at - one.sent_at).days)
        for one in readers.select_related("sheet", "person")
    ]
    found += [
        Delayed(one.sheet, one.doer.name, "承办逾期", (today(at) - one.due).days)
        for one in late.select_related("sheet", "doer")
    ]
    return sorted(found, key=lambda one: -one.days)


def missed(sheet: Sheet) -> list[str]:
    """Who should see it and has not: the boxes still ahead and the readers who have not read."""
    ahead = [
        box.leader.name for box in sheet.boxes.filter(state__in=(AHEAD, WAITING)).select_related("leader")
    ]
    unread = [one.person.name for one in sheet.readers.filter(state__in=UNREAD).select_related("person")]
    return list(dict.fromkeys([*ahead, *unread]))
