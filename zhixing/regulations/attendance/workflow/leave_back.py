"""销假 and 提前返岗: the days really taken; what falls away returns to the buckets it came from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.values import show_days
from zhixing.organ.days import calendar_of
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.gate import not_of_office, other_organ
from zhixing.regulations.attendance.workflow.leave_case import counted, span_of
from zhixing.regulations.attendance.workflow.leave_settle import return_halves
from zhixing.regulations.attendance.workflow.matter_steps import finish_own_step
from zhixing.regulations.attendance.workflow.month_closed import closed_months
from zhixing.regulations.attendance.workflow.span import Span
from zhixing.regulations.attendance.workflow.statute import finding, own_of

CLAUSE = "02-1.2a"
STEP = "销假"


@once
def report_back(
    *, leave: Leave, actor: Person, at: datetime, key: str, actual: Span | None = None
) -> Receipt:
    """The person is back (or the office enters it); `actual` is what was really taken, all of it by default."""
    leave = Leave.objects.select_for_update().select_related("person", "matter").get(pk=leave.pk)
    asked = span_of(leave)
    taken = actual or asked
    faults = list(_faults(leave, asked, taken, actor, at))
    if taken.begin > asked.begin or taken.end < asked.end:
        faults += closed_months(leave.organ_id, asked, today(at), CLAUSE)
    if faults:
        raise Refusal("不能销假。", faults)
    halves = len(
        counted(
            taken,
            leave.kind,
            calendar_of(leave.organ),
            today(at),
            own_of(leave.organ_id),
            sex=leave.person.sex,
        )
    )
    why = f"{leave.matter.number}实休{show_days(halves)}天，少休{show_days(leave.halves - halves)}天"
    moves = return_halves(leave, leave.halves - halves, why=why, actor=actor, at=at, key=f"{key}:back")
    _store(leave, taken, halves, at)
    receipt = enter(
        actor=actor,
        action="销假",
        kind="请假",
        record=leave,
        payload={
            "编号": leave.matter.number,
            "批准": f"{asked.shown()}，{show_days(leave.halves)}天",
            "实休": f"{taken.shown()}，{show_days(halves)}天",
            "余额变动": [move.note for move in moves],
        },
        at=at,
        key=key,
        rule=CLAUSE,
        touched=[leave, *moves],
    )
    finish_own_step(leave.matter, STEP, actor=actor, at=at, key=f"{key}:step")
    return receipt


def return_early(*, leave: Leave, last: Span, actor: Person, at: datetime, key: str) -> Receipt:
    """提前返岗: as 销假, with the days really taken; the freed half-days are due at work again."""
    return report_back(leave=leave, actor=actor, at=at, key=key, actual=last)


def _store(leave: Leave, taken: Span, halves: int, at: datetime) -> None:
    leave.actual_first, leave.actual_first_half = taken.first, taken.first_half
    leave.actual_last, leave.actual_last_half = taken.last, taken.last_half
    leave.actual_halves, leave.reported_back_at, leave.status = halves, at, "已销假"
    leave.save()


def _faults(leave: Leave, asked: Span, taken: Span, actor: Person, at: datetime) -> Iterator[Finding]:
    day = today(at)
    yield from other_organ(actor, leave.organ_id, day, CLAUSE)
    if actor.pk != leave.person_id:
        yield from not_of_office(actor, day, CLAUSE)
    if leave.status != "已批":
        yield _fault(at, "状态", leave.status, "已经批准、还没有销假", "没有批准的不用销假；销过的不再销。")
    if taken.backwards or taken.begin < asked.begin or taken.end > asked.end:
        mend = "实休超出批准的，请另办续假。"
        yield _fault(at, "实际起止", taken.shown(), f"在{asked.shown()}以内", mend)
    elif taken.last > day:
        yield _fault(at, "实际起止", f"{taken.last}还没有到", "返岗以后再销假", "请在返岗那天办理。")
    elif not counted(
        taken, leave.kind, calendar_of(leave.organ), day, own_of(leave.organ_id), sex=leave.person.sex
    ):
        yield _fault(at, "实际起止", "没有工作日", "至少半个工作日", "一天也没有休的，请办撤销。")


def _fault(at: datetime, fact: str, found: str, expected: str, mend: str) -> Finding:
    return finding(day=today(at), clause=CLAUSE, fact=fact, found=found, expected=expected, mend=mend)
