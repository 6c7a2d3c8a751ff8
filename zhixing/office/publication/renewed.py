"""What an imported holiday notice moves: the last day of a period that still runs."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from zhixing.office.publication.acts.asking import note
from zhixing.office.publication.models import PublicNotice
from zhixing.organ.days import Moved, calendar_of, register_deadlines
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ, Person


def publish() -> None:
    """Called once by the app when it is ready."""
    register_deadlines(renewed)


def renewed(
    *, organ: Organ, days: Collection[date], notice: str, actor: Person, at: datetime, key: str
) -> list[Moved]:
    """Periods that are not over yet are counted anew; in the transaction of the import."""
    running = PublicNotice.objects.select_for_update(of=("self",)).filter(organ=organ, state="公示中")
    return [
        moved
        for one in running.filter(last_day__gte=today(at)).order_by("pk")
        if days and (moved := _counted_anew(one, notice, actor=actor, at=at, key=f"{key}/公示/{one.pk}"))
    ]


def _counted_anew(one: PublicNotice, notice: str, *, actor: Person, at: datetime, key: str) -> Moved | None:
    assert one.published_on is not None
    assert one.working_days is not None
    assert one.last_day is not None
    before, last = one.last_day, calendar_of(one.organ).due(one.published_on, one.working_days)
    if (before, one.estimated) == (last.day, last.estimated):
        return None
    one.last_day, one.estimated = last.day, last.estimated
    one.save(update_fields=["last_day", "estimated"])
    payload = {"通知": notice, "原期满日": str(before), "现期满日": str(last.day)}
    note(one, "公示期重算", actor=actor, at=at, key=key, payload=payload)
    return Moved(f"公示期满日：{one.title}", str(before), str(last.day))
