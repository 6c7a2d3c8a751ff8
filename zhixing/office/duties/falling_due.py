"""Making the duties that fall due soon: each turn once, missed days caught up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from zhixing.journal.write import locked_head
from zhixing.law.calendar import WorkCalendar
from zhixing.law.document import Duty, Edition
from zhixing.law.duty import Due, falls_due
from zhixing.office.duties.entries import enter
from zhixing.office.duties.models import DutyDue, Looked
from zhixing.organ.days import Moved, calendar_of
from zhixing.organ.models import Organ

LATEST = timedelta(days=60)  # a notice of holidays moves a day by less than that
AHEAD = timedelta(days=30)  # the year's calendar of work shows a month ahead (domain 4.3)


def make_due(*, organ: Organ, editions: Iterable[Edition], at: datetime) -> list[DutyDue]:
    """Store every turn that falls due from the last look until a month from now; returns the new ones.

    `editions` are those in force. A first look begins today: what fell due before the system came is not
    held against anybody.
    """
    today = timezone.localdate(at)
    calendar = calendar_of(organ)
    with transaction.atomic():
        locked_head(organ.pk)
        looked, _ = Looked.objects.select_for_update().get_or_create(organ=organ, defaults={"day": today})
        made = [
            due
            for edition in editions
            for turn in turns(edition, min(looked.day, today), today + AHEAD, calendar)
            for due in _store(organ, edition, turn, at)
        ]
        if looked.day < today:
            Looked.objects.filter(organ=organ).update(day=today)
    return made


def follow_calendar(*, organ: Organ, editions: Iterable[Edition], at: datetime) -> list[Moved]:
    """Open turns move with the organ's calendar; says which did, from when to when."""
    calendar = calendar_of(organ)
    moved = list[Moved]()
    with transaction.atomic():
        locked_head(organ.pk)
        by_key = {edition.key: edition for edition in editions}
        for due in DutyDue.objects.select_for_update().filter(organ=organ, state="待办"):
            turn = _turn_of(due, by_key.get(due.regulation), calendar)
            if turn and (due.due, due.estimated) != (turn.day, turn.estimated):
                moved.append(
                    Moved(f"任务“{due}”的限办日期", due.due.isoformat(), turn.day.isoformat(), due.post)
                )
                _move(due, turn, at)
    return moved


def _turn_of(due: DutyDue, edition: Edition | None, calendar: WorkCalendar) -> Due | None:
    duty = edition.duties.get(due.duty) if edition else None
    if duty is None:
        return None
    around = falls_due(duty, due.period_first, due.due + LATEST, calendar)
    return next((turn for turn in around if turn.period.first == due.period_first), None)


def turns(edition: Edition, first: date, last: date, calendar: WorkCalendar) -> Iterator[Due]:
    """Every turn of every duty of an edition whose day lies from `first` to `last`."""
    for duty in rows(edition):
        yield from falls_due(duty, max(first, edition.in_force), last, calendar)


def rows(edition: Edition) -> tuple[Duty, ...]:
    """One row for each duty; a second row of a name is a finding of the check-up, not a second duty."""
    return tuple(edition.duties.values())


def _store(organ: Organ, edition: Edition, turn: Due, at: datetime) -> Iterator[DutyDue]:
    duty, period = turn.duty, turn.period
    due, new = DutyDue.objects.get_or_create(
        organ=organ, regulation=edition.key, duty=duty.name, period_first=period.first,
        defaults={
            "edition": edition.in_force, "post": duty.who, "wanted": duty.evidence, "clause": duty.clause,
            "cite": f"《{edition.title}》{duty.cite}", "period": period.name, "period_last": period.last,
            "due": turn.day, "estimated": turn.estimated, "created_at": at,
        },
    )  # fmt: skip
    if new:
        enter(due, action="生成任务", at=at, key=f"duty:{edition.key}:{duty.name}:{period.first.isoformat()}")
        yield due
    elif due.state == "待办" and (due.due, due.estimated) != (turn.day, turn.estimated):
        _move(due, turn, at)


def _move(due: DutyDue, turn: Due, at: datetime) -> None:
    """A notice of holidays moved the day: the open turn follows it, and the journal says so."""
    before = due.due.isoformat()
    due.due, due.estimated = turn.day, turn.estimated
    due.save(update_fields=["due", "estimated"])
    enter(due, action="调整限办日期", at=at, key=f"duty-moved:{due.pk}:{before}:{turn.day}:{at.isoformat()}")
