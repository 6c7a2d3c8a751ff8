"""我的假期余额: what one may still take, which earning it comes from, what is held, and every movement (02-1.4, 02-1.5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.organ.models import Person
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.models import BalanceMove, Reservation
from zhixing.regulations.attendance.workflow.balance_overview import Standing, standings
from zhixing.regulations.attendance.workflow.balance_reading import Bucket, buckets, first_expiring, usable
from zhixing.regulations.attendance.workflow.entitlement import ACCOUNT, unbooked_grants
from zhixing.web.pages.attendance.balance_person import Line, ledger
from zhixing.web.requests import DeskRequest, acting, looking

ANNUAL, COMP = ACCOUNT, "补休"


@dataclass(frozen=True, slots=True)
class Held:
    """A request under way that holds half-days of the account."""

    reservation: Reservation
    halves: int


@dataclass(frozen=True, slots=True)
class Account:
    """`usable` today, in half-days; `lots` are the earnings that still hold something, first expiring first."""

    name: str
    usable: int
    standing: Standing
    lots: tuple[Bucket, ...]
    waiting: tuple[Bucket, ...]
    held: tuple[Held, ...]
    lines: list[Line]


@require_safe
def balances_mine(request: DeskRequest) -> HttpResponse:
    person, day = acting(request), looking(request).day
    moves = visible(looking(request), BalanceMove).filter(person=person).select_related("actor", "leave")
    known = standings(moves, day)
    accounts = [
        Account(
            name=name,
            usable=usable(lots, day),
            standing=known.get((person.pk, name), Standing()),
            lots=lots,
            waiting=unbooked(person, name, day),
            held=held(request, person, name),
            lines=ledger(moves, name),
        )
        for name in (COMP, ANNUAL)
        for lots in [in_hand(person, name, day)]
    ]
    context = {"accounts": accounts, "day": day, "person": person}
    return render(request, "web/attendance/balances_mine.html", context)


def unbooked(person: Person, name: str, day: date) -> tuple[Bucket, ...]:
    """What this year grants and nobody has booked yet."""
    return tuple(unbooked_grants(person, day.year, day)) if name == ANNUAL else ()


def in_hand(person: Person, name: str, day: date) -> tuple[Bucket, ...]:
    found = (*buckets(person, name), *unbooked(person, name, day))
    return tuple(
        sorted((lot for lot in found if lot.expires is None or lot.expires >= day), key=first_expiring)
    )


def held(request: DeskRequest, person: Person, name: str) -> tuple[Held, ...]:
    rows = visible(looking(request), Reservation).filter(
        leave__person=person, bucket__account=name, closed_at=None
    )
    sums = dict(rows.values_list("leave").annotate(total=Sum("halves")))
    firsts = {row.leave_id: row for row in rows.select_related("leave__matter").order_by("-pk")}
    return tuple(Held(firsts[leave], total) for leave, total in sums.items())
