"""Whoever laid down the post a matter was sent for decides it no more, and hands it on (AC-10)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from zhixing.law.refusal import Finding, Refusal
from zhixing.office.matters.models import Task
from zhixing.organ.models import Person
from zhixing.organ.who import resolve, service_on

HANDING_ON = frozenset({"转办", "批注", "传阅", "抄送", "催办", "已阅"})


def lost_post(task: Task, act: str, at: datetime) -> Finding | None:
    """What is wrong where the post that brought the to-do is held no more; None where it is, or never was one.

    A to-do that was handed on, or a signer added by hand, came by no post: it stays with its person.
    """
    step, matter = task.step, task.matter
    if act in HANDING_ON or step is None or not step.post or matter.submitted_at is None:
        return None
    principal = task.on_behalf_of or task.person
    if principal not in _in_post(task, matter.submitted_at) or _starter_moved(task, at):
        return None
    now = _in_post(task, at)
    if principal in now:
        return None
    successors = "、".join(person.name for person in now)
    return Finding(
        fact="岗位",
        found=f"{principal.name}已不担任{step.post}",
        expected=f"现任{step.post}办理",
        mend="请转办给现任人员。",
        who=successors,
    )


def _in_post(task: Task, at: datetime) -> list[Person]:
    step, matter = task.step, task.matter
    assert step is not None
    try:
        bearers = resolve(matter.organ, step.post, starter=matter.starter, kind=matter.procedure, at=at)
    except Refusal:
        return []
    return [bearer.on_behalf_of or bearer.person for bearer in bearers]


def _starter_moved(task: Task, at: datetime) -> bool:
    """The way was laid for the section the starter served in then; a move since does not change it."""
    matter = task.matter
    assert matter.submitted_at is not None
    then, now = (
        service_on(matter.starter, timezone.localdate(moment)) for moment in (matter.submitted_at, at)
    )
    return then is None or now is None or then.section_id != now.section_id
