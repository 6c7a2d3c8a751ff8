"""违纪登记、抽查、诫勉谈话: own, office, leader in charge, chief; everything entered with its source (02-3.1, 02-3.3)."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from tests.web.attendance.desks import Desks, clock, post, text, words
from tests.web.attendance.registers import hours, october
from zhixing.regulations.attendance.models import DisciplineRecord, SpotCheck, Talk

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

HERE, NEW = "/attendance/discipline/", "/attendance/discipline/new/"
CHECKS, CHECK_NEW = "/attendance/spot-checks/", "/attendance/spot-checks/new/"
TALKS = "/attendance/talks/"
NOW = "2026-11-19 09:00"
WARNED = {
    "act": "登记", "record-kind": "效能告诫", "record-day": "2026-11-16",
    "record-source": "效能告诫书〔2026〕9号", "record-text": "上班时间网购",
}  # fmt: skip
AWAY = {
    "act": "登记", "check-kind": "早退", "check-found_at": "2026-11-18T16:20", "check-text": "办公室没有人",
}  # fmt: skip


def enters(desks: Desks, role: str, **changed: str) -> "Answer":
    who = desks.person("职员").pk
    with clock(NOW):
        return post(desks.of(role), NEW, **{**WARNED, "record-person": who, **changed})


def checks(desks: Desks, role: str, **changed: str) -> "Answer":
    who = desks.person("职员").pk
    with clock(NOW):
        return post(desks.of(role), CHECK_NEW, **{**AWAY, "check-person": who, **changed})


def sees(desks: Desks, role: str, address: str) -> int:
    with clock(NOW):
        return desks.of(role).get(address).status_code


@pytest.fixture
def record(desks: Desks) -> DisciplineRecord:
    assert enters(desks, "办公室").status_code == 302
    return DisciplineRecord.objects.get()


@pytest.fixture
def check(desks: Desks) -> SpotCheck:
    hours(desks)
    assert checks(desks, "办公室").status_code == 302
    return SpotCheck.objects.get()


@pytest.fixture
def talk(desks: Desks) -> Talk:
    """Three late mornings in October: a talk is proposed to the chief."""
    october(desks, late={"职员": 3})
    return Talk.objects.get()


def test_a_record_is_seen_by_the_person_the_office_the_leader_in_charge_and_the_chief(
    desks: Desks, record: DisciplineRecord, stranger: Client
) -> None:
    for role in ("职员", "办公室", "局领导", "局长"):
        with clock(NOW):
            assert "效能告诫书〔2026〕9号" in text(desks.of(role).get(HERE))
        assert sees(desks, role, f"{HERE}{record.pk}/") == 200
    for role in ("科室负责人", "财务", "纪检"):
        with clock(NOW):
            assert "效能告诫书" not in text(desks.of(role).get(HERE))
        assert sees(desks, role, f"{HERE}{record.pk}/") == 404
    with clock(NOW):
        assert stranger.get(f"{HERE}{record.pk}/").status_code == 404
        assert "效能告诫书" not in text(stranger.get(HERE))


def test_only_the_office_enters(desks: Desks) -> None:
    for role in ("职员", "局长", "局领导", "科室负责人"):
        assert enters(desks, role).status_code == 403
    assert not DisciplineRecord.objects.exists()


def test_a_record_is_refused_with_everything_that_is_wrong(desks: Desks) -> None:
    empty = enters(desks, "办公室", **{"record-source": "", "record-text": "", "record-kind": ""})
    assert empty.status_code == 422
    for said in ("没有填写来源", "没有填写事实", "情形：没有选择"):
        assert said in words(empty)
    later = enters(desks, "办公室", **{"record-day": "2026-11-20"})
    assert later.status_code == 422
    assert "日期：2026-11-20；要求：不晚于今天" in words(later)
    assert "上班时间网购" in text(later)  # what was typed stays


def test_somebody_of_another_organ_cannot_be_entered(desks: Desks, stranger: Client) -> None:
    with clock(NOW):
        who = desks.person("职员").pk
        assert post(stranger, NEW, **{**WARNED, "record-person": who}).status_code == 422
    assert not DisciplineRecord.objects.exists()


def test_the_same_form_sent_twice_enters_once(desks: Desks) -> None:
    key = "7d4a2f4e-5a0e-4a52-9d0b-0f4b9a3f5c11"
    assert enters(desks, "办公室", key=key).status_code == 302
    assert enters(desks, "办公室", key=key).status_code == 302
    assert DisciplineRecord.objects.count() == 1


def test_the_office_withdraws_a_record_with_a_reason(desks: Desks, record: DisciplineRecord) -> None:
    address = f"{HERE}{record.pk}/"
    with clock(NOW):
        empty = post(desks.of("办公室"), address, act="撤销", **{"revoke-reason": ""})
        assert (empty.status_code, "没有填写撤销原因" in words(empty)) == (422, True)
        own = post(desks.of("职员"), address, act="撤销", **{"revoke-reason": "不实"})
        assert (own.status_code, "办理人：林小满" in words(own)) == (422, True)
        done = post(desks.of("办公室"), address, act="撤销", **{"revoke-reason": "告诫书已收回"})
        assert done.status_code == 302
        again = post(desks.of("办公室"), address, act="撤销", **{"revoke-reason": "告诫书已收回"})
        assert "登记：已经撤销" in words(again)
        assert "告诫书已收回" in text(desks.of("职员").get(address))


def test_only_the_office_enters_a_spot_check_and_the_head_of_section_sees_it(
    desks: Desks, check: SpotCheck, stranger: Client
) -> None:
    assert (check.half, check.kind) == ("下午", "早退")
    for role in ("职员", "局长", "科室负责人"):
        assert checks(desks, role).status_code == 403
    for role in ("职员", "局领导", "局长", "科室负责人", "纪检"):
        assert sees(desks, role, f"{CHECKS}{check.pk}/") == 200
    assert sees(desks, "财务", f"{CHECKS}{check.pk}/") == 404
    with clock(NOW):
        assert "办公室没有人" not in text(desks.of("财务").get(CHECKS))
        assert stranger.get(f"{CHECKS}{check.pk}/").status_code == 404


def test_a_spot_check_is_refused_twice_in_a_half_day_and_on_a_day_off(desks: Desks, check: SpotCheck) -> None:
    assert "抽查：2026-11-18下午已登记早退" in words(checks(desks, "办公室"))
    sunday = checks(desks, "办公室", **{"check-found_at": "2026-11-15T16:20"})
    assert sunday.status_code == 422
    future = checks(desks, "办公室", **{"check-found_at": "2026-11-19T16:20"})
    assert "要求：不晚于现在" in words(future)
    assert SpotCheck.objects.get() == check


def test_a_wrong_spot_check_is_withdrawn_with_a_reason(desks: Desks, check: SpotCheck) -> None:
    address = f"{CHECKS}{check.pk}/"
    with clock(NOW):
        assert post(desks.of("局长"), address, act="撤销", **{"revoke-reason": "查错"}).status_code == 422
        assert "没有填写撤销原因" in words(post(desks.of("办公室"), address, act="撤销"))
        done = post(desks.of("办公室"), address, act="撤销", **{"revoke-reason": "当时在开会"})
        assert done.status_code == 302
        assert "已撤销" in words(desks.of("职员").get(CHECKS))


def test_a_talk_is_seen_as_discipline_is_and_by_the_talker(
    desks: Desks, talk: Talk, stranger: Client
) -> None:
    address = f"{TALKS}{talk.pk}/"
    for role in ("职员", "办公室", "局领导", "局长"):
        assert sees(desks, role, address) == 200
    for role in ("科室负责人", "财务", "纪检"):
        assert sees(desks, role, address) == 404
    with clock(NOW):
        assert stranger.get(address).status_code == 404
        who = desks.person("纪检").pk
        sent = post(desks.of("局长"), address, act="安排谈话", **{"assign-talker": who})
        assert sent.status_code == 302
    assert sees(desks, "纪检", address) == 200


def test_the_chief_arranges_and_the_talker_writes_down(desks: Desks, talk: Talk) -> None:
    address, leader = f"{TALKS}{talk.pk}/", desks.person("局领导").pk
    held = {"hold-held_at": "2026-11-18T10:00", "hold-content": "提醒按时到岗", "hold-stance": "接受"}
    with clock(NOW):
        early = post(desks.of("局领导"), address, act="记录谈话", **held)
        assert (early.status_code, "谈话状态：待安排" in words(early)) == (422, True)
        for role in ("办公室", "局领导", "职员"):
            refused = post(desks.of(role), address, act="安排谈话", **{"assign-talker": leader})
            assert (refused.status_code, "这件事不归您办理" in words(refused)) == (422, True)
        chief = desks.of("局长")
        assert f'<option value="{leader}" selected>' in text(
            chief.get(address)
        )  # the one in charge is offered
        assert "谈话人：没有选择" in words(post(chief, address, act="安排谈话"))
        assert post(chief, address, act="安排谈话", **{"assign-talker": leader}).status_code == 302
        assert "记录人：陈谷雨" in words(post(chief, address, act="记录谈话", **held))
        late = post(
            desks.of("局领导"), address, act="记录谈话", **{**held, "hold-held_at": "2026-11-20T10:00"}
        )
        assert "谈话时间：2026-11-20 10:00；要求：不晚于现在" in words(late)
        assert post(desks.of("局领导"), address, act="记录谈话", **held).status_code == 302
        assert "提醒按时到岗" in text(desks.of("职员").get(address))
    talk.refresh_from_db()
    assert (talk.state, talk.talker_id) == ("已谈话", leader)


def test_a_talk_shows_the_clause_but_no_allowance(desks: Desks, talk: Talk) -> None:
    with clock(NOW):
        shown = words(desks.of("办公室").get(f"{TALKS}{talk.pk}/"))
    assert "2026年10月迟到、早退共3次" in shown
    assert "三（一）迟到早退" in shown
    assert "当月津补贴" not in shown


def test_an_unknown_button_is_refused(desks: Desks, talk: Talk) -> None:
    with clock(NOW):
        assert "没有办理" in words(post(desks.of("局长"), f"{TALKS}{talk.pk}/", act="免谈"))


def test_lists_can_be_searched(desks: Desks, record: DisciplineRecord) -> None:
    assert record.day == date(2026, 11, 16)
    with clock(NOW):
        office = desks.of("办公室")
        assert "效能告诫书" in text(office.get(HERE, {"q": "林小满", "kind": "效能告诫"}))
        assert "换一个姓名" in text(office.get(HERE, {"q": "查无此人"}))
        assert "换一个姓名" in text(office.get(HERE, {"kind": "炒股"}))
