"""The hourly round: every organ's duties and reminders."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from zhixing.law.document import Edition
from zhixing.law.refusal import Refusal
from zhixing.law.regulation import edition_on
from zhixing.office.duties.tick import tick
from zhixing.organ.models import Organ
from zhixing.regulations import shelf


class RoundBroken(ExceptionGroup[Exception]):
    """What went wrong, organ by organ; the others have been served."""


def go_round(at: datetime) -> None:
    """One organ's trouble keeps no other waiting; raises RoundBroken once all have been served."""
    broken = list[Exception]()
    editions = in_force(timezone.localdate(at))
    for organ in Organ.objects.order_by("pk"):
        try:
            tick(organ=organ, editions=editions, at=at)
        except Exception as fault:  # noqa: BLE001 -- raised again below
            fault.add_note(str(organ.pk))
            broken.append(fault)
    if broken:
        raise RoundBroken("任务和提醒", broken)


def in_force(day: date) -> list[Edition]:
    """The edition of every regulation that has one on that day."""
    found = list[Edition]()
    for regulation in shelf.all():
        try:
            found.append(edition_on(regulation, day))
        except Refusal:  # not yet in force
            continue
    return found
