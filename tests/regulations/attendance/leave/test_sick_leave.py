"""Sick leave of 15 days: both windows, what is missing, and who then decides (B2-09, B2-10)."""

import io
from dataclasses import replace
from datetime import date

import pypdfium2

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
    page, held = pypdfium2.PdfDocument.new(), io.BytesIO()
    page.new_page(200, 200)
    page.save(held)
    return keep(organ="lucheng", name="病假单.pdf", content=held.getvalue(), by=bureau["E025"].number, at=NOW)


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


def test_three_times_five_days_in_one_month_are_fifteen(desk: Desk) -> None:
    desk.ask("E025", "病假", date(2026, 11, 2), date(2026, 11, 6), consent=False)
    desk.ask("E025", "病假", date(2026, 11, 10), date(2026, 11, 16), consent=False)
    third = sick(desk, date(2026, 11, 18), date(2026, 11, 24))
    found = desk.assess("E025", third)
    assert (facts(found), labels(found)) == (MISSING, CHIEF)
    assert facts(desk.assess("E025", replace(third, last_half="上午"))) == []


def test_thirty_rolling_days_across_two_months_are_looked_at_as_well(desk: Desk) -> None:
    desk.ask("E025", "病假", date(2026, 10, 26), date(2026, 10, 30), consent=False)
    desk.ask("E025", "病假", date(2026, 11, 3), date(2026, 11, 9), consent=False)
    third = sick(desk, date(2026, 11, 11), date(2026, 11, 17))
    found = desk.assess("E025", third)
    assert facts(found) == MISSING
    assert found.certificate is not None
    assert found.certificate.facts_shown["月累计天数"] == "15"
    assert facts(desk.assess("E025", replace(third, last_half="上午"))) == []


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
