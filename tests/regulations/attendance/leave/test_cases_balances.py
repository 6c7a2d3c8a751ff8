"""Peer cases 13 to 21: what a leave takes from the ledgers, and what comes back."""

from __future__ import annotations

from datetime import date

import pytest

from tests.regulations.attendance.leave.bureau import Bureau, at
from tests.regulations.attendance.leave.desk import NOW, Desk, Fields, facts, refused
from zhixing.law.refusal import Refusal
from zhixing.office.matters import acts
from zhixing.organ.days import DayRow, import_notice
from zhixing.regulations.attendance.models import BalanceMove, Leave, Month
from zhixing.regulations.attendance.workflow.balance_reading import buckets
from zhixing.regulations.attendance.workflow.balance_year import carry_over, grant_year, strike_year
from zhixing.regulations.attendance.workflow.leave_back import report_back, return_early
from zhixing.regulations.attendance.workflow.leave_cancel import cancel_leave
from zhixing.regulations.attendance.workflow.span import Span

DAY, YEAR_END = date(2026, 9, 8), date(2026, 12, 31)


def cancelled(desk: Desk, leave: Leave, *agreeing: str) -> None:
    asked = cancel_leave(leave=leave, reason="不去了", actor=leave.person, at=NOW, key=desk.key())
    for number in agreeing:
        desk.agree(asked.matter, number)


def test_case_13_a_pending_request_is_already_off_the_balance(desk: Desk) -> None:
    desk.ask("E025", "年休假", date(2026, 9, 7), date(2026, 9, 9))
    over = desk.assess("E025", desk.asking("E025", "年休假", date(2026, 9, 14), date(2026, 9, 16)))
    assert facts(over) == ["年休余额"]
    assert over.findings[0].cite == "《考勤制度》一、4 年休假"


def test_case_15_a_cancelled_leave_returns_once_and_to_the_same_buckets(desk: Desk, bureau: Bureau) -> None:
    """Comp of two buckets and annual leave, in the very halves they were drawn in."""
    desk.give("E025", "补休", "0.5", date(2026, 9, 30))
    desk.give("E025", "补休", "0.5", YEAR_END)
    leave = desk.granted("E025", "事假", DAY, date(2026, 9, 9))
    drawn = list(leave.moves.order_by("pk").values_list("bucket_id", "halves"))
    assert [halves for _, halves in drawn] == [-1, -1, -2]
    cancelled(desk, leave, "E004")
    back = leave.moves.filter(why="退回").values_list("bucket_id", "halves")
    assert sorted(back) == sorted((bucket, -halves) for bucket, halves in drawn)
    leave.matter.refresh_from_db()
    with pytest.raises(Refusal):
        acts.void(matter=leave.matter, actor=bureau["E025"], at=NOW, key="v", text="再来一次")
    acts.void(matter=leave.matter, actor=bureau["E008"], at=NOW, key="w", text="存档")
    assert sum(leave.moves.values_list("halves", flat=True)) == 0


def test_case_16_a_leave_of_a_struck_year_can_still_be_cancelled(desk: Desk, bureau: Bureau) -> None:
    """No account goes below zero; what comes back to a struck year is struck again by the office."""
    leave = desk.granted("E025", "年休假", DAY)
    given: Fields = {"person": bureau["E025"], "year": 2026, "actor": bureau["E010"], "at": NOW}
    strike_year(**given, reason="病假累计满2个月", key="a")
    cancelled(desk, leave, "E004")
    assert desk.left("E025", "年休", DAY) == "1"
    strike_year(**given, reason="撤销后收回", key="b")
    assert desk.left("E025", "年休", DAY) == "0"


@pytest.mark.parametrize(
    ("comp", "last", "half", "split"),
    [
        ("2", date(2026, 9, 9), "下午", (4, 0, 0)),
        ("1.5", date(2026, 9, 9), "下午", (3, 1, 0)),
        ("0.5", date(2026, 9, 9), "上午", (1, 2, 0)),
        ("1", date(2026, 9, 16), "上午", (2, 10, 1)),
    ],
    ids=[
        "case 17: exact fit",
        "case 17: half a day over",
        "case 17: three halves",
        "case 17: the rest is personal",
    ],
)
def test_the_offset_takes_comp_then_annual_then_the_kind_itself(
    desk: Desk, comp: str, last: date, half: str, split: tuple[int, int, int]
) -> None:
    desk.give("E025", "补休", comp, YEAR_END)
    found = desk.assess("E025", desk.asking("E025", "事假", DAY, last, last_half=half)).split
    assert (found.comp, found.annual, found.rest) == split


def test_case_17_comp_that_expires_inside_the_range_covers_only_the_days_before(desk: Desk) -> None:
    desk.give("E025", "补休", "2", DAY)
    found = desk.assess("E025", desk.asking("E025", "事假", DAY, date(2026, 9, 9))).split
    assert (found.comp, found.annual, found.rest) == (2, 2, 0)


def test_case_17_comp_earned_later_does_not_move_an_earlier_offset(desk: Desk) -> None:
    """What was shown before submitting stands; the later grant is for later leave."""
    leave = desk.granted("E025", "事假", DAY)
    desk.give("E025", "补休", "1", YEAR_END)
    leave.refresh_from_db()
    assert (leave.offset_comp, leave.offset_annual, desk.left("E025", "补休", DAY)) == (0, 2, "1")


def test_case_17_cancelling_the_middle_request_leaves_the_others_as_they_are(desk: Desk) -> None:
    desk.give("E025", "补休", "1.5", YEAR_END)
    leaves = [desk.granted("E025", "事假", date(2026, 9, day)) for day in (8, 15, 22)]
    assert [(one.offset_comp, one.offset_annual) for one in leaves] == [(2, 0), (1, 1), (0, 2)]
    cancelled(desk, leaves[1], "E004")
    for leave in leaves:
        leave.refresh_from_db()
    assert [(one.offset_comp, one.offset_annual) for one in leaves] == [(2, 0), (1, 1), (0, 2)]
    assert (desk.left("E025", "补休", DAY), desk.left("E025", "年休", DAY)) == ("0.5", "4")


def test_case_18_carried_days_keep_their_half_and_expire_after_one_year(desk: Desk, bureau: Bureau) -> None:
    desk.granted("E025", "年休假", DAY, date(2026, 9, 10), last_half="上午")
    late = at(date(2027, 1, 3))  # a Sunday: the office catches up after the holiday
    carry_over(
        person=bureau["E025"], year=2026, halves=5, reason="工作需要", actor=bureau["E010"], at=late, key="c"
    )
    assert desk.left("E025", "年休", date(2027, 12, 31)) == "2.5"
    assert desk.left("E025", "年休", date(2028, 1, 1)) == "0"


def test_case_18_a_leave_before_the_carry_over_is_not_deducted_again(desk: Desk, bureau: Bureau) -> None:
    given: Fields = {"person": bureau["E025"], "actor": bureau["E010"]}
    desk.granted("E025", "年休假", DAY, date(2026, 9, 10))
    carry_over(**given, year=2026, halves=4, reason="工作需要", at=at(date(2027, 1, 3)), key="c")
    grant_year(**given, year=2027, at=at(date(2027, 1, 3)), key="g")
    assert desk.left("E025", "年休", date(2027, 2, 1)) == "7"


def test_case_18_a_leave_inside_and_after_the_expiry_draws_the_bucket_of_its_day(desk: Desk) -> None:
    desk.give("E025", "补休", "3", date(2027, 3, 31), since=date(2026, 12, 1))
    now = at(date(2027, 3, 1))
    across = desk.asking("E025", "补休假", date(2027, 3, 31), date(2027, 4, 1))
    assert facts(desk.assess("E025", across, now)) == ["补休余额"]
    assert facts(desk.assess("E025", desk.asking("E025", "补休假", date(2027, 3, 31)), now)) == []
    assert facts(desk.assess("E025", desk.asking("E025", "补休假", date(2027, 4, 1)), now)) == ["补休余额"]


def test_case_18_a_day_given_back_after_the_carry_over_may_be_carried_too(desk: Desk, bureau: Bureau) -> None:
    """Case 5 as well: a holiday entered late frees a day of the old year, and the carry-over follows it."""
    asked = at(date(2026, 12, 1))
    leave = desk.granted("E025", "年休假", date(2026, 12, 28), date(2026, 12, 31), asked)
    given: Fields = {"person": bureau["E025"], "year": 2026, "reason": "工作需要", "actor": bureau["E010"]}
    carry_over(**given, halves=2, at=at(date(2027, 1, 3)), key="a")
    rows = [DayRow(date(2026, 12, 31), "休息日", "元旦")]
    import_notice(
        organ=bureau.organ,
        rows=rows,
        notice="补发通知",
        actor=bureau["E010"],
        at=at(date(2027, 1, 4)),
        key="n",
    )
    leave.refresh_from_db()
    assert leave.halves == 6
    carry_over(**given, halves=2, at=at(date(2027, 1, 5)), key="b")
    assert desk.left("E025", "年休", date(2027, 6, 1)) == "2"


def backdated(desk: Desk, bureau: Bureau, first: date, now: date, kind: str = "年休假") -> Fields:
    asked_at = at(first, 7)
    return {
        "number": "E025", "kind": kind, "first": first, "now": at(now), "emergency": True,
        "asked_whom": bureau["E004"], "asked_at": asked_at, "asked_how": "电话",
    }  # fmt: skip


def test_case_19_a_backdated_leave_needs_the_balance_of_its_day_and_of_now(
    desk: Desk, bureau: Bureau
) -> None:
    desk.give("E025", "补休", "1", DAY)
    late = backdated(desk, bureau, DAY, date(2026, 9, 10), "补休假")
    desk.ask(**late)
    assert refused(desk.ask, **{**late, "first": date(2026, 9, 9), "asked_at": at(DAY)}) == ["补休余额"]


def test_case_19_a_backdated_leave_is_refused_once_the_month_is_locked(desk: Desk, bureau: Bureau) -> None:
    lock(bureau, 9)
    late = backdated(desk, bureau, date(2026, 9, 29), date(2026, 10, 9))
    assert refused(desk.ask, **late) == ["考勤月份"]


def lock(bureau: Bureau, month: int) -> None:
    Month.objects.create(
        organ=bureau.organ, year=2026, month=month, state="已锁定", opened_by=bureau["E010"], opened_at=NOW,
        confirm_by=date(2026, 10, 12),
    )  # fmt: skip


def test_case_36_after_the_lock_a_leave_is_not_given_up_shortened_voided_or_taken_back(
    desk: Desk, bureau: Bureau
) -> None:
    leave = desk.granted("E025", "年休假", DAY, date(2026, 9, 9))
    late = at(date(2026, 10, 20))
    lock(bureau, 9)
    given: Fields = {"actor": bureau["E025"], "at": late}
    assert refused(cancel_leave, leave=leave, reason="不去了", **given, key="a") == ["考勤月份"]
    half = Span(DAY, "上午", DAY, "上午")
    assert refused(return_early, leave=leave, last=half, **given, key="b") == ["考勤月份"]
    voiding = {"matter": leave.matter, "at": late, "text": "录入错误"}
    assert refused(acts.void, **voiding, actor=bureau["E008"], key="c") == ["考勤月份"]
    taking = {"matter": leave.matter, "at": late}
    assert refused(acts.take_back, **taking, actor=bureau["E004"], key="d") == ["考勤月份"]
    report_back(leave=leave, **given, key="e")
    assert desk.left("E025", "年休", DAY) == "3"


def test_case_36_a_cancellation_asked_for_before_the_lock_is_not_agreed_to_after_it(
    desk: Desk, bureau: Bureau
) -> None:
    leave = desk.granted("E025", "年休假", DAY)
    asked = cancel_leave(leave=leave, reason="不去了", actor=bureau["E025"], at=NOW, key="a")
    lock(bureau, 9)
    assert refused(desk.agree, asked.matter, "E004") == ["考勤月份"]


def test_case_20_ten_years_reached_in_july_bring_five_days_more_from_august(
    desk: Desk, bureau: Bureau
) -> None:
    grant_year(person=bureau["E020"], year=2026, actor=bureau["E010"], at=NOW, key="a")
    july = [bucket.left for bucket in buckets(bureau["E020"], "年休") if bucket.since <= date(2026, 7, 31)]
    assert july == [10]
    assert desk.left("E020", "年休", date(2026, 8, 1)) == "10"


def test_case_20_whoever_began_work_this_year_has_no_annual_leave_yet(desk: Desk, bureau: Bureau) -> None:
    bureau["E028"].started_work = date(2026, 8, 1)
    bureau["E028"].save()
    asking = desk.asking("E028", "年休假", DAY)
    assert facts(desk.assess("E028", asking)) == ["年休余额"]
    assert desk.left("E028", "年休", date(2027, 9, 1)) == "0"


def test_case_20_contract_staff_joining_in_the_year_have_their_share_in_whole_days(
    desk: Desk, bureau: Bureau
) -> None:
    """1 September to 31 December are 122 days: 122 / 365 of five days are one whole day (N1)."""
    person = bureau["E014"]
    person.joined = date(2026, 9, 1)
    person.save()
    grant_year(person=person, year=2026, actor=bureau["E010"], at=NOW, key="a")
    assert [(b.since, b.left) for b in buckets(person, "年休")] == [(date(2026, 9, 1), 2)]
    assert "折算" in BalanceMove.objects.get(person=person).note
    grant_year(person=person, year=2027, actor=bureau["E010"], at=at(date(2027, 1, 4)), key="b")
    assert desk.left("E014", "年休", date(2027, 1, 4)) == "5"


def test_case_20_civil_servants_who_change_bureaus_keep_the_whole_year(desk: Desk, bureau: Bureau) -> None:
    bureau["E025"].joined = date(2026, 9, 1)
    bureau["E025"].save()
    grant_year(person=bureau["E025"], year=2026, actor=bureau["E010"], at=NOW, key="a")
    assert desk.left("E025", "年休", DAY) == "5"


def test_case_20_no_leave_reaches_beyond_the_last_day_of_service(desk: Desk, bureau: Bureau) -> None:
    bureau["E025"].services.update(until=DAY)
    over = desk.asking("E025", "事假", DAY, date(2026, 9, 9))
    assert facts(desk.assess("E025", over)) == ["终止日期"]


def test_every_movement_says_why_by_which_clause_and_who(desk: Desk, bureau: Bureau) -> None:
    desk.give("E025", "补休", "1", YEAR_END)
    leave = desk.granted("E025", "事假", DAY, date(2026, 9, 10))
    cancelled(desk, leave, "E004", "E001")
    moves = BalanceMove.objects.filter(person=bureau["E025"])
    assert all(move.note and move.why and move.clause.startswith("02-1.") and move.actor for move in moves)
    uses = moves.filter(why="用假").order_by("pk").values_list("account", "halves", "clause")
    assert list(uses) == [("补休", -2, "02-1.6c"), ("年休", -4, "02-1.6c")]
