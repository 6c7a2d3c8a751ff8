"""A leave from the form to the filing and the return, with what it does to the record."""

from dataclasses import replace
from datetime import date

import pytest

from tests.regulations.attendance.leave.bureau import Bureau, at, build_bureau
from tests.regulations.attendance.leave.desk import NOW, Desk, Fields, facts, refused
from zhixing.journal.models import Entry
from zhixing.law.refusal import Refusal
from zhixing.law.values import show_days
from zhixing.office.matters import acts
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.leave import (
    draft_leave,
    extend_leave,
    request_leave,
    submit_leave,
)
from zhixing.regulations.attendance.workflow.leave_back import report_back, return_early
from zhixing.regulations.attendance.workflow.leave_cancel import cancel_leave
from zhixing.regulations.attendance.workflow.papers_due import late_papers
from zhixing.regulations.attendance.workflow.span import Span

FIRST, LAST = date(2026, 9, 8), date(2026, 9, 10)


def test_a_draft_keeps_what_was_typed_right_or_wrong(desk: Desk, bureau: Bureau) -> None:
    wrong = desk.asking("E025", "事假", LAST, FIRST, reason="")
    leave = draft_leave(request=wrong, actor=bureau["E025"], at=NOW, key="a")
    leave.refresh_from_db()
    assert (leave.status, leave.first, leave.last, leave.matter.state) == ("草稿", LAST, FIRST, "草稿")
    right = desk.asking("E025", "事假", FIRST, LAST)
    draft_leave(request=right, actor=bureau["E025"], at=NOW, key="b", leave=leave)
    submit_leave(leave=leave, actor=bureau["E025"], at=NOW, key="c")
    leave.refresh_from_db()
    assert (leave.status, show_days(leave.halves)) == ("待批", "3")


def test_three_days_go_to_the_deputy_then_the_chief_then_the_office(desk: Desk, bureau: Bureau) -> None:
    leave = desk.ask("E025", "事假", FIRST, LAST)
    assert leave.matter.number == "假〔2026〕1号"
    seen: list[str] = []
    while Leave.objects.get(pk=leave.pk).matter.state in {"审批中", "已同意"} and len(seen) < 4:
        person = desk.next_of(leave.matter)
        seen.append(person.number)
        desk.agree(leave.matter, person.number, at(date(2026, 9, 11)))
    assert seen == ["E004", "E001", "E010", "E025"]
    leave.refresh_from_db()
    assert (leave.status, leave.matter.state) == ("已销假", "已办结")


def test_the_chief_cannot_act_before_the_deputy_nor_the_applicant_at_all(desk: Desk) -> None:
    leave = desk.ask("E025", "事假", FIRST, LAST)
    for number in ("E001", "E025", "E002"):
        with pytest.raises(Refusal):
            desk.agree(leave.matter, number)
    assert Leave.objects.get(pk=leave.pk).status == "待批"


def test_submitting_twice_with_one_key_is_one_request(desk: Desk, bureau: Bureau) -> None:
    request = desk.asking("E025", "事假", FIRST, LAST)
    one = request_leave(request=request, actor=bureau["E025"], at=NOW, key="same")
    two = request_leave(request=request, actor=bureau["E025"], at=NOW, key="same")
    assert (one.pk, Leave.objects.count()) == (two.pk, 1)


def test_the_matter_keeps_edition_ruling_and_facts(desk: Desk) -> None:
    matter = desk.ask("E025", "事假", FIRST, LAST).matter
    assert matter.edition == date(2018, 2, 1)
    assert matter.question == "请假审批"
    assert matter.ruling["outcome"]["审批"] == ["分管局长签署意见", "局长审批", "办公室备案"]
    assert matter.facts["天数"] == "3"


def test_a_rank_that_changes_under_way_does_not_move_the_chain(desk: Desk, bureau: Bureau) -> None:
    leave = desk.ask("E025", "事假", FIRST, date(2026, 9, 9))
    bureau["E025"].services.update(rank="中层干部")
    assert desk.grant(leave).status == "已批"


def test_withdrawing_frees_the_days_and_a_second_submission_holds_them_again(
    desk: Desk, bureau: Bureau
) -> None:
    desk.give("E025", "补休", "1", date(2026, 12, 31))
    leave = desk.ask("E025", "补休假", FIRST)
    assert desk.left("E025", "补休", FIRST) == "0"
    acts.withdraw(matter=leave.matter, actor=bureau["E025"], at=NOW, key=desk.key())
    assert desk.left("E025", "补休", FIRST) == "1"
    submit_leave(leave=leave, actor=bureau["E025"], at=NOW, key=desk.key())
    assert desk.left("E025", "补休", FIRST) == "0"


def test_editing_the_dates_after_a_return_restarts_the_chain(desk: Desk, bureau: Bureau) -> None:
    leave = desk.ask("E025", "事假", FIRST, LAST)
    desk.agree(leave.matter, "E004")
    acts.send_back(matter=leave.matter, actor=bureau["E001"], at=NOW, key=desk.key(), text="请缩短")
    shorter = desk.asking("E025", "事假", FIRST, date(2026, 9, 9))
    draft_leave(request=shorter, actor=bureau["E025"], at=NOW, key=desk.key(), leave=leave)
    submit_leave(leave=leave, actor=bureau["E025"], at=NOW, key=desk.key())
    leave.matter.refresh_from_db()
    assert leave.matter.facts["天数"] == "2"
    assert desk.next_of(leave.matter) == bureau["E004"]
    assert desk.grant(leave).status == "已批"


def test_straight_back_is_refused_once_the_dates_have_changed(desk: Desk, bureau: Bureau) -> None:
    leave = desk.ask("E025", "事假", FIRST, LAST)
    desk.agree(leave.matter, "E004")
    acts.send_back(
        matter=leave.matter, actor=bureau["E001"], at=NOW, key=desk.key(), text="请补事由", mode="直送退回人"
    )
    longer = desk.asking("E025", "事假", FIRST, date(2026, 9, 11))
    draft_leave(request=longer, actor=bureau["E025"], at=NOW, key=desk.key(), leave=leave)
    again: Fields = {"matter": leave.matter, "actor": bureau["E025"], "at": NOW}
    assert refused(acts.resubmit, **again, key=desk.key()) == ["审批依据"]
    same = desk.asking("E025", "事假", FIRST, LAST, reason="母亲住院，需要陪护")
    draft_leave(request=same, actor=bureau["E025"], at=NOW, key=desk.key(), leave=leave)
    acts.resubmit(**again, key=desk.key())
    assert desk.next_of(leave.matter) == bureau["E001"]


def test_taking_a_decision_back_holds_the_days_again(desk: Desk, bureau: Bureau) -> None:
    desk.give("E025", "补休", "1", date(2026, 12, 31))
    leave = desk.ask("E025", "事假", FIRST)
    desk.agree(leave.matter, "E004")
    acts.take_back(matter=leave.matter, actor=bureau["E004"], at=NOW, key=desk.key())
    leave.refresh_from_db()
    assert (leave.status, desk.left("E025", "补休", FIRST)) == ("待批", "0")
    acts.refuse(matter=leave.matter, actor=bureau["E004"], at=NOW, key=desk.key(), text="工作离不开")
    assert desk.left("E025", "补休", FIRST) == "1"


def test_an_extension_is_summed_with_what_was_granted(desk: Desk, bureau: Bureau) -> None:
    leave = desk.granted("E025", "事假", FIRST, date(2026, 9, 9))
    more = desk.asking("E025", "事假", LAST)
    extended = extend_leave(leave=leave, request=more, actor=bureau["E025"], at=NOW, key=desk.key())
    assert (extended.matter.procedure, show_days(extended.approval_halves)) == ("续假", "3")
    assert extended.matter.ruling["outcome"]["审批"][1] == "局长审批"


def test_an_extension_that_does_not_join_is_refused(desk: Desk, bureau: Bureau) -> None:
    leave = desk.granted("E025", "事假", FIRST)
    apart = desk.asking("E025", "事假", date(2026, 9, 11))
    again = {"leave": leave, "actor": bureau["E025"], "at": NOW, "key": "x"}
    assert refused(extend_leave, **again, request=apart) == ["续假"]


def test_coming_back_early_returns_the_days_to_the_bucket_they_came_from(desk: Desk, bureau: Bureau) -> None:
    desk.give("E025", "补休", "0.5", date(2026, 12, 31))
    leave = desk.granted("E025", "事假", FIRST, date(2026, 9, 9))
    assert (leave.offset_comp, leave.offset_annual, leave.rest) == (1, 3, 0)
    only = Span(FIRST, "上午", FIRST, "上午")
    return_early(leave=leave, last=only, actor=bureau["E025"], at=at(FIRST, 15), key=desk.key())
    leave.refresh_from_db()
    assert (leave.status, show_days(leave.actual_halves or 0)) == ("已销假", "0.5")
    assert desk.left("E025", "补休", FIRST) == "0"
    assert sum(leave.moves.filter(account="补休").values_list("halves", flat=True)) == -1
    assert sum(leave.moves.filter(account="年休").values_list("halves", flat=True)) == 0


def test_one_day_out_of_two_falls_away_without_typing_again(desk: Desk, bureau: Bureau) -> None:
    leave = desk.granted("E025", "年休假", FIRST, date(2026, 9, 9))
    assert desk.left("E025", "年休", FIRST) == "3"
    second = Span(date(2026, 9, 9), "上午", date(2026, 9, 9), "下午")
    report_back(leave=leave, actor=bureau["E025"], at=at(date(2026, 9, 10)), key=desk.key(), actual=second)
    assert desk.left("E025", "年休", LAST) == "4"


def test_nobody_reports_back_before_the_last_day_or_beyond_what_was_granted(
    desk: Desk, bureau: Bureau
) -> None:
    leave = desk.granted("E025", "事假", FIRST, LAST)
    mine = {"leave": leave, "actor": bureau["E025"], "key": "x"}
    assert refused(report_back, **mine, at=at(date(2026, 9, 9))) == ["实际起止"]
    beyond = Span(FIRST, "上午", date(2026, 9, 11), "下午")
    assert refused(report_back, **mine, at=at(date(2026, 9, 14)), actual=beyond) == ["实际起止"]
    stranger = {"leave": leave, "actor": bureau["E028"], "key": "y", "at": at(date(2026, 9, 14))}
    assert refused(report_back, **stranger) == ["办理人"]


def test_giving_up_a_granted_leave_is_agreed_by_those_who_granted_it(desk: Desk, bureau: Bureau) -> None:
    desk.give("E025", "补休", "1", date(2026, 12, 31))
    leave = desk.granted("E025", "事假", FIRST, LAST)
    assert desk.left("E025", "补休", FIRST) == "0"
    asked = cancel_leave(leave=leave, reason="不去了", actor=bureau["E025"], at=NOW, key=desk.key())
    assert [desk.next_of(asked.matter)] == [bureau["E004"]]
    desk.agree(asked.matter, "E004")
    assert desk.left("E025", "补休", FIRST) == "0"
    desk.agree(asked.matter, "E001")
    leave.refresh_from_db()
    assert (leave.status, desk.left("E025", "补休", FIRST)) == ("已撤销", "1")
    assert facts(desk.assess("E025", desk.asking("E025", "事假", FIRST))) == []
    again = {"leave": leave, "reason": "再来", "actor": bureau["E025"], "at": NOW, "key": "z"}
    assert refused(cancel_leave, **again) == ["撤销"]
    assert desk.left("E025", "补休", FIRST) == "1"


def test_a_pending_leave_is_withdrawn_and_not_cancelled(desk: Desk, bureau: Bureau) -> None:
    leave = desk.ask("E025", "事假", FIRST)
    with pytest.raises(Refusal):
        cancel_leave(leave=leave, reason="不去了", actor=bureau["E025"], at=NOW, key="x")


def test_voiding_a_granted_leave_gives_everything_back(desk: Desk, bureau: Bureau) -> None:
    desk.give("E025", "补休", "1", date(2026, 12, 31))
    leave = desk.granted("E025", "补休假", FIRST)
    acts.void(matter=leave.matter, actor=bureau["E008"], at=NOW, key=desk.key(), text="录入错误")
    leave.refresh_from_db()
    assert (leave.status, desk.left("E025", "补休", FIRST)) == ("已作废", "1")


def test_a_leave_that_has_begun_can_still_be_approved_or_refused(desk: Desk, bureau: Bureau) -> None:
    leave = desk.ask("E025", "事假", FIRST)
    acts.refuse(matter=leave.matter, actor=bureau["E004"], at=at(LAST), key=desk.key(), text="不同意")
    leave.refresh_from_db()
    assert leave.status == "未批"
    other = desk.ask("E028", "事假", FIRST)
    assert desk.grant(other, at(LAST)).status == "已批"


def test_papers_after_an_emergency_are_due_two_working_days_after_the_return(
    desk: Desk, bureau: Bureau
) -> None:
    asked = desk.asking(
        "E025", "事假", date(2026, 9, 4), emergency=True, asked_whom=bureau["E004"],
        asked_at=at(date(2026, 9, 4), 7), asked_how="电话",
    )  # fmt: skip
    leave = draft_leave(request=asked, actor=bureau["E025"], at=at(date(2026, 9, 4), 10), key="a")
    assert leave.papers_due == date(2026, 9, 9)
    assert list(late_papers(bureau.organ, at(date(2026, 9, 9)))) == []
    assert list(late_papers(bureau.organ, at(date(2026, 9, 10)))) == [leave]
    late = at(date(2026, 9, 10))
    submit_leave(leave=leave, actor=bureau["E025"], at=late, key="b")
    leave.refresh_from_db()
    assert (leave.status, leave.matter.procedure) == ("待批", "补办")
    assert list(late_papers(bureau.organ, late)) == []


def test_a_deputy_on_leave_is_passed_over_to_the_chief(desk: Desk, bureau: Bureau) -> None:
    desk.granted("E004", "年休假", FIRST, LAST)
    found = desk.assess("E025", desk.asking("E025", "事假", date(2026, 9, 9)), at(FIRST))
    assert found.route is not None
    assert found.route.stops[0].bearers[0].person == bureau["E001"]


def test_another_organ_cannot_submit_or_see_the_leave(desk: Desk, bureau: Bureau) -> None:
    other = build_bureau("ouhai", "瓯海区经济和信息化局")
    leave = draft_leave(request=desk.asking("E025", "事假", FIRST), actor=bureau["E025"], at=NOW, key="a")
    with pytest.raises(Leave.DoesNotExist):
        submit_leave(leave=leave, actor=other["E025"], at=NOW, key="b")


def test_every_move_of_a_leave_stands_in_the_journal(desk: Desk) -> None:
    leave = desk.granted("E025", "事假", FIRST)
    told = Entry.objects.filter(object_kind="请假", object_id=str(leave.pk)).order_by("seq")
    assert list(told.values_list("action", flat=True)) == ["填写请假单", "请假待批", "请假生效"]


def test_nobody_submits_for_another(desk: Desk, bureau: Bureau) -> None:
    leave = draft_leave(request=desk.asking("E025", "事假", FIRST), actor=bureau["E025"], at=NOW, key="a")
    with pytest.raises(Refusal):
        submit_leave(leave=leave, actor=bureau["E022"], at=NOW, key="b")


def test_the_leave_may_be_drawn_up_again_after_a_refused_submission(desk: Desk, bureau: Bureau) -> None:
    late = desk.asking("E025", "事假", date(2026, 8, 31))
    leave = draft_leave(request=late, actor=bureau["E025"], at=NOW, key="a")
    with pytest.raises(Refusal):
        submit_leave(leave=leave, actor=bureau["E025"], at=NOW, key="b")
    draft_leave(
        request=replace(late, first=FIRST, last=FIRST), actor=bureau["E025"], at=NOW, key="c", leave=leave
    )
    submit_leave(leave=leave, actor=bureau["E025"], at=NOW, key="d")
    leave.refresh_from_db()
    assert leave.status == "待批"
