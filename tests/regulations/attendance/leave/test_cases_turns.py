"""Peer cases 28 to 31: what becomes of a leave after it was asked for: begun, given up, shortened, late papers."""

from __future__ import annotations

from datetime import date

import pytest

from tests.regulations.attendance.leave.bureau import TECH, Bureau, at, build_bureau
from tests.regulations.attendance.leave.desk import NOW, Desk, Fields, facts, refused
from zhixing.law.refusal import Refusal
from zhixing.office.matters import acts
from zhixing.regulations.attendance.workflow.leave import draft_leave, submit_leave
from zhixing.regulations.attendance.workflow.leave_back import report_back, return_early
from zhixing.regulations.attendance.workflow.leave_cancel import cancel_leave
from zhixing.regulations.attendance.workflow.papers_due import late_papers
from zhixing.regulations.attendance.workflow.span import Span

DAY, LAST = date(2026, 9, 8), date(2026, 9, 10)
DEPUTY = ["分管局长审批", "办公室备案"]
CHIEF = ["分管局长签署意见", "局长审批", "办公室备案"]


@pytest.mark.parametrize("when", [DAY, date(2026, 9, 20)], ids=["case 28: begun", "case 28: over"])
def test_a_leave_begun_or_over_can_still_be_approved_or_refused(
    desk: Desk, bureau: Bureau, when: date
) -> None:
    yes, no = desk.ask("E025", "事假", DAY), desk.ask("E028", "事假", DAY)
    assert desk.grant(yes, at(when, 10)).status == "已批"
    acts.refuse(matter=no.matter, actor=bureau["E004"], at=at(when, 11), key="n", text="不同意")
    no.refresh_from_db()
    assert no.status == "未批"


def test_case_28_an_approver_who_changes_posts_still_decides_what_was_sent_before(
    desk: Desk, bureau: Bureau
) -> None:
    """The people of the day of submission (domain 4.8); whoever cannot hands it on by 转办."""
    leave = desk.ask("E025", "事假", DAY)
    bureau.sections[TECH].portfolios.filter(leader=bureau["E004"]).update(leader=bureau["E002"])
    assert desk.next_of(leave.matter) == bureau["E004"]
    acts.transfer(
        matter=leave.matter, actor=bureau["E004"], at=NOW, key="t", to=bureau["E002"], text="分工调整"
    )
    desk.agree(leave.matter, "E002")
    leave.refresh_from_db()
    assert leave.status == "已批"
    assert desk.next_of(desk.ask("E025", "事假", date(2026, 9, 15)).matter) == bureau["E002"]


def test_case_29_giving_up_a_granted_leave_is_approved_by_those_who_granted_it(
    desk: Desk, bureau: Bureau
) -> None:
    leave = desk.granted("E025", "年休假", DAY, LAST)
    asked = cancel_leave(leave=leave, reason="不去了", actor=bureau["E025"], at=NOW, key="c")
    desk.agree(asked.matter, "E004")
    leave.refresh_from_db()
    assert (leave.status, desk.left("E025", "年休", DAY)) == ("已批", "2")
    desk.agree(asked.matter, "E001")
    leave.refresh_from_db()
    assert (leave.status, desk.left("E025", "年休", DAY)) == ("已撤销", "5")


def test_case_29_while_only_stage_one_has_agreed_the_leave_is_not_cancelled_but_sent_back(
    desk: Desk, bureau: Bureau
) -> None:
    leave = desk.ask("E025", "年休假", DAY, LAST)
    desk.agree(leave.matter, "E004")
    given: Fields = {"leave": leave, "reason": "不去了", "actor": bureau["E025"], "at": NOW, "key": "c"}
    assert refused(cancel_leave, **given) == ["原假单"]
    with pytest.raises(Refusal):
        acts.withdraw(matter=leave.matter, actor=bureau["E025"], at=NOW, key="w")
    acts.send_back(matter=leave.matter, actor=bureau["E001"], at=NOW, key="b", text="本人不去了")
    assert desk.left("E025", "年休", DAY) == "5"


def test_case_29_a_cancellation_sent_back_is_sent_again_and_nobody_else_may_ask(
    desk: Desk, bureau: Bureau
) -> None:
    leave = desk.granted("E025", "年休假", DAY)
    given: Fields = {"leave": leave, "at": NOW}
    assert refused(cancel_leave, **given, reason="", actor=bureau["E022"], key="a") == ["办理人", "撤销事由"]
    asked = cancel_leave(**given, reason="不去", actor=bureau["E025"], key="b")
    acts.send_back(matter=asked.matter, actor=bureau["E004"], at=NOW, key="s", text="请写明原因")
    again = cancel_leave(**given, reason="会议改期", actor=bureau["E025"], key="c")
    assert (again.pk, again.reason, again.status) == (asked.pk, "会议改期", "待批")
    assert cancel_leave(**given, reason="会议改期", actor=bureau["E025"], key="c").pk == asked.pk
    other = build_bureau("ouhai", "瓯海区经济和信息化局")
    assert refused(cancel_leave, **given, reason="x", actor=other["E025"], key="d") == ["单位"]


def test_case_29_a_refused_cancellation_leaves_the_leave_and_may_be_asked_again(
    desk: Desk, bureau: Bureau
) -> None:
    leave = desk.granted("E025", "年休假", DAY)
    given: Fields = {"leave": leave, "reason": "不去了", "actor": bureau["E025"], "at": NOW}
    asked = cancel_leave(**given, key="a")
    acts.refuse(matter=asked.matter, actor=bureau["E004"], at=NOW, key="r", text="不同意")
    leave.refresh_from_db()
    assert leave.status == "已批"
    desk.agree(cancel_leave(**given, key="b").matter, "E004")
    assert desk.left("E025", "年休", DAY) == "5"


def test_case_30_early_return_shortens_without_typing_again_and_frees_the_days(
    desk: Desk, bureau: Bureau
) -> None:
    leave = desk.granted("E025", "年休假", DAY, LAST)
    only = Span(DAY, "上午", date(2026, 9, 9), "上午")
    return_early(leave=leave, last=only, actor=bureau["E025"], at=at(date(2026, 9, 9), 14), key="b")
    leave.refresh_from_db()
    assert (leave.last, leave.actual_last, leave.actual_halves) == (LAST, date(2026, 9, 9), 3)
    assert desk.left("E025", "年休", DAY) == "3.5"
    assert facts(desk.assess("E025", desk.asking("E025", "事假", LAST), at(date(2026, 9, 9), 15))) == []


def test_case_30_one_day_out_of_two_falls_away(desk: Desk, bureau: Bureau) -> None:
    leave = desk.granted("E025", "年休假", DAY, date(2026, 9, 9))
    second = Span(date(2026, 9, 9), "上午", date(2026, 9, 9), "下午")
    report_back(leave=leave, actor=bureau["E025"], at=at(LAST), key="b", actual=second)
    assert desk.left("E025", "年休", DAY) == "4"


def test_case_31_papers_of_an_emergency_turn_red_and_are_never_absence_by_themselves(
    desk: Desk, bureau: Bureau
) -> None:
    """Back on Monday 7 September: due on Wednesday the 9th; later they are still taken."""
    asked = desk.asking(
        "E025", "事假", date(2026, 9, 4), emergency=True, asked_whom=bureau["E004"],
        asked_at=at(date(2026, 9, 4), 7), asked_how="电话",
    )  # fmt: skip
    leave = draft_leave(request=asked, actor=bureau["E025"], at=at(date(2026, 9, 4), 10), key="a")
    assert leave.papers_due == date(2026, 9, 9)
    assert list(late_papers(bureau.organ, at(date(2026, 9, 9), 23))) == []
    assert list(late_papers(bureau.organ, at(date(2026, 9, 10), 0))) == [leave]
    other = build_bureau("ouhai", "瓯海区经济和信息化局")
    assert list(late_papers(other.organ, at(date(2026, 9, 10)))) == []
    submit_leave(leave=leave, actor=bureau["E025"], at=at(date(2026, 9, 10)), key="b")
    leave.refresh_from_db()
    assert (leave.status, leave.matter.procedure) == ("待批", "补办")
