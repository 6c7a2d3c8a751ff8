"""Sick leave of 15 days: both windows, what is missing, and who then decides (B2-09, B2-10)."""

from dataclasses import replace
from datetime import date

from tests.regulations.attendance.leave.bureau import Bureau
from tests.regulations.attendance.leave.desk import NOW, Desk, facts, labels
from zhixing.files.models import StoredFile
from zhixing.files.store import keep
from zhixing.regulations.attendance.workflow.leave_request import LeaveRequest

CHIEF = ["分管局长签署意见", "局长审批", "办公室备案"]
MISSING = ["病假单", "医院等级", "医师职称"]


def sick(desk: Desk, first: date, last: date, **more: object) -> LeaveRequest:
    return desk.asking("E025", "病假", first, last, consent=False, **more)


def slip(bureau: Bureau) -> StoredFile:
    return keep(
        organ="lucheng", name="病假单.pdf", content=b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n",
        by=bureau["E025"].number, at=NOW,
    )  # fmt: skip


def test_fourteen_and_a_half_days_on_end_need_no_slip(desk: Desk) -> None:
    found = desk.assess("E025", sick(desk, date(2026, 11, 2), date(2026, 11, 16), last_half="上午"))
    assert facts(found) == []


def test_fifteen_days_on_end_need_slip_hospital_and_doctor_all_named_at_once(desk: Desk) -> None:
    found = desk.assess("E025", sick(desk, date(2026, 11, 2), date(2026, 11, 16)))
    assert facts(found) == MISSING
    assert labels(found) == CHIEF


def test_a_lower_hospital_and_a_lower_doctor_are_not_enough(desk: Desk, bureau: Bureau) -> None:
    asking = sick(desk, date(2026, 11, 2), date(2026, 11, 16), certificate=slip(bureau))
    low = replace(asking, hospital_grade="二级甲等", doctor_title="主治医师")
    enough = replace(asking, hospital_grade="三级乙等", doctor_title="副主任医师")
    better = replace(asking, hospital_grade="三级甲等", doctor_title="主任医师")
    assert facts(desk.assess("E025", low)) == ["医院等级", "医师职称"]
    assert facts(desk.assess("E025", enough)) == []
    assert facts(desk.assess("E025", better)) == []


def test_three_times_five_days_in_thirty_are_fifteen(desk: Desk) -> None:
    desk.ask("E025", "病假", date(2026, 9, 7), date(2026, 9, 11), consent=False)
    desk.ask("E025", "病假", date(2026, 9, 21), date(2026, 9, 24), consent=False)
    desk.ask("E025", "病假", date(2026, 9, 15), consent=False)
    found = desk.assess("E025", sick(desk, date(2026, 9, 28), date(2026, 10, 8)))
    assert facts(found) == []
    longer = desk.assess("E025", sick(desk, date(2026, 9, 28), date(2026, 10, 9)))
    assert facts(longer) == []
    within = desk.assess("E025", sick(desk, date(2026, 9, 28), date(2026, 9, 30)))
    assert within.certificate is not None
    assert str(within.certificate.facts_shown["月累计天数"]) == "13"


def test_a_calendar_month_and_thirty_rolling_days_are_both_looked_at(desk: Desk) -> None:
    desk.ask("E025", "病假", date(2026, 11, 16), date(2026, 11, 20), consent=False)
    desk.ask("E025", "病假", date(2026, 11, 24), date(2026, 11, 30), consent=False)
    found = desk.assess("E025", sick(desk, date(2026, 12, 3), date(2026, 12, 9)))
    assert facts(found) == MISSING
    assert found.certificate is not None
    assert str(found.certificate.facts_shown["月累计天数"]) == "15"


def test_an_older_illness_is_not_asked_for_again(desk: Desk, bureau: Bureau) -> None:
    desk.ask(
        "E025", "病假", date(2026, 9, 7), date(2026, 9, 30), consent=False, certificate=slip(bureau),
        hospital_grade="三级甲等", doctor_title="主任医师",
    )  # fmt: skip
    assert facts(desk.assess("E025", sick(desk, date(2026, 11, 9), date(2026, 11, 9)))) == []


def test_sick_leave_asks_whether_balances_may_be_used(desk: Desk) -> None:
    desk.give("E025", "补休", "1", date(2026, 12, 31))
    unsaid = desk.asking("E025", "病假", date(2026, 9, 8))
    assert facts(desk.assess("E025", unsaid)) == ["本人同意"]
    assert desk.assess("E025", replace(unsaid, consent=False)).split.rest == 2
    assert desk.assess("E025", replace(unsaid, consent=True)).split.comp == 2
