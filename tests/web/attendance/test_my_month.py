"""One's own month and one's own balances (02-1.1, 02-1.4, domain 4.7)."""

from uuid import uuid4

import pytest
from django.test import Client

from tests.web.attendance.desks import Desks, at, clock, post, words
from zhixing.regulations.attendance.models import Leave, MonthLine
from zhixing.regulations.attendance.workflow.balance_year import open_balance
from zhixing.regulations.attendance.workflow.month import open_month

MONTH, BALANCES = "/attendance/my-month/", "/attendance/balances/mine/"


@pytest.fixture
def asked(desks: Desks) -> Leave:
    """Two days of leave in September, still to be decided."""
    with clock("2026-09-01 09:00"):
        post(
            desks.of("职员"), "/attendance/leave/new/", kind="年休假", first="2026-09-10", first_half="上午",
            last="2026-09-11", last_half="下午", reason="休息", stand_in=str(desks.person("财务").pk), act="提交",
        )  # fmt: skip
    return Leave.objects.get()


@pytest.fixture
def line(desks: Desks, asked: Leave) -> MonthLine:
    """The office has opened September; the clerk never signed in."""
    office = desks.person("办公室")
    open_month(actor=office, year=2026, month=9, at=at("2026-10-08 09:00"), key=str(uuid4()))
    return MonthLine.objects.get(person=desks.person("职员"))


def test_a_day_shows_its_paper_and_a_half_its_word_with_the_reason(desks: Desks, asked: Leave) -> None:
    with clock("2026-09-03 10:00"):
        post(desks.of("职员"), "/attendance/sign-in/")
        shown = words(desks.of("职员").get(MONTH, {"month": "2026-09"}))
    assert "我的月考勤 2026年9月" in shown
    assert "没有签到，也没有请假、外出或核实过的备注" in shown
    assert "10 日 星期四 年休假待批" in shown
    assert "20 日 星期日 调休上班" in shown
    assert "25 日 星期五 法定节假日" in shown


def test_days_to_come_are_not_called_missed(desks: Desks) -> None:
    with clock("2026-09-03 10:00"):
        shown = words(desks.of("职员").get(MONTH, {"month": "2026-11"}))
    assert "未到" not in shown
    assert "10月" not in shown


def test_the_month_is_confirmed_once(desks: Desks, line: MonthLine) -> None:
    with clock("2026-10-08 10:00"):
        page = words(desks.of("职员").get(MONTH, {"month": "2026-09"}))
        assert "确认无误" in page
        answer = post(desks.of("职员"), f"{MONTH}lines/{line.pk}/", act="确认")
        assert answer.headers["Location"] == f"{MONTH}?month=2026-09"
        assert post(desks.of("职员"), f"{MONTH}lines/{line.pk}/", act="确认").status_code == 422
    line.refresh_from_db()
    assert line.state == "已确认"


def test_an_objection_needs_its_words_and_reaches_the_office(desks: Desks, line: MonthLine) -> None:
    with clock("2026-10-08 10:00"):
        address = f"{MONTH}lines/{line.pk}/"
        assert post(desks.of("职员"), address, act="提出异议", text="").status_code == 422
        post(desks.of("职员"), address, act="提出异议", text="9月7日到区里开会")
    line.refresh_from_db()
    assert (line.state, line.objection) == ("有异议", "9月7日到区里开会")


def test_nobody_confirms_for_another(desks: Desks, line: MonthLine, stranger: Client) -> None:
    with clock("2026-10-08 10:00"):
        for client in (desks.of("局长"), desks.of("办公室"), stranger):
            assert post(client, f"{MONTH}lines/{line.pk}/", act="确认").status_code == 404
    line.refresh_from_db()
    assert line.state == "待确认"


def test_the_desk_asks_for_the_word_that_is_missing(desks: Desks, line: MonthLine) -> None:
    with clock("2026-10-08 10:00"):
        assert "2026年9月考勤已经汇总" in words(desks.of("职员").get("/desk/"))


def test_a_request_under_way_is_off_the_balance_and_named(desks: Desks, asked: Leave) -> None:
    with clock("2026-09-03 10:00"):
        shown = words(desks.of("职员").get(BALANCES))
    # six full years on 2026-01-01: five days; two of them are held
    assert "年休 3 天 今天可以用，在途申请占着的 2 天已经减去" in shown
    assert "占 2 天" in shown


def test_every_movement_says_why_and_what_is_left_after_it(desks: Desks) -> None:
    person = desks.person("职员")
    open_balance(
        person=person, account="补休", halves=3, day=at("2026-09-01 09:00").date(), expires=at("2026-12-31 09:00").date(),
        note="2026年8月抗台值班，尚余1.5天", actor=desks.person("办公室"), at=at("2026-09-01 09:00"), key=str(uuid4()),
    )  # fmt: skip
    with clock("2026-09-03 10:00"):
        shown = words(desks.of("职员").get(BALANCES))
        other = words(desks.of("财务").get(BALANCES))
    assert "2026年8月抗台值班，尚余1.5天" in shown
    assert "＋1.5 1.5 王芒种" in shown
    assert "抗台值班" not in other
