"""What an imported holiday notice moves in 02: leave days, the term for papers, what a rostered day counts as."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime

from zhixing.law.values import show_days
from zhixing.organ.days import Moved, register_deadlines
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ, Person
from zhixing.regulations.attendance.models import DutyShift, Leave
from zhixing.regulations.attendance.workflow.leave_recount import recount
from zhixing.regulations.attendance.workflow.leave_store import typed_in
from zhixing.regulations.attendance.workflow.papers_due import due_for
from zhixing.regulations.attendance.workflow.roster_lines import nature_on

PAPERS, DUTY = "02-1.2c", "02-1.5a"


def register() -> None:
    """Called once by the app when it is ready."""
    register_deadlines(renewed)


def renewed(
    *, organ: Organ, days: Collection[date], notice: str, actor: Person, at: datetime, key: str
) -> list[Moved]:
    """Renews what depends on the days and lists what moved; in the transaction of the import."""
    if not days:
        return []
    changed = recount(organ=organ, days=days, notice=notice, actor=actor, at=at, key=f"{key}/请假")
    leaves = [
        Moved(
            f"{one.leave.matter.number}天数：{one.note}",
            show_days(one.before),
            show_days(one.after),
            one.leave.person.name,
        )
        for one in changed
    ]
    papers = _papers(organ, days, notice, actor=actor, at=at, key=f"{key}/补办")
    duties = _duties(organ, days, notice, actor=actor, at=at, key=f"{key}/值班")
    return [*leaves, *papers, *duties]


def _papers(
    organ: Organ, days: Collection[date], notice: str, *, actor: Person, at: datetime, key: str
) -> Iterator[Moved]:
    """Emergency leaves whose papers are still to come and whose term reaches into the days."""
    waiting = (
        Leave.objects.select_for_update(of=("self",))
        .select_related("person")
        .filter(organ=organ, emergency=True, status="草稿", last__lte=max(days), papers_due__gte=min(days))
    )
    for leave in waiting.order_by("pk"):
        span, before = typed_in(leave).span, leave.papers_due
        after = due_for(span, organ, today(at)).day if span else before
        if after != before:
            leave.papers_due = after
            leave.save(update_fields=["papers_due"])
            payload = {"通知": notice, "原期限": str(before), "现期限": str(after)}
            enter(
                actor=actor, action="补办期限重算", kind="请假", record=leave, payload=payload, at=at,
                key=f"{key}/{leave.pk}", rule=PAPERS,
            )  # fmt: skip
            yield Moved("事后补办期限", str(before), str(after), leave.person.name)


def _duties(
    organ: Organ, days: Collection[date], notice: str, *, actor: Person, at: datetime, key: str
) -> Iterator[Moved]:
    """Shifts not yet worked count as what the day is now; a confirmed one is listed for the office."""
    shifts = (
        DutyShift.objects.select_for_update(of=("self",))
        .select_related("person")
        .filter(organ=organ, day__in=days, status__in=("已排班", "已值班"))
    )
    for shift in shifts.exclude(nature="突发").order_by("pk"):
        before, after = shift.nature, nature_on(organ, shift.day)
        if before == after:
            continue
        what = f"{shift.day}{shift.shift}值班类别"
        if shift.status == "已值班":
            yield Moved(f"{what}（已经确认，没有改动，请办公室核对）", before, after, shift.person.name)
            continue
        shift.nature = after
        shift.save(update_fields=["nature"])
        payload = {"通知": notice, "原类别": before, "现类别": after}
        enter(
            actor=actor, action="值班类别重定", kind="值班", record=shift, payload=payload, at=at,
            key=f"{key}/{shift.pk}", rule=DUTY,
        )  # fmt: skip
        yield Moved(what, before, after, shift.person.name)
