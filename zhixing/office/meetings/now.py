"""How a meeting stands at this moment: roll, presence, quorum. What the room page shows and every act asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from zhixing.law.ruling import Ruling
from zhixing.office.meetings.kinds import Kind, Member, Tally, kind_of
from zhixing.office.meetings.models import Item, LeftOut, Meeting, Presence, Roll, RollLine
from zhixing.office.meetings.presence import IN, OUT, WITHDRAWN, Happened, whereabouts
from zhixing.organ.local_time import today
from zhixing.organ.models import Person


@dataclass(frozen=True)
class Room:
    """`due` and `sitting` are lines of the meeting's last roll; `where` says for each person where he is."""

    meeting: Meeting
    kind: Kind
    item: Item | None
    roll: Roll | None
    due: tuple[RollLine, ...]
    sitting: tuple[RollLine, ...]
    where: dict[int, str]
    day: date

    @property
    def present(self) -> tuple[RollLine, ...]:
        return tuple(line for line in self.due if self.where.get(line.person_id) == IN)

    @property
    def withdrawn(self) -> tuple[RollLine, ...]:
        return tuple(line for line in self.due if self.where.get(line.person_id) == WITHDRAWN)

    @property
    def missing(self) -> tuple[RollLine, ...]:
        return tuple(line for line in self.due if self.where.get(line.person_id, OUT) not in {IN, WITHDRAWN})

    @property
    def number_due(self) -> int:
        """Who withdraws stays counted unless the organ has settled otherwise (G-05)."""
        kept = self.kind.keeps_withdrawn(self.meeting.organ, self.day)
        return len(self.due) - (0 if kept else len(self.withdrawn))

    def tally(self, category: str, in_favour: int = 0) -> Tally:
        return Tally(self.meeting.organ, category, self.number_due, len(self.present), self.day, in_favour)

    def quorum(self, category: str) -> Ruling | None:
        return self.kind.quorum(self.tally(category)) if self.number_due else None

    def is_present(self, person: Person) -> bool:
        return self.where.get(person.pk) == IN

    def is_due(self, person: Person) -> bool:
        return any(line.person_id == person.pk for line in self.due)


def room_of(meeting: Meeting, at: datetime) -> Room:
    """The room of a meeting as recorded so far."""
    item = meeting.items.filter(state="讨论中").first()
    roll = meeting.rolls.last()
    lines: Sequence[RollLine] = () if roll is None else list(roll.lines.select_related("person"))
    events = Presence.objects.filter(meeting=meeting).values_list("person_id", "kind", "item_id")
    return Room(
        meeting=meeting,
        kind=kind_of(meeting),
        item=item,
        roll=roll,
        due=tuple(line for line in lines if line.capacity == "应到"),
        sitting=tuple(line for line in lines if line.capacity == "列席"),
        where=whereabouts((Happened(*event) for event in events), open_item=item.pk if item else None),
        day=today(meeting.opened_at or at),
    )


def on_the_day(meeting: Meeting, day: date) -> tuple[list[Member], list[Member]]:
    """Who is due and who sits in by the posts of that day; who is left out of the count is on neither."""
    kind, organ = kind_of(meeting), meeting.organ
    out = set(
        LeftOut.objects.filter(organ=organ, kind=kind.name, ended_at=None, since__lte=day)
        .exclude(until__lt=day)
        .values_list("person_id", flat=True)
    )
    due = [one for one in kind.members(organ, day) if one.person.pk not in out]
    seats = {one.person.pk for one in due}
    return due, [one for one in kind.sitters(organ, day) if one.person.pk not in seats]


@dataclass(frozen=True, slots=True)
class Difference:
    """Who has come onto a roll and who has left it since it was taken."""

    come: tuple[str, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.come or self.gone)


def difference(meeting: Meeting, at: datetime) -> Difference:
    """The meeting's last roll against the posts of this day (E5)."""
    roll = meeting.rolls.last()
    had = (
        {}
        if roll is None
        else {
            line.person_id: line.person.name
            for line in roll.lines.filter(capacity="应到").select_related("person")
        }
    )
    has = {one.person.pk: one.person.name for one in on_the_day(meeting, today(at))[0]}
    return Difference(
        tuple(name for key, name in has.items() if key not in had),
        tuple(name for key, name in had.items() if key not in has),
    )
