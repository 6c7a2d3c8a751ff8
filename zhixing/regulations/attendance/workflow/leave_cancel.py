"""撤销请假: an approved leave is given up with the agreement of those who approved it."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.models import Entry
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.ruling import Ruling
from zhixing.office.matters.acts import begin, save_draft, submit
from zhixing.office.matters.models import Matter
from zhixing.office.matters.route import preview
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.turn import in_turn
from zhixing.regulations.attendance.models import Leave, LeaveCancellation
from zhixing.regulations.attendance.workflow.away import is_away
from zhixing.regulations.attendance.workflow.gate import other_organ
from zhixing.regulations.attendance.workflow.leave_chain import QUESTION
from zhixing.regulations.attendance.workflow.statute import asked, cite, edition, own_of

REGULATION, PROCEDURE, CLAUSE = "attendance", "撤销请假", "02-1.2a"
REFUSED = "不能撤销请假。"


@in_turn
def cancel_leave(*, leave: Leave, reason: str, actor: Person, at: datetime, key: str) -> LeaveCancellation:
    """Ask those who approved; once they agree everything the leave used goes back, exactly once.

    A cancellation that was sent back is sent again with the new reason. Raises one Refusal.
    """
    earlier = Entry.objects.filter(organ=actor.organ_id, key=f"{key}:draft").first()
    if earlier is not None:
        return LeaveCancellation.objects.get(matter_id=int(earlier.object_id))
    faults = other_organ(actor, leave.organ_id, today(at), CLAUSE)
    if faults:
        raise Refusal(REFUSED, faults)
    leave = Leave.objects.select_for_update().select_related("matter").get(pk=leave.pk)
    asked = _drawn_up(leave, reason, actor, at, key)
    ruling = ruling_of(leave.matter)
    book = edition(ruling.on)
    route = preview(
        organ=actor.organ, procedure=PROCEDURE, edition=book, rulings={QUESTION: ruling},
        starter=actor, at=at, absent=is_away,
    )  # fmt: skip
    submit(
        matter=asked.matter, actor=actor, at=at, key=key, route=route, edition=book.in_force, ruling=ruling
    )
    asked.refresh_from_db()
    return asked


def _drawn_up(leave: Leave, reason: str, actor: Person, at: datetime, key: str) -> LeaveCancellation:
    """A new cancellation, or the one that came back, with the reason of now."""
    held = LeaveCancellation.objects.filter(leave=leave, status__in=("草稿", "待批", "已批"))
    asked = held.select_related("matter").first()
    if asked is not None and asked.status != "草稿":
        raise _asked_already(asked, at)
    title = f"{actor.name}撤销{leave.matter.number}"
    form = {"原假单": leave.matter.number, "撤销事由": reason}
    if asked is None:
        matter = begin(
            regulation=REGULATION, procedure=PROCEDURE, title=title, form=form, actor=actor, at=at,
            key=f"{key}:draft",
        )  # fmt: skip
        asked = LeaveCancellation(organ_id=actor.organ_id, matter=matter, leave=leave)
    else:
        save_draft(matter=asked.matter, title=title, form=form, actor=actor, at=at, key=f"{key}:draft")
    asked.reason = reason
    asked.save()
    enter(
        actor=actor, action="填写撤销单", kind="撤销请假", record=asked, payload=form,
        at=at, key=f"{key}:cancel", rule=CLAUSE,
    )  # fmt: skip
    return asked


def ruling_of(matter: Matter) -> Ruling:
    """The ruling the matter was submitted under, asked again of its own edition with its own facts."""
    return asked(
        matter.question,
        matter.ruling["facts"],
        date.fromisoformat(matter.ruling["on"]),
        own_of(matter.organ_id),
    )


def _asked_already(done: LeaveCancellation, at: datetime) -> Refusal:
    found = f"{done.matter.number}，{done.status}"
    finding = Finding(
        "撤销", found, "一次请假只撤销一次", "请等待审批结果。", CLAUSE, cite(CLAUSE, today(at)), who="审批人"
    )
    return Refusal(REFUSED, [finding])
