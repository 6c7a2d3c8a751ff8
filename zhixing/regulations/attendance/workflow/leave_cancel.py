"""撤销请假: an approved leave is given up with the agreement of those who approved it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from zhixing.law.decide import decide
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.ruling import Ruling
from zhixing.office.matters.acts import begin, submit
from zhixing.office.matters.models import Matter
from zhixing.office.matters.route import preview
from zhixing.organ.models import Person
from zhixing.regulations.attendance.book import BOOK
from zhixing.regulations.attendance.models import Leave, LeaveCancellation
from zhixing.regulations.attendance.workflow.away import is_away
from zhixing.regulations.attendance.workflow.entries import enter
from zhixing.regulations.attendance.workflow.leave_chain import QUESTION
from zhixing.regulations.attendance.workflow.statute import edition

REGULATION, PROCEDURE, CLAUSE = "attendance", "撤销请假", "02-1.2a"


@transaction.atomic
def cancel_leave(*, leave: Leave, reason: str, actor: Person, at: datetime, key: str) -> LeaveCancellation:
    """Ask those who approved; once they agree everything the leave used goes back, exactly once."""
    done = LeaveCancellation.objects.filter(leave=leave, status__in=("待批", "已批")).first()
    if done is not None:
        raise _asked_already(done)
    title = f"{actor.name}撤销{leave.matter.number}"
    form = {"原假单": leave.matter.number, "撤销事由": reason}
    matter = begin(
        regulation=REGULATION,
        procedure=PROCEDURE,
        title=title,
        form=form,
        actor=actor,
        at=at,
        key=f"{key}:draft",
    )
    asked = LeaveCancellation.objects.create(
        organ_id=actor.organ_id, matter=matter, leave=leave, reason=reason, status="草稿"
    )
    enter(
        actor=actor, action="填写撤销单", kind="撤销请假", record=asked, payload=form,
        at=at, key=f"{key}:cancel", rule=CLAUSE,
    )  # fmt: skip
    ruling = ruling_of(leave.matter)
    book = edition(ruling.on)
    route = preview(
        organ=actor.organ, procedure=PROCEDURE, edition=book, rulings={QUESTION: ruling},
        starter=actor, at=at, absent=is_away,
    )  # fmt: skip
    submit(matter=matter, actor=actor, at=at, key=key, route=route, edition=book.in_force, ruling=ruling)
    asked.refresh_from_db()
    return asked


def ruling_of(matter: Matter) -> Ruling:
    """The ruling the matter was submitted under, asked again of its own edition with its own facts."""
    return decide(BOOK, matter.question, matter.ruling["facts"], on=date.fromisoformat(matter.ruling["on"]))


def _asked_already(done: LeaveCancellation) -> Refusal:
    found = f"{done.matter.number}，{done.status}"
    finding = Finding("撤销", found, "一次请假只撤销一次", "请等待审批结果。", CLAUSE, who="审批人")
    return Refusal("不能撤销请假。", [finding])
