"""封控期: announced by the office, seen by everybody, excepted by the chief (02-1.6a)."""

import pytest
from django.test import Client

from tests.web.attendance.desks import Desks, clock, post, text, words
from zhixing.regulations.attendance.models import Blackout, BlackoutException

HERE, NEW = "/attendance/blackouts/", "/attendance/blackouts/new/"
NOW = "2026-11-19 09:00"
TYPED = {
    "name": "世界温州人大会",
    "first": "2026-11-18",
    "last": "2026-11-25",
    "basis": "局长办公会纪要〔2026〕8号",
}
LET_GO = {"act": "放行", "first": "2026-11-20", "last": "2026-11-20", "reason": "老人住院"}


@pytest.fixture
def period(desks: Desks) -> Blackout:
    with clock(NOW):
        assert post(desks.of("办公室"), NEW, **TYPED).status_code == 302
    return Blackout.objects.get()


def test_everybody_of_the_organ_reads_the_period_and_its_basis(
    desks: Desks, period: Blackout, stranger: Client
) -> None:
    with clock(NOW):
        for role in ("职员", "局领导", "财务"):
            shown = words(desks.of(role).get(HERE))
            assert "世界温州人大会" in shown
            assert "2026-11-18至2026-11-25 局长办公会纪要〔2026〕8号 执行中" in shown
        assert "世界温州人大会" not in text(stranger.get(HERE))
        assert stranger.get(f"{HERE}{period.pk}/").status_code == 404


def test_only_the_office_announces(desks: Desks) -> None:
    with clock(NOW):
        for role in ("职员", "局长", "科室负责人"):
            assert post(desks.of(role), NEW, **TYPED).status_code == 403
    assert not Blackout.objects.exists()


def test_a_period_that_ends_before_it_begins_is_refused_with_what_was_typed(desks: Desks) -> None:
    with clock(NOW):
        answer = post(desks.of("办公室"), NEW, **TYPED | {"last": "2026-11-10"})
        empty = post(desks.of("办公室"), NEW, **TYPED | {"basis": ""})
    assert (answer.status_code, empty.status_code) == (422, 422)
    assert "起止：2026-11-18至2026-11-10；要求：止日不早于起日" in text(answer)
    assert 'value="世界温州人大会"' in text(answer)
    assert "没有填写依据" in text(empty)


def test_the_chief_lets_one_person_go_and_nobody_else_can(desks: Desks, period: Blackout) -> None:
    address, person = f"{HERE}{period.pk}/", desks.person("职员").pk
    with clock(NOW):
        for role in ("办公室", "局领导", "职员"):
            assert post(desks.of(role), address, **LET_GO, person=person).status_code == 422
        outside = post(desks.of("局长"), address, **LET_GO | {"last": "2026-11-30"}, person=person)
        assert "要求：在2026-11-18至2026-11-25以内" in text(outside)
        assert post(desks.of("局长"), address, **LET_GO, person=person).status_code == 302
        assert "老人住院" in text(desks.of("职员").get(address))
        assert "老人住院" not in text(desks.of("财务").get(address))  # others need not know why
    assert BlackoutException.objects.get().granted_by == desks.person("局长")


def test_the_office_lifts_the_period_with_a_reason(desks: Desks, period: Blackout) -> None:
    address = f"{HERE}{period.pk}/"
    with clock(NOW):
        assert "没有填写理由" in text(post(desks.of("办公室"), address, act="解除", why=""))
        assert post(desks.of("职员"), address, act="解除", why="结束").status_code == 422
        assert post(desks.of("办公室"), address, act="解除", why="会议提前结束").status_code == 302
        shown = words(desks.of("职员").get(HERE))
    assert "已解除" in shown
    assert "现在是“世界温州人大会”封控期" not in shown


def test_an_empty_list_says_what_to_do(desks: Desks) -> None:
    with clock(NOW):
        assert "点右上角“设定封控期”" in text(desks.of("办公室").get(HERE))
        assert "现在请假不受限制" in text(desks.of("职员").get(HERE))
