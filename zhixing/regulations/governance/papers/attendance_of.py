"""Who should be at a meeting, in which capacity, and what became of it: from roll, invitations, leave, presence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zhixing.office.meetings.models import Meeting
from zhixing.office.meetings.now import on_the_day
from zhixing.organ.local_time import today
from zhixing.regulations.governance.papers.printed import clock


@dataclass(frozen=True, slots=True)
class Seat:
    """`came` is the first time of arrival, "" while there is none; `absent` tells of the leave asked for."""

    person: int
    name: str
    post: str
    capacity: str
    topics: str = ""
    came: str = ""
    absent: str = ""

    @property
    def shown(self) -> str:
        said = "，".join(part for part in (self.post, self.topics) if part)
        return f"{self.name}（{said}）" if said else self.name


def seats_of(meeting: Meeting) -> list[Seat]:
    """Those due, those who sit in, those invited; by the roll where one was taken, else by the posts of the day."""
    came = _arrivals(meeting)
    away = _leave(meeting)
    return [
        Seat(person, name, post, capacity, topics, came.get(person, ""), away.get(person, ""))
        for person, name, post, capacity, topics in _expected(meeting)
    ]


def _expected(meeting: Meeting) -> Iterator[tuple[int, str, str, str, str]]:
    known: set[int] = set()
    for person, name, post, capacity in _on_roll(meeting):
        known.add(person)
        yield person, name, post, capacity, ""
    told: dict[int, tuple[str, list[str]]] = {}
    for one in meeting.invitations.select_related("person", "item").order_by("person__number", "item__order"):
        if one.person_id not in known:
            topics = told.setdefault(one.person_id, (one.person.name, []))[1]
            if one.item is not None:
                topics.append(f"第{one.item.order}项")
    for person, (name, topics) in told.items():
        yield person, name, "", "邀请", "、".join(topics)


def _on_roll(meeting: Meeting) -> Iterator[tuple[int, str, str, str]]:
    roll = meeting.rolls.last()
    if roll is not None:
        for line in roll.lines.select_related("person").order_by("person__number"):
            yield line.person_id, line.person.name, line.post, line.capacity
        return
    due, sitting = on_the_day(meeting, today(meeting.starts_at))
    for capacity, members in (("应到", due), ("列席", sitting)):
        for one in members:
            yield one.person.pk, one.person.name, one.post, capacity


def _arrivals(meeting: Meeting) -> dict[int, str]:
    found: dict[int, str] = {}
    for one in meeting.presences.filter(kind="到会"):
        found.setdefault(one.person_id, clock(one.at))
    return found


def _leave(meeting: Meeting) -> dict[int, str]:
    return {
        one.person_id: f"请假：{one.reason}"
        + (f"（{one.decided_by.name}{one.state}）" if one.decided_by else "（还没有批复）")
        for one in meeting.absences.select_related("decided_by")
    }
