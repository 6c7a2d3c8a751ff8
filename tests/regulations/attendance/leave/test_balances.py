"""The ledgers of 年休 and 补休: granted, held, used, returned, carried, struck; every half-day accounted for."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from tests.regulations.attendance.leave.bureau import Bureau, at
from tests.regulations.attendance.leave.desk import NOW, Desk, Fields, facts, refused
from zhixing.office.matters import acts
from zhixing.regulations.attendance.models import BalanceMove
from zhixing.regulations.attendance.models.balance import AppendOnlyError
from zhixing.regulations.attendance.workflow.balance_reading import available, buckets
from zhixing.regulations.attendance.workflow.balance_year import (
    carry_over,
    grant_year,
    open_balance,
    strike_year,
)
from zhixing.regulations.attendance.workflow.leave_cancel import cancel_leave

DAY = date(2026, 9, 8)
YEAR_END = date(2026, 12, 31)


def test_ten_years_on_15_july_bring_five_days_more_from_august(desk: Desk, bureau: Bureau) -> None:
    grant_year(person=bureau["E020"], year=2026, actor=bureau["E010"], at=NOW, key="a")
    assert desk.left("E020", "年休", date(2026, 7, 31)) == "5"
    assert desk.left("E020", "年休", date(2026, 8, 1)) == "10"
    assert desk.left("E020", "年休", date(2027, 1, 1)) == "0"


def test_granting_a_year_twice_changes_nothing(desk: Desk, bureau: Bureau) -> None:
    for key in ("a", "b"):
        grant_year(person=bureau["E025"], year=2026, actor=bureau["E010"], at=NOW, key=key)
    assert available(bureau["E025"], "年休", DAY) == 10


def test_a_grant_needs_the_office_and_the_year_work_began(desk: Desk, bureau: Bureau) -> None:
    bureau["E025"].started_work = None
    given = {"person": bureau["E025"], "year": 2026, "actor": bureau["E028"], "at": NOW, "key": "a"}
    assert refused(grant_year, **given) == ["办理人", "参加工作时间"]


def test_twenty_years_are_fifteen_days_and_less_than_one_none(desk: Desk, bureau: Bureau) -> None:
    bureau["E028"].started_work = date(2026, 8, 1)
    bureau["E028"].save()
    for number in ("E022", "E028"):
        grant_year(person=bureau[number], year=2026, actor=bureau["E010"], at=NOW, key=number)
    assert desk.left("E022", "年休", DAY) == "15"
    assert desk.left("E028", "年休", DAY) == "0"


def test_two_pending_requests_cannot_together_exceed_the_balance(desk: Desk) -> None:
    desk.ask("E025", "年休假", date(2026, 9, 7), date(2026, 9, 9))
    assert refused(desk.ask, "E025", "年休假", date(2026, 9, 14), date(2026, 9, 16)) == ["年休余额"]
    desk.ask("E025", "年休假", date(2026, 9, 14), date(2026, 9, 15))
    assert desk.left("E025", "年休", DAY) == "0"


def test_the_short_balance_says_what_is_left_and_what_is_missing(desk: Desk) -> None:
    found = desk.assess("E025", desk.asking("E025", "年休假", date(2026, 9, 7), date(2026, 9, 15)))
    short = found.findings[0]
    assert (short.found, short.expected) == ("可用5天（已减去在途申请）", "不少于7天")
    assert "2天" in short.mend


def test_personal_leave_takes_comp_first_then_annual_then_itself(desk: Desk, bureau: Bureau) -> None:
    desk.give("E025", "补休", "0.5", YEAR_END)
    found = desk.assess("E025", desk.asking("E025", "事假", DAY))
    assert (found.split.comp, found.split.annual, found.split.rest) == (1, 1, 0)
    assert [(line.account, line.before, line.taken, line.left) for line in found.balances] == [
        ("补休", 1, 1, 0),
        ("年休", 10, 1, 9),
    ]
    longer = desk.assess("E025", desk.asking("E025", "事假", DAY, date(2026, 9, 16)))
    assert (longer.split.comp, longer.split.annual, longer.split.rest) == (1, 10, 3)


def test_sick_leave_leaves_the_accounts_alone_without_consent(desk: Desk) -> None:
    desk.give("E025", "补休", "1", YEAR_END)
    leave = desk.granted("E025", "病假", DAY, consent=False)
    assert (leave.offset_comp, leave.rest, desk.left("E025", "补休", DAY)) == (0, 2, "1")


def test_comp_leave_never_goes_below_zero(desk: Desk) -> None:
    desk.give("E025", "补休", "0.5", YEAR_END)
    assert refused(desk.ask, "E025", "补休假", DAY) == ["补休余额"]
    desk.ask("E025", "补休假", DAY, last_half="上午")


def test_comp_that_expires_first_is_used_first_and_returned_to_its_own_bucket(
    desk: Desk, bureau: Bureau
) -> None:
    desk.give("E025", "补休", "1", YEAR_END)
    desk.give("E025", "补休", "1", date(2026, 9, 30), since=date(2026, 7, 1))
    leave = desk.granted("E025", "补休假", DAY)
    assert [(b.expires, b.left) for b in buckets(bureau["E025"], "补休")] == [(YEAR_END, 2)]
    asked = cancel_leave(leave=leave, reason="不去了", actor=bureau["E025"], at=NOW, key=desk.key())
    desk.agree(asked.matter, "E004")
    found = [(b.expires, b.left) for b in buckets(bureau["E025"], "补休")]
    assert found == [(date(2026, 9, 30), 2), (YEAR_END, 2)]


def test_comp_that_expires_inside_the_leave_does_not_cover_the_days_after(desk: Desk) -> None:
    desk.give("E025", "补休", "2", DAY)
    found = desk.assess("E025", desk.asking("E025", "补休假", DAY, date(2026, 9, 9)))
    assert facts(found) == ["补休余额"]
    assert found.findings[0].found == "可用1天（已减去在途申请）"


def test_a_leave_over_new_year_is_split_over_the_balances_of_two_years(desk: Desk, bureau: Bureau) -> None:
    now = at(date(2026, 12, 20))
    leave = desk.granted("E025", "年休假", date(2026, 12, 30), date(2027, 1, 5), now)
    used = leave.moves.order_by("pk").values_list("bucket__expires__year", "halves")
    assert list(used) == [(2026, -4), (2027, -4)]


def test_a_returned_balance_says_why_and_where_from(desk: Desk, bureau: Bureau) -> None:
    leave = desk.granted("E025", "年休假", DAY)
    acts.void(matter=leave.matter, actor=bureau["E008"], at=NOW, key=desk.key(), text="录入错误")
    notes = list(BalanceMove.objects.filter(leave=leave).order_by("pk").values_list("why", "note"))
    assert [why for why, _ in notes] == ["用假", "退回"]
    assert "假〔2026〕1号休年休假，用年休1天" in notes[0][1]
    assert "假〔2026〕1号已作废，退回年休1天" in notes[1][1]


def test_what_is_left_is_carried_once_with_its_halves(desk: Desk, bureau: Bureau) -> None:
    desk.granted("E025", "年休假", DAY, date(2026, 9, 10), last_half="上午")
    late = at(date(2027, 1, 3))
    given: Fields = {
        "person": bureau["E025"],
        "year": 2026,
        "reason": "工作需要",
        "actor": bureau["E010"],
        "at": late,
    }
    assert refused(carry_over, **given, halves=6, key="a") == ["结转天数"]
    carry_over(**given, halves=5, key="b")
    assert desk.left("E025", "年休", date(2027, 1, 4)) == "2.5"
    assert desk.left("E025", "年休", date(2028, 1, 1)) == "0"
    assert refused(carry_over, **given, halves=1, key="c") == ["结转天数"]
    next_year = given | {"year": 2027, "at": at(date(2028, 1, 3))}
    assert refused(carry_over, **next_year, halves=1, key="d") == ["结转天数"]


def test_a_struck_year_loses_only_what_is_left(desk: Desk, bureau: Bureau) -> None:
    desk.granted("E025", "年休假", DAY)
    given: Fields = {"person": bureau["E025"], "year": 2026, "actor": bureau["E010"], "at": NOW}
    assert refused(strike_year, **given, reason="", key="a") == ["理由"]
    strike_year(**given, reason="病假累计满2个月", key="b")
    assert desk.left("E025", "年休", DAY) == "0"
    assert refused(desk.ask, "E025", "年休假", date(2026, 9, 14)) == ["年休余额"]


def test_opening_a_balance_twice_with_one_key_counts_once(desk: Desk, bureau: Bureau) -> None:
    given: Fields = {
        "person": bureau["E025"], "account": "补休", "halves": 2, "day": DAY, "expires": YEAR_END,
        "note": "移交", "actor": bureau["E010"], "at": NOW, "key": "same",
    }  # fmt: skip
    assert open_balance(**given) == open_balance(**given)
    assert desk.left("E025", "补休", DAY) == "1"


def test_the_ledger_can_only_grow(desk: Desk) -> None:
    desk.give("E025", "补休", "1", YEAR_END)
    move = BalanceMove.objects.get()
    with pytest.raises(AppendOnlyError):
        move.save()
    with pytest.raises(AppendOnlyError):
        move.delete()
    for act in (lambda: BalanceMove.objects.update(halves=20), BalanceMove.objects.all().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


def test_two_organs_count_their_own_half_days(desk: Desk) -> None:
    desk.give("E025", "补休", "1", YEAR_END)
    assert desk.left("E028", "补休", DAY) == "0"
