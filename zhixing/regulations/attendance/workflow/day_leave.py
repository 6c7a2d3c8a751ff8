"""Which half-days a leave takes, and what each is charged to after the offset (02-1.6c)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Sum

from zhixing.law.calendar import WorkCalendar
from zhixing.regulations.attendance.models import BalanceMove, Leave
from zhixing.regulations.attendance.workflow.span import Slot, Span, worked_slots

GRANTED = ("已批", "已销假")
PENDING = ("待批",)
Charged = tuple[str, str]  # the kind the half day is booked as, and why


def leaves_between(
    organ_id: str, people: Iterable[int], statuses: Iterable[str], first: date, last: date
) -> list[Leave]:
    """Leaves that touch the days from `first` to `last`."""
    found = Leave.objects.filter(
        organ_id=organ_id, person_id__in=people, status__in=statuses, first__lte=last, last__gte=first
    )
    return list(found.order_by("first", "pk"))


def taken_span(leave: Leave) -> Span | None:
    """The days really taken once the person has reported back, else the days asked for."""
    if leave.status == "已销假" and leave.actual_halves == 0:
        return None
    if leave.actual_first and leave.actual_last:
        return Span(leave.actual_first, leave.actual_first_half, leave.actual_last, leave.actual_last_half)
    if leave.first is None or leave.last is None:
        return None
    return Span(leave.first, leave.first_half, leave.last, leave.last_half)


def booked(leaves: Iterable[Leave]) -> dict[tuple[int, str], int]:
    """Half-days really drawn per leave and account, after what was given back."""
    rows = (
        BalanceMove.objects.filter(leave__in=list(leaves))
        .values("leave_id", "account")
        .annotate(total=Sum("halves"))
    )
    return {(row["leave_id"], row["account"]): -row["total"] for row in rows}


def charges(
    leave: Leave, drawn: Mapping[tuple[int, str], int], calendar: WorkCalendar, *, sex: str
) -> dict[Slot, Charged]:
    """Working half-days of the leave in their order: comp first, then annual, then the kind itself."""
    span = taken_span(leave)
    if span is None:
        return {}
    comp, annual = _offset(leave, drawn)
    slots = worked_slots(span, calendar, sex=sex)
    return {slot: _charge(leave.kind, place, comp, annual) for place, slot in enumerate(slots)}


def _offset(leave: Leave, drawn: Mapping[tuple[int, str], int]) -> tuple[int, int]:
    if (leave.pk, "补休") in drawn or (leave.pk, "年休") in drawn:
        return drawn.get((leave.pk, "补休"), 0), drawn.get((leave.pk, "年休"), 0)
    return leave.offset_comp, leave.offset_annual


def _charge(kind: str, place: int, comp: int, annual: int) -> Charged:
    if kind in {"年休假", "补休假"}:
        return kind, ""
    if place < comp:
        return "补休假", f"{kind}先用补休冲抵"
    if place < comp + annual:
        return "年休假", f"{kind}先用年休冲抵"
    return kind, ""
