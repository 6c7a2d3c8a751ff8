"""What stands against a request: each refusal of the clauses, and all of them at once."""

from dataclasses import replace
from datetime import date

import pytest

from tests.regulations.attendance.leave.bureau import Bureau, at, build_bureau
from tests.regulations.attendance.leave.desk import NOW, Desk, Fields, facts, refused
from zhixing.office.matters import acts
from zhixing.regulations.attendance.models import Blackout, Leave, Month
from zhixing.regulations.attendance.workflow.blackout import grant_exception, lift_blackout, set_blackout
from zhixing.regulations.attendance.workflow.leave_request import LeaveRequest

DAY = date(2026, 9, 8)


def test_an_empty_form_names_everything_that_is_missing(desk: Desk) -> None:
    found = desk.assess("E025", LeaveRequest())
    assert facts(found) == ["假别", "起始日期", "终止日期", "事由", "工作代理人"]
    assert all(finding.clause and finding.cite and finding.mend and finding.who for finding in found.findings)


def test_many_faults_come_back_together(desk: Desk, bureau: Bureau) -> None:
    desk.ask("E025", "事假", date(2026, 9, 9))
    wrong = desk.asking("E025", "年休假", date(2026, 8, 31), date(2026, 9, 9), reason="")
    wrong = replace(wrong, stand_in=bureau["E025"])
    assert facts(desk.assess("E025", wrong)) == ["事由", "起始日期", "起止", "工作代理人", "年休余额"]


def test_the_end_before_the_start_is_refused(desk: Desk) -> None:
    assert facts(desk.assess("E025", desk.asking("E025", "事假", DAY, date(2026, 9, 7)))) == ["起止"]
    same_day = desk.asking("E025", "事假", DAY, first_half="下午", last_half="上午")
    assert facts(desk.assess("E025", same_day)) == ["起止"]


def test_a_weekend_alone_is_refused_and_not_taken_as_no_days(desk: Desk) -> None:
    weekend = desk.asking("E025", "事假", date(2026, 9, 12), date(2026, 9, 13))
    assert facts(desk.assess("E025", weekend)) == ["天数"]


def test_a_half_day_on_a_holiday_is_refused(desk: Desk) -> None:
    assert facts(desk.assess("E025", desk.asking("E025", "事假", date(2026, 10, 1), last_half="上午"))) == [
        "天数"
    ]


def test_a_year_and_a_day_is_refused_and_a_year_is_not(desk: Desk) -> None:
    year = desk.asking("E025", "病假", DAY, date(2027, 9, 7), consent=False)
    longer = replace(year, last=date(2027, 9, 8))
    assert "起止" not in facts(desk.assess("E025", year))
    assert "起止" in facts(desk.assess("E025", longer))


def test_a_start_in_the_past_is_refused_unless_claimed_as_emergency(desk: Desk, bureau: Bureau) -> None:
    late = desk.asking("E025", "事假", date(2026, 8, 31))
    assert facts(desk.assess("E025", late)) == ["起始日期"]
    claimed = replace(
        late, emergency=True, asked_whom=bureau["E004"], asked_at=at(date(2026, 8, 31), 7), asked_how="电话"
    )
    assert facts(desk.assess("E025", claimed)) == []


def test_an_emergency_claim_says_whom_when_and_how(desk: Desk) -> None:
    claimed = desk.asking("E025", "事假", date(2026, 8, 31), emergency=True)
    assert facts(desk.assess("E025", claimed)) == ["请示对象", "请示时间", "请示方式"]


def test_consent_asked_after_the_absence_or_of_oneself_is_none(desk: Desk, bureau: Bureau) -> None:
    claimed = desk.asking(
        "E025", "事假", date(2026, 8, 31), emergency=True,
        asked_whom=bureau["E025"], asked_at=at(date(2026, 9, 1), 8), asked_how="电话",
    )  # fmt: skip
    assert facts(desk.assess("E025", claimed)) == ["请示对象", "请示时间"]


def test_a_pending_request_blocks_the_days_and_a_refused_one_frees_them(desk: Desk, bureau: Bureau) -> None:
    leave = desk.ask("E025", "事假", DAY)
    again = desk.asking("E025", "病假", DAY, first_half="下午", consent=False)
    assert facts(desk.assess("E025", again)) == ["起止"]
    acts.refuse(matter=leave.matter, actor=bureau["E004"], at=NOW, key=desk.key(), text="工作离不开")
    assert facts(desk.assess("E025", again)) == []


def test_a_request_half_way_through_the_chain_still_blocks(desk: Desk) -> None:
    leave = desk.ask("E025", "事假", DAY, date(2026, 9, 10))
    desk.agree(leave.matter, "E004")
    assert facts(desk.assess("E025", desk.asking("E025", "事假", date(2026, 9, 10)))) == ["起止"]


def test_another_person_on_the_same_day_does_not_block(desk: Desk) -> None:
    desk.ask("E025", "事假", DAY)
    assert facts(desk.assess("E028", desk.asking("E028", "事假", DAY))) == []


def test_annual_leave_needs_the_year_work_began(desk: Desk, bureau: Bureau) -> None:
    person = bureau["E025"]
    person.started_work = None
    person.save()
    assert facts(desk.assess("E025", desk.asking("E025", "年休假", DAY))) == ["参加工作时间", "年休余额"]


def test_nobody_takes_leave_beyond_the_last_day_of_service(desk: Desk, bureau: Bureau) -> None:
    bureau["E025"].services.update(until=date(2026, 9, 8))
    assert facts(desk.assess("E025", desk.asking("E025", "事假", DAY, date(2026, 9, 9)))) == ["终止日期"]


def test_a_locked_month_takes_no_new_leave(desk: Desk, bureau: Bureau) -> None:
    Month.objects.create(
        organ=bureau.organ, year=2026, month=9, state="已锁定", opened_by=bureau["E010"], opened_at=NOW,
        confirm_by=date(2026, 10, 12),
    )  # fmt: skip
    assert facts(desk.assess("E025", desk.asking("E025", "事假", DAY))) == ["考勤月份"]
    assert facts(desk.assess("E025", desk.asking("E025", "事假", date(2026, 10, 8)))) == []


@pytest.mark.parametrize(
    ("kind", "blocked"), [("事假", True), ("年休假", True), ("补休假", True), ("病假", False)]
)
def test_a_blackout_stops_three_kinds_only(desk: Desk, bureau: Bureau, kind: str, blocked: bool) -> None:  # noqa: FBT001
    desk.give("E025", "补休", "1", date(2026, 12, 31))
    close(desk, bureau)
    found = facts(desk.assess("E025", desk.asking("E025", kind, date(2026, 9, 15), consent=False)))
    assert ("封控期" in found) is blocked


def test_the_chief_opens_a_blackout_for_one_person_with_a_reason(desk: Desk, bureau: Bureau) -> None:
    period = close(desk, bureau)
    asking = desk.asking("E025", "事假", date(2026, 9, 15))
    given: Fields = {
        "period": period,
        "person": bureau["E025"],
        "first": date(2026, 9, 15),
        "last": date(2026, 9, 15),
    }
    assert refused(grant_exception, **given, reason=" ", actor=bureau["E004"], at=NOW, key=desk.key()) == [
        "办理人",
        "理由",
    ]
    grant_exception(**given, reason="孩子入学", actor=bureau["E001"], at=NOW, key=desk.key())
    assert facts(desk.assess("E025", asking)) == []
    assert facts(desk.assess("E025", replace(asking, last=date(2026, 9, 16)))) == ["封控期"]
    assert facts(desk.assess("E028", desk.asking("E028", "事假", date(2026, 9, 15)))) == ["封控期"]


def test_a_lifted_blackout_no_longer_stops_anybody(desk: Desk, bureau: Bureau) -> None:
    period = close(desk, bureau)
    lift_blackout(period=period, why="活动提前结束", actor=bureau["E008"], at=NOW, key=desk.key())
    assert facts(desk.assess("E025", desk.asking("E025", "事假", date(2026, 9, 15)))) == []


def close(desk: Desk, bureau: Bureau) -> Blackout:
    set_blackout(
        name="全市工业大会", first=date(2026, 9, 14), last=date(2026, 9, 18), basis="局长办公会议决定",
        actor=bureau["E010"], at=NOW, key=desk.key(),
    )  # fmt: skip
    return Blackout.objects.get()


def test_a_refused_submission_leaves_nothing_behind(desk: Desk) -> None:
    assert refused(desk.ask, "E025", "事假", date(2026, 8, 31)) == ["起始日期"]
    assert not Leave.objects.exists()


def test_a_blackout_of_another_organ_stops_nobody_here(desk: Desk, bureau: Bureau) -> None:
    other = build_bureau("ouhai", "瓯海区经济和信息化局")
    set_blackout(
        name="外单位活动", first=DAY, last=DAY, basis="通知", actor=other["E010"], at=NOW, key=desk.key()
    )
    assert facts(desk.assess("E025", desk.asking("E025", "事假", DAY))) == []


def test_a_stand_in_of_another_organ_is_refused(desk: Desk) -> None:
    other = build_bureau("ouhai", "瓯海区经济和信息化局")
    asking = desk.asking("E025", "事假", DAY)
    assert facts(desk.assess("E025", replace(asking, stand_in=other["E024"]))) == ["工作代理人"]
