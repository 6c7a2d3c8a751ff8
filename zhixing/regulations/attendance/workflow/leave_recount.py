"""A holiday notice changes days: every leave it touches is counted again, and the difference booked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from zhixing.law.values import show_days
from zhixing.organ.days import calendar_of
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ, Person
from zhixing.regulations.attendance.models import BalanceMove, Leave, LeaveRecount, Reservation
from zhixing.regulations.attendance.models.choices import HOLDING
from zhixing.regulations.attendance.workflow.balance import book, lock, release, reserve
from zhixing.regulations.attendance.workflow.balance_reading import buckets, plan_draw
from zhixing.regulations.attendance.workflow.leave_case import counted, halves_of, read_case, span_of
from zhixing.regulations.attendance.workflow.leave_chain import QUESTION
from zhixing.regulations.attendance.workflow.leave_settle import return_halves
from zhixing.regulations.attendance.workflow.leave_store import typed_in
from zhixing.regulations.attendance.workflow.offset import OFFSET_KINDS, OWN_ACCOUNT, split_of
from zhixing.regulations.attendance.workflow.statute import asked, own_of

CLAUSE = "02-1.2a"


@dataclass(frozen=True, slots=True)
class Changed:
    """A leave whose half-days the notice changed; `note` says what was done about it."""

    leave: Leave
    before: int
    after: int
    note: str


def recount(
    *, organ: Organ, days: Collection[date], notice: str, actor: Person, at: datetime, key: str
) -> tuple[Changed, ...]:
    """Recount every leave of the organ that touches one of the days; run again, nothing changes twice.

    Whoever may enter a notice may let it take effect: the entering is gated, this follows it.
    """
    if not days:
        return ()
    touched = (
        Leave.objects.select_for_update()
        .select_related("person", "matter")
        .filter(organ=organ, status__in=HOLDING, first__lte=max(days), last__gte=min(days))
    )
    found = [_recount(leave, notice, actor=actor, at=at, key=key) for leave in touched.order_by("pk")]
    return tuple(changed for changed in found if changed is not None)


def _recount(leave: Leave, notice: str, *, actor: Person, at: datetime, key: str) -> Changed | None:
    calendar = calendar_of(leave.organ)
    span = span_of(leave)
    after = len(counted(span, leave.kind, calendar, today(at), own_of(leave.organ_id), sex=leave.person.sex))
    before = halves_of(leave)
    was_estimated = leave.estimated
    leave.estimated = any(calendar.is_estimated(day) for day, _ in span.slots())
    if after == before:
        if leave.estimated != was_estimated:
            _settled(leave, notice, actor=actor, at=at, key=f"{key}:{leave.pk}")
        return None
    moves = _adjust(leave, before, after, notice, actor=actor, at=at, key=f"{key}:{leave.pk}")
    note = _told(leave, before, after, notice)
    row = LeaveRecount.objects.create(
        organ=leave.organ, leave=leave, before=before, after=after, notice=notice, note=note, at=at
    )
    enter(
        actor=actor,
        action="请假天数重算",
        kind="请假",
        record=leave,
        payload={"编号": leave.matter.number, "说明": note, "余额变动": [move.note for move in moves]},
        at=at,
        key=f"{key}:{leave.pk}",
        rule=CLAUSE,
        touched=[leave, row, *moves, *Reservation.objects.filter(leave=leave)],
    )
    return Changed(leave, before, after, note)


def _settled(leave: Leave, notice: str, *, actor: Person, at: datetime, key: str) -> None:
    """The days stay as they were; only 暂估 falls away."""
    leave.save(update_fields=["estimated"])
    note = f"按{notice}核对，天数不变，不再是暂估"
    payload = {"编号": leave.matter.number, "说明": note}
    enter(
        actor=actor,
        action="请假天数核对",
        kind="请假",
        record=leave,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
    )


def _adjust(
    leave: Leave, before: int, after: int, notice: str, *, actor: Person, at: datetime, key: str
) -> Sequence[BalanceMove]:
    if leave.status == "待批":
        return _hold_anew(leave, at=at)
    if after < before:
        why = f"{notice}后重算，少{show_days(before - after)}天"
        moves = return_halves(leave, before - after, why=why, actor=actor, at=at, key=key)
        _store(leave, after)
        return moves
    return _draw_more(leave, after - before, after, actor=actor, at=at)


def _hold_anew(leave: Leave, *, at: datetime) -> list[BalanceMove]:
    """A request under way: its split and what it holds follow the new days."""
    release(leave, at=at)
    case = read_case(person=leave.person, request=typed_in(leave), at=at, leave=leave)
    split = split_of(case)
    draws = [draw for draw in (*split.draw_comp.draws, *split.draw_annual.draws) if draw.bucket.move_id > 0]
    reserve(leave, draws, round_number=leave.matter.round, at=at)
    leave.halves, leave.approval_halves = case.halves, leave.approval_halves + case.halves - leave.halves
    leave.offset_comp, leave.offset_annual, leave.rest = split.comp, split.annual, split.rest
    leave.save()
    return []


def _draw_more(leave: Leave, more: int, after: int, *, actor: Person, at: datetime) -> list[BalanceMove]:
    """Days that became working days are drawn like the others; what no account covers stays of the kind."""
    lock(leave.person, "年休", "补休")
    days = [span_of(leave).last] * more
    for account in _accounts(leave):
        drawing = plan_draw(buckets(leave.person, account), days)
        reserve(leave, drawing.draws, round_number=leave.matter.round, at=at)
        days = list(drawing.uncovered)
    moves = book(leave, actor=actor, at=at)
    _store(leave, after)
    return moves


def _accounts(leave: Leave) -> tuple[str, ...]:
    own = OWN_ACCOUNT.get(leave.kind)
    if own is not None:
        return (own,)
    offset = leave.kind == "事假" or (leave.kind in OFFSET_KINDS and bool(leave.consent))
    return ("补休", "年休") if offset else ()


def _store(leave: Leave, after: int) -> None:
    if leave.actual_halves is not None:
        leave.actual_halves = after
        leave.save()
        return
    leave.approval_halves += after - leave.halves
    leave.halves = after
    leave.offset_comp, leave.offset_annual = _used(leave, "补休"), _used(leave, "年休")
    leave.rest = after - leave.offset_comp - leave.offset_annual
    leave.save()


def _used(leave: Leave, account: str) -> int:
    return -sum(leave.moves.filter(account=account).values_list("halves", flat=True))


def _told(leave: Leave, before: int, after: int, notice: str) -> str:
    text = f"按{notice}重算，由{show_days(before)}天变为{show_days(after)}天"
    own = OWN_ACCOUNT.get(leave.kind)
    if own is not None and leave.rest:
        text += f"；{own}余额不够{show_days(leave.rest)}天，请办公室与本人商定"
    if leave.status == "待批" and other_approvers(
        leave, leave.approval_halves + before - after, leave.approval_halves
    ):
        text += "；合计天数跨过了审批界限，请退回后重新提交"
    return text


def other_approvers(leave: Leave, before: int, after: int) -> bool:
    """Whether the summed days of now lead to other people than those the matter was sent to."""
    facts = {name: leave.matter.facts[name] for name in ("职级", "区管干部", "假别")}
    day, own = today(leave.matter.created_at), own_of(leave.organ_id)
    was, now = (
        asked(QUESTION, {**facts, "天数": total}, day, own).outcome if total > 0 else {}
        for total in (before, after)
    )
    return was != now
