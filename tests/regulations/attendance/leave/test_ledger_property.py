"""Whatever people do with leave, in whatever order: every half-day of the ledgers is accounted for."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.regulations.attendance.leave.bureau import Bureau, at
from tests.regulations.attendance.leave.desk import NOW, Desk, unexplained
from zhixing.law.refusal import Refusal
from zhixing.office.matters import acts
from zhixing.regulations.attendance.models import BalanceMove, Leave, Reservation
from zhixing.regulations.attendance.workflow.balance import used
from zhixing.regulations.attendance.workflow.leave_back import return_early
from zhixing.regulations.attendance.workflow.leave_cancel import cancel_leave
from zhixing.regulations.attendance.workflow.span import Span

FIRST = date(2026, 9, 7)
KINDS = ("事假", "病假", "年休假", "补休假")
ASKING = st.tuples(
    st.just("ask"), st.sampled_from(KINDS), st.integers(0, 20), st.integers(0, 3), st.booleans()
)
DOING = st.tuples(
    st.sampled_from(["agree", "refuse", "withdraw", "cancel", "early", "void", "take_back"]),
    st.integers(0, 3), st.just(0), st.just(0), st.just(False),
)  # fmt: skip
Act = tuple[str, object, int, int, bool]


@pytest.fixture
def clean(desk: Desk) -> Desk:
    desk.give("E025", "补休", "2.5", date(2026, 9, 20))
    desk.give("E025", "补休", "1", date(2026, 12, 31))
    return desk


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ASKING | DOING, min_size=3, max_size=12))
def test_no_half_day_is_lost_drawn_twice_or_below_zero(clean: Desk, bureau: Bureau, story: list[Act]) -> None:
    with transaction.atomic():
        for act in story:
            with suppress(Refusal), transaction.atomic():
                do(clean, bureau, act)
        books_balance(bureau)
        transaction.set_rollback(True)


def do(desk: Desk, bureau: Bureau, act: Act) -> None:
    verb, what, day, length, consent = act
    if verb == "ask":
        first = FIRST + timedelta(days=day)
        desk.ask("E025", str(what), first, first + timedelta(days=length), consent=consent)
        return
    leaves = list(Leave.objects.select_related("matter", "person").order_by("pk"))
    if not leaves:
        return
    leave = leaves[int(str(what)) % len(leaves)]
    step(desk, bureau, verb, leave)


def step(desk: Desk, bureau: Bureau, verb: str, leave: Leave) -> None:
    given = {"matter": leave.matter, "at": NOW, "key": desk.key()}
    person = bureau["E025"]
    if verb == "agree":
        desk.grant(leave)
    elif verb == "refuse":
        acts.refuse(**given, actor=bureau["E004"], text="不同意")  # type: ignore[arg-type]
    elif verb == "withdraw":
        acts.withdraw(**given, actor=person)  # type: ignore[arg-type]
    elif verb == "take_back":
        acts.take_back(**given, actor=bureau["E004"])  # type: ignore[arg-type]
    elif verb == "void":
        acts.void(**given, actor=bureau["E008"], text="录入错误")  # type: ignore[arg-type]
    elif verb == "cancel":
        asked = cancel_leave(leave=leave, reason="不去", actor=person, at=NOW, key=desk.key())
        while not Leave.objects.filter(pk=leave.pk, status="已撤销").exists():
            desk.agree(asked.matter, desk.next_of(asked.matter).number)
    else:
        assert leave.first is not None
        only = Span(leave.first, "上午", leave.first, "上午")
        return_early(leave=leave, last=only, actor=person, at=at(date(2026, 11, 2)), key=desk.key())


def books_balance(bureau: Bureau) -> None:
    held = Reservation.objects.filter(closed_at=None)
    for bucket in BalanceMove.objects.filter(bucket=None):
        drawn = BalanceMove.objects.filter(bucket=bucket).aggregate(total=Sum("halves"))["total"] or 0
        waiting = held.filter(bucket=bucket).aggregate(total=Sum("halves"))["total"] or 0
        assert 0 <= bucket.halves + drawn - waiting <= bucket.halves
    for leave in Leave.objects.all():
        drawn = used(leave, "补休") + used(leave, "年休")
        taken = leave.halves if leave.actual_halves is None else leave.actual_halves
        waiting = held.filter(leave=leave).aggregate(total=Sum("halves"))["total"] or 0
        if leave.status in {"已批", "已销假"}:
            assert drawn <= taken
            assert waiting == 0
        else:
            assert drawn == 0
            assert waiting == (leave.offset_comp + leave.offset_annual if leave.status == "待批" else 0)
    assert unexplained(bureau.organ) == []
