"""任务: what the regulations ask for again and again, who bears it, and how it is closed."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.test import Client

from tests.web.attendance.desks import Desks, clock
from tests.web.bureau import STAFF, Bureau, build
from zhixing.office.duties.models import DutyDue
from zhixing.office.duties.tick import tick
from zhixing.site.clock.rounds import in_force

NOW = "2026-11-20 09:00"
FRIDAY = date(2026, 11, 20)


@pytest.fixture
def desks(bureau: Bureau) -> Desks:
    tick(organ=bureau.organ, editions=in_force(FRIDAY), at=datetime(2026, 11, 20, 1, tzinfo=UTC))
    return Desks(bureau)


def shown(desks: Desks, role: str, show: str = "待办", when: str = NOW) -> list[str]:
    with clock(when):
        answer = desks.of(role).get("/duties/", {"show": show})
    return [str(turn.due) for turn in answer.context["turns"]]


def test_the_office_and_leaders_see_every_turn_and_staff_those_of_their_posts(desks: Desks) -> None:
    seen = {role: len(shown(desks, role)) for role in STAFF}
    whole = DutyDue.objects.count()
    assert whole > 0
    assert {role for role, number in seen.items() if number == whole} == {
        "局领导", "局长", "办公室", "办公室主任", "纪检",
    }  # fmt: skip
    assert seen["职员"] == seen["财务"] == 0
    # 到街镇、园区指导 is borne by each section's head
    assert seen["科室负责人"] == DutyDue.objects.filter(post="各科室").count() == 1


def test_mine_are_those_of_the_post_i_hold(desks: Desks) -> None:
    # 办公室 is borne by whoever keeps attendance
    assert set(shown(desks, "办公室", "我的")) == {str(due) for due in DutyDue.objects.filter(post="办公室")}
    own = shown(desks, "局长", "我的")
    assert any("召开局长办公会议" in one for one in own)
    assert set(own) == {str(due) for due in DutyDue.objects.filter(post="局长")}


def test_every_duty_of_the_regulation_is_listed_with_its_clause_and_next_day(desks: Desks) -> None:
    with clock(NOW):
        rules = desks.of("职员").get("/duties/").context["rules"]
    by_name = {rule.duty.name: rule for rule in rules}
    assert by_name["月考勤汇总"].duty.clause == "02-3.1"
    # the third working day of December
    assert by_name["月考勤汇总"].next == date(2026, 12, 3)
    assert by_name["补休到期提醒"].next == date(2026, 11, 30)


def test_what_its_day_has_passed_is_overdue(desks: Desks) -> None:
    assert shown(desks, "办公室", "逾期") == []
    late = shown(desks, "办公室", "逾期", "2026-12-02 09:00")
    assert "2026年补休到期提醒" in late
    assert "2026年录入下一年工作日历" not in late


def test_whoever_bears_it_closes_it_with_its_evidence(desks: Desks) -> None:
    due = DutyDue.objects.get(duty="补休到期提醒")
    address = f"/duties/{due.pk}/"
    with clock(NOW):
        refused = desks.of("局长").post(address, {"key": str(uuid4()), "evidence": "名单已发"})
        empty = desks.of("办公室").post(address, {"key": str(uuid4()), "evidence": " "})
        closed = desks.of("办公室").post(address, {"key": str(uuid4()), "evidence": "名单已发各科室"})
        assert (refused.status_code, empty.status_code, closed.status_code) == (422, 422, 302)
        again = desks.of("办公室").get(address)
    assert again.context["form"] is None
    assert "名单已发各科室" in again.content.decode()
    assert str(due) in shown(desks, "办公室", "已办")


def test_another_organ_has_no_such_turn(desks: Desks) -> None:
    stranger = Client()
    stranger.force_login(build("ouhai-jx", "瓯海区经信局").accounts["办公室"])
    with clock(NOW):
        assert stranger.get(f"/duties/{DutyDue.objects.latest('pk').pk}/").status_code == 404
        assert stranger.get("/duties/").context["turns"] == []


def test_the_days_go_into_ones_own_calendar(desks: Desks) -> None:
    with clock(NOW):
        answer = desks.of("办公室").get("/duties/calendar/")
    text = answer.content.decode()
    assert answer["Content-Type"].startswith("text/calendar")
    assert text.count("BEGIN:VEVENT") == DutyDue.objects.count()
    assert "DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261201" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_the_desk_leads_to_ones_own(desks: Desks) -> None:
    with clock(NOW):
        assert "我的任务" in desks.of("办公室").get("/desk/").content.decode()
        assert "我的任务" not in desks.of("职员").get("/desk/").content.decode()
