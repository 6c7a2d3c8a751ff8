"""A holiday notice is imported: leave days, balances, terms and rostered days follow, listed and in the journal."""

from __future__ import annotations

from datetime import date

import pytest

from tests.regulations.attendance.leave.bureau import Bureau, at, build_bureau
from tests.regulations.attendance.leave.desk import NOW, Desk
from zhixing.journal.models import Entry
from zhixing.organ.days import DayRow, Imported, import_notice
from zhixing.regulations.attendance.models import DutyShift, Leave, LeaveRecount
from zhixing.regulations.attendance.workflow.leave import draft_leave
from zhixing.regulations.attendance.workflow.roster import enter_roster
from zhixing.regulations.attendance.workflow.roster_lines import Shift

NOTICE = "国办发明电〔2026〕9号"
DAY, NEXT = date(2026, 9, 8), date(2026, 9, 9)  # a Tuesday and a Wednesday


def publish(bureau: Bureau, *days: tuple[date, str], key: str = "notice") -> Imported:
    rows = [DayRow(day, kind, "临时放假") for day, kind in days]
    return import_notice(organ=bureau.organ, rows=rows, notice=NOTICE, actor=bureau["E008"], at=NOW, key=key)


def fresh(leave: Leave) -> Leave:
    return Leave.objects.select_related("matter").get(pk=leave.pk)


def test_case_5_a_holiday_added_after_the_final_approval_gives_the_day_back(
    desk: Desk, bureau: Bureau
) -> None:
    leave = desk.granted("E025", "年休假", DAY, NEXT)
    moved = publish(bureau, (NEXT, "休息日")).moved
    assert [(one.before, one.after, one.whose) for one in moved] == [("2", "1", "贺兰亭")]
    assert (fresh(leave).halves, fresh(leave).status, desk.left("E025", "年休", DAY)) == (2, "已批", "4")
    row = LeaveRecount.objects.get()
    assert (row.before, row.after, row.notice) == (4, 2, NOTICE)
    told = Entry.objects.get(action="请假天数重算")
    assert NOTICE in told.payload


@pytest.mark.parametrize(
    "agreed", [0, 1], ids=["case 5: after submitting", "case 5: after the first approval"]
)
def test_a_request_under_way_follows_and_holds_what_it_now_needs(
    desk: Desk, bureau: Bureau, agreed: int
) -> None:
    leave = desk.ask("E025", "年休假", date(2026, 9, 7), NEXT)
    if agreed:
        desk.agree(leave.matter, "E004")
    publish(bureau, (NEXT, "休息日"))
    assert (fresh(leave).halves, desk.left("E025", "年休", DAY)) == (4, "3")
    assert "请退回后重新提交" in LeaveRecount.objects.get().note
    assert desk.grant(leave).status == "已批"
    assert desk.left("E025", "年休", DAY) == "3"


def test_the_threshold_is_asked_of_the_summed_days_and_of_the_own_rank(desk: Desk, bureau: Bureau) -> None:
    """Staff: 4 summed days become 3, still the chief's. A head of section: 2 become 1, now the deputy's."""
    desk.granted("E025", "年休假", date(2026, 9, 7), DAY)
    desk.ask("E025", "年休假", NEXT, date(2026, 9, 10))
    desk.ask("E026", "年休假", NEXT, date(2026, 9, 10))
    publish(bureau, (date(2026, 9, 10), "休息日"))
    notes = dict(LeaveRecount.objects.values_list("leave__person__number", "note"))
    assert "审批界限" not in notes["E025"]
    assert "审批界限" in notes["E026"]


def test_case_5_a_holiday_taken_away_draws_the_day_from_the_account(desk: Desk, bureau: Bureau) -> None:
    publish(bureau, (NEXT, "休息日"), key="first")
    leave = desk.granted("E025", "年休假", DAY, NEXT)
    assert desk.left("E025", "年休", DAY) == "4"
    publish(bureau, (NEXT, "工作日"), key="second")
    assert (fresh(leave).halves, desk.left("E025", "年休", DAY)) == (4, "3")


def test_case_5_a_moved_holiday_changes_both_days_and_no_balance(desk: Desk, bureau: Bureau) -> None:
    publish(bureau, (DAY, "休息日"), key="first")
    leave = desk.granted("E025", "年休假", DAY, NEXT)
    assert publish(bureau, (DAY, "工作日"), (NEXT, "休息日"), key="second").moved == ()
    assert (fresh(leave).halves, desk.left("E025", "年休", DAY)) == (2, "4")


def test_case_5_the_offset_gives_back_what_it_took_last(desk: Desk, bureau: Bureau) -> None:
    """Personal leave of two days, half of it comp, the rest annual: the annual leave comes back first."""
    desk.give("E025", "补休", "1", date(2026, 12, 31))
    leave = desk.granted("E025", "事假", DAY, NEXT)
    publish(bureau, (NEXT, "休息日"))
    leave = fresh(leave)
    assert (leave.offset_comp, leave.offset_annual, leave.rest) == (2, 0, 0)
    assert (desk.left("E025", "补休", DAY), desk.left("E025", "年休", DAY)) == ("0", "5")


def test_case_4_a_provisional_leave_is_counted_anew_when_the_year_is_published(
    desk: Desk, bureau: Bureau
) -> None:
    """4 January 2027, a Monday: worked by estimate, off by the notice."""
    leave = desk.granted("E025", "年休假", date(2027, 1, 4), date(2027, 1, 5), at(date(2026, 12, 1)))
    assert (leave.estimated, leave.halves) == (True, 4)
    publish(bureau, (date(2027, 1, 4), "休息日"), (date(2027, 1, 5), "工作日"))
    assert (fresh(leave).estimated, fresh(leave).halves) == (False, 2)
    assert desk.left("E025", "年休", date(2027, 1, 5)) == "4"


def test_case_4_days_that_stay_the_same_are_no_longer_provisional(desk: Desk, bureau: Bureau) -> None:
    leave = desk.granted("E025", "年休假", date(2027, 1, 5), now=at(date(2026, 12, 1)))
    assert publish(bureau, (date(2027, 1, 5), "工作日")).moved == ()
    assert not fresh(leave).estimated
    assert Entry.objects.filter(action="请假天数核对").count() == 1


def test_the_same_notice_twice_changes_nothing_twice(desk: Desk, bureau: Bureau) -> None:
    desk.granted("E025", "年休假", DAY, NEXT)
    publish(bureau, (NEXT, "休息日"))
    assert publish(bureau, (NEXT, "休息日")).moved == ()
    assert publish(bureau, (NEXT, "休息日"), key="again").moved == ()
    assert desk.left("E025", "年休", DAY) == "4"


def test_refused_withdrawn_and_cancelled_leaves_are_left_alone(desk: Desk, bureau: Bureau) -> None:
    desk.drafted("E025", "年休假", DAY, NEXT)
    assert publish(bureau, (NEXT, "休息日")).moved == ()


def test_the_term_for_papers_follows_the_notice(desk: Desk, bureau: Bureau) -> None:
    """Back on Monday 7 September, papers due on the 9th; with the 9th off, on the 10th."""
    day = date(2026, 9, 4)
    asked = desk.asking(
        "E025", "事假", day, emergency=True, asked_whom=bureau["E004"], asked_at=at(day, 7), asked_how="电话"
    )
    leave = draft_leave(request=asked, actor=bureau["E025"], at=at(day, 10), key="a")
    moved = publish(bureau, (NEXT, "休息日")).moved
    assert [(one.what, one.before, one.after) for one in moved] == [
        ("事后补办期限", "2026-09-09", "2026-09-10")
    ]
    assert fresh(leave).papers_due == date(2026, 9, 10)


def test_a_rostered_day_counts_as_what_the_notice_makes_of_it(desk: Desk, bureau: Bureau) -> None:
    enter_roster(shifts=[Shift(bureau["E025"], NEXT, "日班")], actor=bureau["E010"], at=NOW, key="r")
    moved = publish(bureau, (NEXT, "休息日")).moved
    assert [(one.before, one.after) for one in moved] == [("平日", "周末")]
    assert DutyShift.objects.get().nature == "周末"


def test_a_notice_of_one_organ_moves_nothing_of_another(desk: Desk, bureau: Bureau) -> None:
    other = Desk(build_bureau("ouhai", "瓯海区经济和信息化局"))
    leave = other.granted("E025", "年休假", DAY, NEXT)
    desk.granted("E025", "年休假", DAY, NEXT)
    assert len(publish(bureau, (NEXT, "休息日")).moved) == 1
    assert (fresh(leave).halves, other.left("E025", "年休", DAY)) == (4, "3")
