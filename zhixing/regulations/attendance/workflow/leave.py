"""请假: drafting, submitting, extending. The approval itself is done by the acts of office.matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from zhixing.journal.models import Entry
from zhixing.journal.write import Receipt, already_done
from zhixing.office.matters.acts import begin, resubmit, save_draft, submit
from zhixing.office.matters.models import Matter
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.turn import in_turn
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.leave_chain import QUESTION
from zhixing.regulations.attendance.workflow.leave_request import LeaveRequest
from zhixing.regulations.attendance.workflow.leave_route import procedure_of
from zhixing.regulations.attendance.workflow.leave_store import paper_of, title_of, typed_into
from zhixing.regulations.attendance.workflow.leave_submitted import judge
from zhixing.regulations.attendance.workflow.papers_due import due_for
from zhixing.regulations.attendance.workflow.statute import edition

REGULATION, CLAUSE = "attendance", "02-1.2a"


@in_turn
def draft_leave(
    *, request: LeaveRequest, actor: Person, at: datetime, key: str, leave: Leave | None = None
) -> Leave:
    """保存草稿: keep what was typed, right or wrong; `leave` is the draft being changed. Twice by one key is once."""
    earlier = Entry.objects.filter(organ=actor.organ_id, key=key).first()
    if earlier is not None:
        return Leave.objects.get(matter_id=int(earlier.object_id))
    kept = _changed(leave, request, actor, at, key) if leave else _new(request, actor, at, key)
    typed_into(kept, request)
    kept.papers_due = None
    if request.emergency and request.span:
        kept.papers_due = due_for(request.span, actor.organ, today(at)).day
    kept.save()
    enter(
        actor=actor, action="填写请假单", kind="请假", record=kept, payload=paper_of(request),
        at=at, key=f"{key}:leave", rule=CLAUSE,
    )  # fmt: skip
    return kept


def _new(request: LeaveRequest, actor: Person, at: datetime, key: str) -> Leave:
    matter = begin(
        regulation=REGULATION, procedure=procedure_of(request), title=title_of(actor.name, request),
        form=paper_of(request), actor=actor, at=at, key=key,
    )  # fmt: skip
    return Leave(organ_id=actor.organ_id, matter=matter, person=actor)


def _changed(leave: Leave, request: LeaveRequest, actor: Person, at: datetime, key: str) -> Leave:
    kept = (
        Leave.objects.select_for_update().select_related("matter").get(pk=leave.pk, organ_id=actor.organ_id)
    )
    Matter.objects.filter(pk=kept.matter_id).update(procedure=procedure_of(request))
    kept.matter.refresh_from_db()
    save_draft(
        matter=kept.matter, title=title_of(actor.name, request), form=paper_of(request),
        actor=actor, at=at, key=key,
    )  # fmt: skip
    return kept


@in_turn
def submit_leave(*, leave: Leave, actor: Person, at: datetime, key: str, text: str = "") -> Receipt:
    """提交: judged whole, the chain frozen with edition and ruling, balances held. Raises one Refusal."""
    done = already_done(actor.organ_id, key)
    if done is not None:
        return done
    kept = (
        Leave.objects.select_for_update()
        .select_related("matter", "person")
        .get(pk=leave.pk, organ_id=actor.organ_id)
    )
    assessed = judge(kept, at=at)
    assert assessed.route is not None
    return submit(
        matter=kept.matter, actor=actor, at=at, key=key, route=assessed.route,
        edition=edition(today(at)).in_force, ruling=assessed.rulings[QUESTION], facts=assessed.facts, text=text,
    )  # fmt: skip


@in_turn
def request_leave(
    *, request: LeaveRequest, actor: Person, at: datetime, key: str, leave: Leave | None = None
) -> Leave:
    """Draft and submit in one; a refusal leaves nothing behind."""
    kept = draft_leave(request=request, actor=actor, at=at, key=f"{key}:draft", leave=leave)
    submit_leave(leave=kept, actor=actor, at=at, key=key)
    return Leave.objects.select_related("matter").get(pk=kept.pk)


@in_turn
def resend_leave(*, leave: Leave, request: LeaveRequest, actor: Person, at: datetime, key: str) -> Leave:
    """直送退回人: mended, and back to whoever sent it back; Refusal where what the route rests on has changed."""
    kept = draft_leave(request=request, actor=actor, at=at, key=f"{key}:draft", leave=leave)
    resubmit(matter=kept.matter, actor=actor, at=at, key=key)
    return Leave.objects.select_related("matter").get(pk=kept.pk)


def extend_leave(*, leave: Leave, request: LeaveRequest, actor: Person, at: datetime, key: str) -> Leave:
    """续假: a request that joins an approved one; both are summed and the chain follows the sum (B2-07)."""
    joined = replace(request, extends=leave, kind=request.kind or leave.kind)
    return request_leave(request=joined, actor=actor, at=at, key=key)
