"""加班补休 from the form to the credited half-day (02-1.5b, G-13)."""

import pytest
from django.test import Client

from tests.web.attendance.desks import Desks, clock, post, text, words
from zhixing.regulations.attendance.models import BalanceMove, Overtime

LIST, NEW, ROUTE = "/attendance/overtime/", "/attendance/overtime/new/", "/attendance/overtime/route/"
TYPED = {
    "nature": "临时突发",
    "reason": "防台值守",
    "began": "2026-11-18T18:00",
    "ended": "2026-11-18T21:00",
    "act": "提交",
}
NOW = "2026-11-19 09:00"
WEEKEND = {"nature": "全局性重要", "began": "2026-11-14T09:00", "ended": "2026-11-14T18:00"}


@pytest.fixture
def sent(desks: Desks) -> Overtime:
    with clock(NOW):
        assert post(desks.of("职员"), NEW, **TYPED).status_code == 302
    return Overtime.objects.get()


def approved(desks: Desks, case: Overtime) -> None:
    post(desks.of("局长"), f"/matters/{case.matter_id}/act/", act="同意")
    case.refresh_from_db()
    assert case.status == "已批"


@pytest.mark.parametrize(
    ("changed", "earns"),
    [
        ({}, "0.5 天 时长 3小时 通宵 否"),
        ({"ended": "2026-11-18T19:59"}, "0 天 时长 1小时59分 通宵 否"),
        ({"ended": "2026-11-18T20:00"}, "0.5 天 时长 2小时 通宵 否"),
        ({"nature": "日常性"}, "0 天 时长 3小时 通宵 否"),
        ({"began": "2026-11-18T22:00", "ended": "2026-11-19T06:00"}, "1 天 时长 8小时 通宵 是"),
    ],
)
def test_while_typing_the_page_says_what_the_hours_earn(
    desks: Desks, changed: dict[str, str], earns: str
) -> None:
    with clock(NOW):
        shown = words(post(desks.of("职员"), ROUTE, **TYPED | changed))
    assert f"能得多少补休 {earns}" in shown
    assert "提交以后由谁办 陈谷雨" in shown
    assert not Overtime.objects.exists()


def test_a_long_day_without_a_night_tells_of_the_chiefs_choice(desks: Desks) -> None:
    with clock(NOW):
        shown = words(post(desks.of("职员"), ROUTE, **TYPED | WEEKEND))
    assert "0.5 天 时长 9小时" in shown
    assert "局长可以改按值班，算 1 天" in shown


def test_hours_at_work_are_refused_and_nothing_typed_is_lost(desks: Desks) -> None:
    with clock(NOW):
        answer = post(desks.of("职员"), NEW, **TYPED | {"began": "2026-11-18T16:00"})
    assert answer.status_code == 422
    assert "含上班时间；要求：上班时间以外" in text(answer)
    assert "防台值守</textarea>" in text(answer)


def test_confirmed_hours_are_credited(desks: Desks, sent: Overtime) -> None:
    with clock("2026-11-19 10:00"):
        approved(desks, sent)
        office, address = desks.of("办公室"), f"{LIST}{sent.pk}/"
        assert "1件已批、待确认时长" in text(office.get(LIST, {"whose": "全部"}))
        hours = {"began": "2026-11-18T18:00", "ended": "2026-11-18T20:30"}
        assert post(office, address, act="确认时长", **hours).status_code == 302
        assert "补休 0.5 天 ，有效期到2026-12-31" in words(office.get(address))
    assert [(move.halves, move.why) for move in BalanceMove.objects.all()] == [(1, "加班补休")]


def test_nobody_but_the_office_confirms(desks: Desks, sent: Overtime, stranger: Client) -> None:
    with clock("2026-11-19 10:00"):
        approved(desks, sent)
        address, hours = f"{LIST}{sent.pk}/", {"began": "2026-11-18T18:00", "ended": "2026-11-18T20:30"}
        answers = [post(desks.of(role), address, act="确认时长", **hours) for role in ("职员", "局长")]
        assert [answer.status_code for answer in answers] == [422, 422]
        assert post(desks.of("财务"), address, act="确认时长", **hours).status_code == 404
        assert stranger.get(address).status_code == 404
        assert "确认时长，记入补休" not in text(desks.of("职员").get(address))
    assert not BalanceMove.objects.exists()


def test_the_chief_counts_a_long_day_as_a_duty(desks: Desks) -> None:
    with clock(NOW):
        post(desks.of("职员"), NEW, **TYPED | WEEKEND)
        case = Overtime.objects.get()
        address = f"{LIST}{case.pk}/"
        approved(desks, case)
        assert "可以改按值班算 1 天" in text(desks.of("局长").get(address))
        assert post(desks.of("局领导"), address, act="改按值班").status_code == 422
        assert post(desks.of("局长"), address, act="改按值班").status_code == 302
        assert "1 天（局长改按值班）" in words(desks.of("职员").get(address))


def test_a_draft_is_its_owners_alone(desks: Desks, stranger: Client) -> None:
    with clock(NOW):
        post(desks.of("职员"), NEW, act="保存草稿", reason="防台值守")
        address = f"{LIST}{Overtime.objects.get().pk}/draft/"
        assert desks.of("办公室").get(address).status_code == 404
        assert stranger.get(address).status_code == 404
        assert "防台值守" in text(desks.of("职员").get(address))
