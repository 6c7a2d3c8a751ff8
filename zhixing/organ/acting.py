"""Who may act on a record and on which day, said as findings; shared by every regulation."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from zhixing.law.refusal import Finding
from zhixing.organ.authority import holds
from zhixing.organ.models import Person


class OfOrgan(Protocol):
    """A record of an organ."""

    organ_id: str


def by_post(actor: Person, posts: tuple[str, ...], day: date, clause: str) -> list[Finding]:
    """A finding unless the actor holds one of the posts on that day."""
    if holds(actor, posts, day):
        return []
    named = "、".join(posts)
    return [Finding("办理人", actor.name, named, f"请由{named}办理。", clause=clause, who=named)]


def of_organ(actor: Person, *people: Person | None, clause: str) -> list[Finding]:
    """A finding for everybody who is not of the actor's organ."""
    return [
        Finding("人员", one.name, "本单位的人员", "请重新选择。", clause=clause)
        for one in people
        if one is not None and one.organ_id != actor.organ_id
    ]


def within(actor: Person, record: OfOrgan, clause: str) -> list[Finding]:
    """A finding where the record is another organ's."""
    if record.organ_id == actor.organ_id:
        return []
    return [Finding("办理人", actor.name, "本单位的人员", "请在本单位的登记里办理。", clause=clause)]


def not_future(day: date, today: date, fact: str, clause: str) -> list[Finding]:
    if day <= today:
        return []
    return [Finding(fact, day.isoformat(), f"不晚于今天（{today}）", f"请核对{fact}。", clause=clause)]
