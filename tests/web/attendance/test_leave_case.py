"""What follows a granted leave: coming back early, giving it up, its paper, its attachments (02-1.2a)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.files.papers import pdf
from tests.web.attendance.desks import Desks, clock, post, text, words
from zhixing.office.matters.models import Matter
from zhixing.regulations.attendance.models import Leave, LeaveCancellation

NEW = "/attendance/leave/new/"
MORNING, BACK = "2026-09-22 09:00", "2026-09-28 15:00"


@pytest.fixture
def typed(desks: Desks) -> dict[str, str]:
    """Thursday to Monday across 中秋 as annual leave: two days."""
    return {
        "kind": "年休假",
        "first": "2026-09-24",
        "first_half": "上午",
        "last": "2026-09-28",
        "last_half": "下午",
        "reason": "休息",
        "stand_in": str(desks.person("财务").pk),
        "act": "提交",
    }


@pytest.fixture
def granted(desks: Desks, typed: dict[str, str]) -> Leave:
    with clock(MORNING):
        post(desks.of("职员"), NEW, **typed)
        leave = Leave.objects.get()
        post(desks.of("局领导"), f"/matters/{leave.matter_id}/act/", act="同意")
        post(desks.of("办公室"), f"/matters/{leave.matter_id}/act/", act="同意")
    leave.refresh_from_db()
    assert leave.status == "已批"
    return leave


def address(leave: Leave, what: str) -> str:
    return f"/attendance/leave/{leave.pk}/{what}/"


def test_whoever_is_back_early_gets_the_rest_back(desks: Desks, granted: Leave) -> None:
    real = {"first": "2026-09-24", "first_half": "上午", "last": "2026-09-28", "last_half": "上午"}
    with clock(BACK):
        assert "销假" in words(desks.of("职员").get(f"/matters/{granted.matter_id}/"))
        assert post(desks.of("职员"), address(granted, "back"), **real).status_code == 302
        shown = words(desks.of("职员").get(f"/matters/{granted.matter_id}/"))
        left = words(desks.of("职员").get("/attendance/balances/mine/"))
    granted.refresh_from_db()
    assert (granted.status, granted.actual_halves) == ("已销假", 3)
    assert "实休天数 1.5天" in shown
    assert "年休 3.5 天" in left


def test_more_than_granted_is_an_extension_and_not_a_return(desks: Desks, granted: Leave) -> None:
    longer = {"first": "2026-09-24", "first_half": "上午", "last": "2026-09-29", "last_half": "下午"}
    with clock("2026-09-30 09:00"):
        answer = post(desks.of("职员"), address(granted, "back"), **longer)
    assert answer.status_code == 422
    assert "实休超出批准的，请另办续假" in text(answer)


def test_a_leave_is_given_up_by_those_who_granted_it(desks: Desks, granted: Leave) -> None:
    with clock(MORNING):
        page = words(desks.of("职员").get(f"/matters/{granted.matter_id}/"))
        assert "撤销请假" in page
        assert post(desks.of("职员"), address(granted, "cancel"), reason="会议改期").status_code == 302
        asked = LeaveCancellation.objects.get()
        assert "原假单" in words(desks.of("局领导").get(f"/matters/{asked.matter_id}/"))
        post(desks.of("局领导"), f"/matters/{asked.matter_id}/act/", act="同意")
        post(desks.of("办公室"), f"/matters/{asked.matter_id}/act/", act="同意")
        left = words(desks.of("职员").get("/attendance/balances/mine/"))
    granted.refresh_from_db()
    assert granted.status == "已撤销"
    assert "年休 5 天" in left


def test_only_the_person_comes_back_or_gives_up(desks: Desks, granted: Leave, stranger: Client) -> None:
    with clock(BACK):
        for client in (desks.of("局长"), desks.of("财务"), stranger):
            for what in ("back", "cancel"):
                assert client.get(address(granted, what)).status_code == 404


def test_the_paper_prints_for_whoever_may_see_it(desks: Desks, granted: Leave, stranger: Client) -> None:
    with clock(MORNING):
        for role, status in (("职员", 200), ("局领导", 200), ("办公室", 200), ("财务", 404)):
            assert desks.of(role).get(address(granted, "print")).status_code == status, role
        assert desks.of("职员").get(address(granted, "print")).getvalue().startswith(b"%PDF")
        assert stranger.get(address(granted, "print")).status_code == 404


def test_a_certificate_opens_for_who_decides_and_for_no_colleague(
    desks: Desks, typed: dict[str, str], stranger: Client
) -> None:
    slip = SimpleUploadedFile("病假单.pdf", pdf("建议休息两天"), content_type="application/pdf")
    with clock(MORNING):
        sick = typed | {"kind": "病假", "consent": "false"}
        assert post(desks.of("职员"), NEW, **sick, certificate=slip).status_code == 302
        stored = Leave.objects.get().certificate
        assert stored is not None
        place = f"/files/{stored.pk}/"
        assert place in text(desks.of("局领导").get(f"/matters/{Matter.objects.get().pk}/"))
        for role, status in (
            ("职员", 200),
            ("局领导", 200),
            ("办公室", 200),
            ("财务", 404),
            ("科室负责人", 404),
        ):
            assert desks.of(role).get(place).status_code == status, role
        assert stranger.get(place).status_code == 404
        sent = desks.of("职员").get(place)
    assert sent.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in sent.headers["Content-Security-Policy"]
