"""值班表: seen by everybody, planned, changed and confirmed by the office (02-1.5a)."""

from typing import Any

import pytest
from django.test import Client

from tests.web.attendance.desks import Desks, clock, post, text, words
from zhixing.regulations.attendance.models import BalanceMove, DutyShift

HERE, NEW = "/attendance/roster/", "/attendance/roster/new/"
NOW = "2026-11-19 09:00"


def lines(*rows: dict[str, Any]) -> dict[str, Any]:
    """The sheet as the browser sends it."""
    typed: dict[str, Any] = {"form-TOTAL_FORMS": len(rows), "form-INITIAL_FORMS": 0}
    for place, row in enumerate(rows):
        typed |= {f"form-{place}-{name}": value for name, value in ({"shift": "日班"} | row).items()}
    return typed


@pytest.fixture
def shift(desks: Desks) -> DutyShift:
    """林小满 on Saturday the 14th, entered while it was to come."""
    with clock("2026-11-12 09:00"):
        typed = lines({"person": desks.person("职员").pk, "day": "2026-11-14"}, {"day": "2026-11-15"})
        assert post(desks.of("办公室"), NEW, **typed).status_code == 302
    return DutyShift.objects.get()


def test_the_month_shows_who_is_on_duty_to_everybody_of_the_organ(
    desks: Desks, shift: DutyShift, stranger: Client
) -> None:
    with clock(NOW):
        for role in ("职员", "局领导", "财务"):
            shown = words(desks.of(role).get(HERE))
            assert "值班表 2026年11月" in shown
            assert "林小满 日班" in shown
            assert NEW not in text(desks.of(role).get(HERE))
        assert "林小满" not in text(stranger.get(HERE))


def test_only_the_office_plans(desks: Desks, shift: DutyShift, stranger: Client) -> None:
    with clock(NOW):
        for address in (NEW, f"{HERE}{shift.pk}/"):
            assert [desks.of(role).get(address).status_code for role in ("职员", "局长")] == [403, 403]
        assert stranger.get(f"{HERE}{shift.pk}/").status_code == 404


def test_the_sheet_offers_the_free_days_nobody_has_yet(desks: Desks, shift: DutyShift) -> None:
    with clock(NOW):
        shown = text(desks.of("办公室").get(NEW, {"month": "2026-11"}))
    offered = [day for day in range(1, 31) if f'value="2026-11-{day:02}"' in shown]
    assert offered == [1, 7, 8, 15, 21, 22, 28, 29]  # the 14th is taken


def test_a_sheet_with_a_bad_line_is_refused_whole_by_the_number_on_the_screen(
    desks: Desks, shift: DutyShift
) -> None:
    person = desks.person("职员").pk
    good, blank = {"person": person, "day": "2026-11-21"}, {"day": "2026-11-22"}
    with clock(NOW):
        answer = post(desks.of("办公室"), NEW, **lines(good, blank, {"person": person, "day": "2026-11-14"}))
    assert answer.status_code == 422
    assert "第3行：林小满2026-11-14日班已经排过" in text(answer)
    assert DutyShift.objects.count() == 1


def test_a_confirmed_duty_earns_a_day_and_the_month_says_so(desks: Desks, shift: DutyShift) -> None:
    with clock(NOW):
        office, address = desks.of("办公室"), f"{HERE}{shift.pk}/"
        assert "确认以后得 1 天，有效期到2026-12-31" in words(office.get(address))
        assert post(office, address, act="确认值班").status_code == 302
        assert "林小满 日班，补休1天" in words(office.get(HERE))
        assert post(office, address, act="确认值班").status_code == 422
    assert [(move.halves, move.why) for move in BalanceMove.objects.all()] == [(2, "值班补休")]


def test_a_duty_that_was_missed_needs_its_reason_and_earns_nothing(desks: Desks, shift: DutyShift) -> None:
    with clock(NOW):
        office, address = desks.of("办公室"), f"{HERE}{shift.pk}/"
        assert "没有填写理由" in text(post(office, address, act="登记未到岗"))
        assert post(office, address, act="登记未到岗", why="临时生病").status_code == 302
        assert "未到岗" in words(office.get(HERE))
    assert not BalanceMove.objects.exists()


def test_another_takes_the_shift_over_and_the_old_row_stays_to_be_read(
    desks: Desks, shift: DutyShift
) -> None:
    with clock("2026-11-13 09:00"):
        office, address = desks.of("办公室"), f"{HERE}{shift.pk}/"
        assert "替班的人：没有选择" in text(post(office, address, act="换人", why="出差"))
        typed = {"act": "换人", "to": desks.person("财务").pk, "why": "出差"}
        assert post(office, address, **typed | {"why": ""}).status_code == 422
        assert post(office, address, **typed).status_code == 302
        shown = words(office.get(HERE))
    assert "孙小暑 日班" in shown
    assert "换班，由林小满改为孙小暑：出差" in shown
    rows = DutyShift.objects.order_by("pk").values_list("person__name", "status")
    assert list(rows) == [("林小满", "已取消"), ("孙小暑", "已排班")]


def test_two_people_exchange_their_shifts_both_or_neither(desks: Desks, shift: DutyShift) -> None:
    with clock("2026-11-13 09:00"):
        office = desks.of("办公室")
        post(office, NEW, **lines({"person": desks.person("财务").pk, "day": "2026-11-15"}))
        other = DutyShift.objects.get(day="2026-11-15")
        typed = {"act": "对换", "other": other.pk, "why": "家里有事"}
        assert post(office, f"{HERE}{shift.pk}/", **typed).status_code == 302
    standing = DutyShift.objects.filter(status="已排班").order_by("day").values_list("day", "person__name")
    assert [(day.day, name) for day, name in standing] == [(14, "孙小暑"), (15, "林小满")]


def test_an_empty_month_says_what_to_do(desks: Desks) -> None:
    with clock(NOW):
        assert "点“排班”" in text(desks.of("办公室").get(HERE))
        assert "值班表由办公室编排" in text(desks.of("职员").get(HERE))
