"""The registers of 01: who may enter, and one journal entry for each record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.authority import holds
from zhixing.organ.entries import enter
from zhixing.organ.models import Person
from zhixing.regulations.governance.explained import KINDS

OFFICE = ("办公室主任",)


class Kept(Protocol):
    """A record of an organ."""

    organ_id: str


def keep(
    record: Model, action: str, *, actor: Person, at: datetime, key: str, rule: str,
    payload: Mapping[str, object] | None = None, touched: Sequence[Model] = (),
) -> Receipt:  # fmt: skip
    """One entry about a record of 01, sealed with what it touches."""
    return enter(
        actor=actor, action=action, kind=KINDS[type(record)], record=record, payload=payload or {}, at=at,
        key=key, rule=rule, touched=touched,
    )  # fmt: skip


def refuse(conclusion: str, findings: Sequence[Finding]) -> None:
    if findings:
        raise Refusal(conclusion, findings)


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


def within(actor: Person, record: Kept, clause: str) -> list[Finding]:
    """A finding where the record is another organ's."""
    if record.organ_id == actor.organ_id:
        return []
    return [Finding("办理人", actor.name, "本单位的人员", "请在本单位的登记里办理。", clause=clause)]


def not_future(day: date, today: date, fact: str, clause: str) -> list[Finding]:
    if day <= today:
        return []
    return [Finding(fact, day.isoformat(), f"不晚于今天（{today}）", f"请核对{fact}。", clause=clause)]
