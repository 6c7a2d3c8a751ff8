"""Days across weekends, holidays and make-up days of 2026, and who approves them (B2-01 to B2-08)."""

from datetime import date

from tests.regulations.attendance.leave.bureau import Bureau, at
from tests.regulations.attendance.leave.desk import Desk, facts, labels
from zhixing.law.values import show_days

DEPUTY = ["分管局长审批", "办公室备案"]
CHIEF = ["分管局长签署意见", "局长审批", "办公室备案"]
DISTRICT = ["局长签署意见", "报区级审批", "办公室备案"]


def test_two_days_around_mid_autumn_stay_with_the_deputy(desk: Desk) -> None:
    found = desk.assess("E025", desk.asking("E025", "事假", date(2026, 9, 24), date(2026, 9, 28)))
    assert (show_days(found.halves), labels(found)) == ("2", DEPUTY)


def test_a_sunday_worked_in_exchange_counts_and_leads_to_the_chief(desk: Desk) -> None:
    found = desk.assess("E025", desk.asking("E025", "事假", date(2026, 9, 18), date(2026, 9, 21)))
    assert (show_days(found.halves), labels(found)) == ("3", CHIEF)


def test_a_saturday_worked_in_exchange_counts_as_well(desk: Desk) -> None:
    found = desk.assess("E025", desk.asking("E025", "事假", date(2026, 10, 9), date(2026, 10, 12)))
    assert (show_days(found.halves), labels(found)) == ("3", CHIEF)


def test_friday_to_monday_leaves_the_weekend_out(desk: Desk) -> None:
    found = desk.assess("E025", desk.asking("E025", "事假", date(2026, 11, 20), date(2026, 11, 23)))
    assert show_days(found.halves) == "2"


def test_staff_two_days_is_the_deputys_and_two_and_a_half_the_chiefs(desk: Desk) -> None:
    two = desk.asking("E025", "事假", date(2026, 9, 8), date(2026, 9, 9))
    more = desk.asking("E025", "事假", date(2026, 9, 8), date(2026, 9, 10), last_half="上午")
    assert labels(desk.assess("E025", two)) == DEPUTY
    assert labels(desk.assess("E025", more)) == CHIEF


def test_a_head_of_section_has_one_day_and_no_half_more(desk: Desk) -> None:
    one = desk.asking("E026", "病假", date(2026, 9, 8))
    more = desk.asking("E026", "病假", date(2026, 9, 8), date(2026, 9, 9), last_half="上午")
    assert labels(desk.assess("E026", one)) == DEPUTY
    assert labels(desk.assess("E026", more)) == CHIEF


def test_the_route_names_the_people_of_the_section(desk: Desk, bureau: Bureau) -> None:
    found = desk.assess("E025", desk.asking("E025", "事假", date(2026, 9, 8), date(2026, 9, 10)))
    assert found.route is not None
    people = [stop.bearers[0].person for stop in found.route.stops]
    assert people[:3] == [bureau["E004"], bureau["E001"], bureau["E010"]]


def test_a_deputy_chief_goes_to_the_district_however_short(desk: Desk) -> None:
    found = desk.assess("E004", desk.asking("E004", "事假", date(2026, 9, 8), last_half="上午"))
    assert labels(found) == DISTRICT


def test_contract_staff_follow_the_table_of_staff(desk: Desk) -> None:
    assert labels(desk.assess("E014", desk.asking("E014", "事假", date(2026, 9, 8)))) == DEPUTY


def test_a_section_led_by_the_chief_is_approved_once(desk: Desk, bureau: Bureau) -> None:
    found = desk.assess("E020", desk.asking("E020", "事假", date(2026, 9, 8), date(2026, 9, 11)))
    assert found.route is not None
    first = found.route.stops[0]
    assert (first.planned.label, first.bearers[0].person) == ("局长审批", bureau["E001"])
    assert first.merged == ("分管局长签署意见",)


def test_adjoining_requests_over_a_weekend_are_summed(desk: Desk) -> None:
    desk.ask("E025", "事假", date(2026, 9, 10), date(2026, 9, 11))
    found = desk.assess("E025", desk.asking("E025", "事假", date(2026, 9, 14), date(2026, 9, 15)))
    assert (show_days(found.halves), show_days(found.total), labels(found)) == ("2", "4", CHIEF)
    assert [note.fact for note in found.notes] == ["连续请假"]


def test_annual_leave_and_comp_leave_side_by_side_are_summed(desk: Desk) -> None:
    desk.give("E025", "年休", "5", date(2026, 12, 31))
    desk.give("E025", "补休", "2", date(2026, 12, 31))
    desk.ask("E025", "年休假", date(2026, 9, 8), date(2026, 9, 9))
    found = desk.assess("E025", desk.asking("E025", "补休假", date(2026, 9, 10)))
    assert (show_days(found.total), labels(found)) == ("3", CHIEF)


def test_a_working_half_day_between_two_requests_keeps_them_apart(desk: Desk) -> None:
    desk.ask("E025", "事假", date(2026, 9, 8), date(2026, 9, 9), last_half="上午")
    found = desk.assess("E025", desk.asking("E025", "事假", date(2026, 9, 10)))
    assert show_days(found.total) == "1"


def test_half_days_that_meet_at_noon_are_one_absence(desk: Desk) -> None:
    desk.ask("E025", "事假", date(2026, 9, 8), last_half="上午")
    found = desk.assess(
        "E025", desk.asking("E025", "病假", date(2026, 9, 8), first_half="下午", consent=False)
    )
    assert (facts(found), show_days(found.total)) == ([], "1")


def test_maternity_leave_counts_every_day_of_the_calendar(desk: Desk) -> None:
    found = desk.assess("E025", desk.asking("E025", "产假", date(2026, 9, 25), date(2026, 9, 28)))
    assert (show_days(found.halves), labels(found)) == ("4", CHIEF)


def test_a_woman_need_not_ask_for_the_afternoon_of_8_march(desk: Desk) -> None:
    now = at(date(2027, 3, 1))
    day = date(2027, 3, 8)
    assert desk.assess("E025", desk.asking("E025", "事假", day), now).halves == 1
    assert desk.assess("E024", desk.asking("E024", "事假", day), now).halves == 2


def test_next_year_is_counted_provisionally_and_says_so(desk: Desk) -> None:
    now = at(date(2026, 12, 1))
    found = desk.assess("E025", desk.asking("E025", "事假", date(2026, 12, 31), date(2027, 1, 4)), now)
    assert found.estimated
    assert show_days(found.halves) == "2"
    assert "天数" in [note.fact for note in found.notes]
    assert found.may_submit
