"""Submitting a leave, by whatever way it came: judged again on the server, and its half-days held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from zhixing.law.refusal import Finding, Refusal
from zhixing.office.matters.models import Matter
from zhixing.organ.entries import enter
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import BalanceMove, Leave, Reservation
from zhixing.regulations.attendance.workflow.balance import lock, reserve
from zhixing.regulations.attendance.workflow.balance_reading import Draw
from zhixing.regulations.attendance.workflow.balance_year import book_grants
from zhixing.regulations.attendance.workflow.leave_assess import assess
from zhixing.regulations.attendance.workflow.leave_decided import locked
from zhixing.regulations.attendance.workflow.leave_request import LeaveAssessment
from zhixing.regulations.attendance.workflow.leave_store import judged_into, typed_in

CLAUSE = "02-1.2a"
REFUSED = "不能提交请假申请。"


def submitted(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    """Raises one Refusal with every finding; otherwise the leave is 待批 and holds what it draws."""
    leave = locked(matter)
    own_matter(leave, actor)
    lock(leave.person, "年休", "补休")
    granted = grants_for(leave, actor=actor, at=at)
    assessed = judge(leave, at=at)
    same_way(matter, assessed)
    held = hold(leave, assessed, at=at)
    judged_into(leave, assessed)
    leave.status = "待批"
    leave.save()
    leave.adjoining.set(assessed.adjoining)
    enter(
        actor=actor,
        action="请假待批",
        kind="请假",
        record=leave,
        payload={
            "编号": matter.number,
            "余额预留": [f"{one.bucket.note}：{one.halves}个半天" for one in held],
        },
        at=at,
        key=f"{key}:leave",
        rule=CLAUSE,
        touched=[leave, *granted, *Reservation.objects.filter(leave=leave)],
    )


def judge(leave: Leave, *, at: datetime) -> LeaveAssessment:
    """The assessment of the row as it stands; raises Refusal where anything stands against it."""
    assessed = assess(person=leave.person, request=typed_in(leave), at=at, leave=leave)
    if assessed.findings:
        raise Refusal(REFUSED, assessed.findings)
    return assessed


def own_matter(leave: Leave, actor: Person) -> None:
    if actor.pk != leave.person_id:
        raise Refusal(
            REFUSED,
            [Finding("办理人", actor.name, "由申请人本人提交", "请交申请人本人提交。", CLAUSE, who="本人")],
        )


def same_way(matter: Matter, assessed: LeaveAssessment) -> None:
    """Changed dates or kind go the whole way again: 直送退回人 is for what the route does not depend on."""
    if dict(matter.facts) != assessed.facts:
        finding = Finding(
            "审批依据",
            "起止、假别或者合计天数变了",
            "与上次提交时一样",
            "请选择重走，从头审批。",
            CLAUSE,
            who="本人",
        )
        raise Refusal(REFUSED, [finding])


def grants_for(leave: Leave, *, actor: Person, at: datetime) -> list[BalanceMove]:
    """The annual grants of the years the leave touches are booked now, if nobody has yet."""
    if leave.first is None or leave.last is None:
        return []
    years = {leave.first.year, leave.last.year} & {at.year, at.year + 1}
    return [move for year in sorted(years) for move in book_grants(leave.person, year, actor=actor, at=at)]


def hold(leave: Leave, assessed: LeaveAssessment, *, at: datetime) -> list[Reservation]:
    """Reserve what the split draws; the virtual grants of the assessment are rows by now."""
    draws = [*assessed.split.draw_comp.draws, *assessed.split.draw_annual.draws]
    return reserve(leave, real(draws), round_number=leave.matter.round, at=at)


def real(draws: Sequence[Draw]) -> list[Draw]:
    if any(draw.bucket.move_id <= 0 for draw in draws):
        raise ValueError("a grant that is not booked cannot be reserved")
    return list(draws)
