"""加班补休 (02-1.5b): the chief approves, the office confirms the hours, the table says what they earn."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.regulations.attendance.leave.bureau import Bureau, at, build_bureau
from tests.regulations.attendance.leave.desk import NOW, Desk, Fields, refused
from zhixing.law.refusal import Refusal
from zhixing.office.matters import acts
from zhixing.office.matters.models import Task
from zhixing.organ.models import Holding
from zhixing.regulations.attendance.models import BalanceMove, DutyShift, Overtime
from zhixing.regulations.attendance.workflow.balance_reading import buckets
from zhixing.regulations.attendance.workflow.overtime import (
    assess_overtime,
    confirm_hours,
    count_as_duty,
    request_overtime,
)
from zhixing.regulations.attendance.workflow.overtime_request import OvertimeRequest
from zhixing.regulations.attendance.workflow.roster import enter_roster
from zhixing.regulations.attendance.workflow.roster_lines import Shift

FRIDAY, SATURDAY, SUNDAY = date(2026, 9, 4), date(2026, 9, 5), date(2026, 9, 6)
AFTERWARDS = at(date(2026, 9, 7))
URGENT, GENERAL, ROUTINE = "临时突发", "全局性重要", "日常性"


def hours(began: datetime, ended: datetime, nature: str = URGENT) -> OvertimeRequest:
    return OvertimeRequest(nature, "防台风值守", began, ended)


def ask(desk: Desk, request: OvertimeRequest, number: str = "E025") -> Overtime:
    return request_overtime(request=request, actor=desk.bureau[number], at=NOW, key=desk.key())


def approved(desk: Desk, request: OvertimeRequest, number: str = "E025") -> Overtime:
    claim = ask(desk, request, number)
    desk.agree(claim.matter, "E001")
    claim.refresh_from_db()
    return claim


def confirmed(desk: Desk, claim: Overtime, began: datetime, ended: datetime) -> Overtime:
    confirm_hours(
        overtime=claim, began=began, ended=ended, actor=desk.bureau["E010"], at=AFTERWARDS, key=desk.key()
    )
    claim.refresh_from_db()
    return claim


@pytest.mark.parametrize(
    ("began", "ended", "nature", "credit"),
    [
        (at(FRIDAY, 18), at(FRIDAY, 19, 59), URGENT, 0),
        (at(FRIDAY, 18), at(FRIDAY, 20), URGENT, 1),
        (at(FRIDAY, 20), at(SATURDAY, 5, 59), URGENT, 1),
        (at(FRIDAY, 20), at(SATURDAY, 6), URGENT, 2),
        (at(SATURDAY, 0), at(SATURDAY, 6), GENERAL, 2),
        (at(SATURDAY, 9), at(SATURDAY, 17), GENERAL, 1),
        (at(FRIDAY, 20), at(SATURDAY, 6), ROUTINE, 0),
    ],
    ids=[
        "case 21: 1:59 earns nothing", "case 21: 2:00 earns half a day", "until 5:59 is no whole night",
        "case 21: through midnight until six is a day", "from midnight until six", "B2-15: eight hours by day",
        "routine earns nothing",
    ],
)  # fmt: skip
def test_the_confirmed_hours_earn_what_the_clause_gives(
    desk: Desk, bureau: Bureau, began: datetime, ended: datetime, nature: str, credit: int
) -> None:
    request = hours(began, ended, nature)
    shown = assess_overtime(person=bureau["E025"], request=request, at=NOW)
    claim = confirmed(desk, approved(desk, request), began, ended)
    assert (shown.credit, claim.credit, claim.status) == (credit, credit, "已确认")
    assert [bucket.left for bucket in buckets(bureau["E025"], "补休")] == ([credit] if credit else [])


def test_nothing_is_credited_without_the_chief_nor_before_the_office(desk: Desk, bureau: Bureau) -> None:
    request = hours(at(FRIDAY, 18), at(FRIDAY, 21))
    claim = ask(desk, request)
    given: Fields = {"overtime": claim, "began": at(FRIDAY, 18), "ended": at(FRIDAY, 21), "at": AFTERWARDS}
    assert refused(confirm_hours, **given, actor=bureau["E010"], key="a") == ["状态"]
    with pytest.raises(Refusal):
        desk.agree(claim.matter, "E004")
    desk.agree(claim.matter, "E001")
    assert not BalanceMove.objects.exists()
    assert refused(confirm_hours, **given, actor=bureau["E025"], key="b") == ["办理人"]


def test_the_hours_really_worked_count_and_not_those_asked_for(desk: Desk, bureau: Bureau) -> None:
    """Case 21: half of it was worked, half of it is credited."""
    claim = approved(desk, hours(at(FRIDAY, 20), at(SATURDAY, 6)))
    confirmed(desk, claim, at(FRIDAY, 20), at(FRIDAY, 23))
    assert (claim.credit, claim.minutes, claim.overnight) == (1, 180, False)


def test_hours_are_not_confirmed_before_they_are_over(desk: Desk, bureau: Bureau) -> None:
    claim = approved(desk, hours(at(FRIDAY, 18), at(FRIDAY, 21)))
    early = at(FRIDAY, 20)
    given: Fields = {
        "overtime": claim,
        "began": at(FRIDAY, 18),
        "ended": at(FRIDAY, 21),
        "actor": bureau["E010"],
    }
    assert refused(confirm_hours, **given, at=early, key="a") == ["实际起止"]
    assert refused(desk.agree, claim.matter, "E010", early) == ["实际起止"]
    desk.agree(claim.matter, "E010", AFTERWARDS)
    claim.refresh_from_db()
    assert claim.credit == 1


def test_case_21_the_same_hours_are_claimed_once(desk: Desk) -> None:
    ask(desk, hours(at(FRIDAY, 18), at(FRIDAY, 21)))
    assert refused(ask, desk, hours(at(FRIDAY, 20), at(FRIDAY, 23))) == ["起止时间"]
    assert ask(desk, hours(at(FRIDAY, 21), at(FRIDAY, 23))).status == "待批"
    assert ask(desk, hours(at(FRIDAY, 18), at(FRIDAY, 21)), "E028").status == "待批"


def test_case_21_hours_of_a_duty_are_not_claimed_as_overtime(desk: Desk, bureau: Bureau) -> None:
    """A night shift reaches to the next morning, a day shift to the evening and no further."""
    shifts = [Shift(bureau["E025"], FRIDAY, "夜班"), Shift(bureau["E028"], SATURDAY, "日班")]
    enter_roster(shifts=shifts, actor=bureau["E010"], at=NOW, key="r")
    assert refused(ask, desk, hours(at(SATURDAY, 2), at(SATURDAY, 5))) == ["起止时间"]
    assert refused(ask, desk, hours(at(SATURDAY, 9), at(SATURDAY, 12)), "E028") == ["起止时间"]
    assert ask(desk, hours(at(SATURDAY, 18), at(SATURDAY, 21)), "E028").status == "待批"
    assert ask(desk, hours(at(SATURDAY, 9), at(SATURDAY, 12))).status == "待批"


def test_case_12_overtime_and_duty_of_the_same_hours_refuse_each_other(desk: Desk, bureau: Bureau) -> None:
    ask(desk, hours(at(SATURDAY, 9), at(SATURDAY, 12)))
    line = {
        "shifts": [Shift(bureau["E025"], SATURDAY, "日班")],
        "actor": bureau["E010"],
        "at": NOW,
        "key": "r",
    }
    assert refused(enter_roster, **line) == ["第1行"]
    assert not DutyShift.objects.exists()


def test_working_hours_are_no_overtime_on_a_make_up_sunday_either(desk: Desk) -> None:
    assert refused(ask, desk, hours(at(FRIDAY, 16), at(FRIDAY, 20))) == ["起止时间"]
    make_up = date(2026, 9, 20)
    assert refused(ask, desk, hours(at(make_up, 9), at(make_up, 11))) == ["起止时间"]
    assert ask(desk, hours(at(SUNDAY, 9), at(SUNDAY, 11))).status == "待批"


def test_every_fault_of_a_claim_is_named_at_once(desk: Desk) -> None:
    with pytest.raises(Refusal) as caught:
        ask(desk, OvertimeRequest())
    found = caught.value.findings
    assert [each.fact for each in found] == ["加班事由", "性质", "开始时间", "结束时间"]
    assert {each.clause for each in found} == {"02-1.5b"}
    assert refused(ask, desk, hours(at(FRIDAY, 20), at(FRIDAY, 20))) == ["起止时间"]


def test_the_chief_may_count_a_long_day_as_duty_and_nothing_shorter(desk: Desk, bureau: Bureau) -> None:
    """G-13: eight hours by day earn half a day, or a day where the chief counts them as duty."""
    long = approved(desk, hours(at(SATURDAY, 9), at(SATURDAY, 17), GENERAL))
    short = approved(desk, hours(at(SUNDAY, 9), at(SUNDAY, 16, 59), GENERAL))
    given: Fields = {"actor": bureau["E001"], "at": NOW}
    assert (
        assess_overtime(
            person=bureau["E028"], request=hours(at(SATURDAY, 9), at(SATURDAY, 17)), at=NOW
        ).as_duty
        == 2
    )
    assert refused(count_as_duty, overtime=short, **given, key="a") == ["时长"]
    assert refused(count_as_duty, overtime=long, actor=bureau["E004"], at=NOW, key="b") == ["办理人"]
    count_as_duty(overtime=long, **given, key="c")
    assert confirmed(desk, long, at(SATURDAY, 9), at(SATURDAY, 17)).credit == 2
    assert refused(count_as_duty, overtime=long, **given, key="d") == ["状态"]


@pytest.mark.parametrize(
    ("day", "expires"),
    [(date(2026, 11, 28), date(2026, 12, 31)), (date(2026, 12, 5), date(2027, 3, 31))],
    ids=["case 21: earned in November", "case 21: earned in December"],
)
def test_comp_leave_lasts_to_the_years_end_or_the_next_march(
    desk: Desk, bureau: Bureau, day: date, expires: date
) -> None:
    claim = approved(desk, hours(at(day, 9), at(day, 12)))
    given: Fields = {"overtime": claim, "began": at(day, 9), "ended": at(day, 12), "actor": bureau["E010"]}
    confirm_hours(**given, at=at(date(2026, 12, 20)), key="c")
    assert [bucket.expires for bucket in buckets(bureau["E025"], "补休")] == [expires]


def test_case_21_whoever_is_called_in_during_leave_returns_early_and_keeps_the_days(desk: Desk) -> None:
    """Working hours of a leave day are no overtime: the leave is shortened; the evening may be claimed."""
    desk.granted("E025", "年休假", FRIDAY)
    assert refused(ask, desk, hours(at(FRIDAY, 9), at(FRIDAY, 12))) == ["起止时间"]
    assert ask(desk, hours(at(FRIDAY, 18), at(FRIDAY, 21))).status == "待批"


def test_case_22_the_chiefs_own_overtime_is_a_deputys_or_nobodys(desk: Desk, bureau: Bureau) -> None:
    request = hours(at(FRIDAY, 18), at(FRIDAY, 21))
    waiting = Task.objects.filter(matter=ask(desk, request, "E001").matter, state="待办")
    assert {task.person.number for task in waiting} == {"E002", "E004"}
    Holding.objects.filter(post="副局长").update(until=date(2026, 8, 31))
    later = hours(at(SATURDAY, 18), at(SATURDAY, 21))
    assert refused(ask, desk, later, "E001") == ["岗位"]


def test_a_voided_claim_frees_its_hours(desk: Desk, bureau: Bureau) -> None:
    claim = ask(desk, hours(at(FRIDAY, 18), at(FRIDAY, 21)))
    acts.void(matter=claim.matter, actor=bureau["E025"], at=NOW, key="v", text="填错")
    assert ask(desk, hours(at(FRIDAY, 18), at(FRIDAY, 21))).status == "待批"


def test_the_second_organ_confirms_and_credits_nothing_of_it(desk: Desk, bureau: Bureau) -> None:
    claim = approved(desk, hours(at(FRIDAY, 18), at(FRIDAY, 21)))
    other = build_bureau("ouhai", "瓯海区经济和信息化局")
    given: Fields = {"overtime": claim, "actor": other["E010"], "at": AFTERWARDS, "key": "c"}
    assert refused(confirm_hours, began=at(FRIDAY, 18), ended=at(FRIDAY, 21), **given) == ["单位"]
    assert ask(Desk(other), hours(at(FRIDAY, 18), at(FRIDAY, 21))).matter.number == "加班〔2026〕1号"
