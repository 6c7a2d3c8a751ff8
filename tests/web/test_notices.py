"""提醒: what the house tells one, where it leads, and that it is read once."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.web.attendance.desks import Desks, at, clock, post, text, words
from tests.web.attendance.registers import october, pays
from tests.web.bureau import Bureau
from zhixing.office.duties.models import Notice
from zhixing.regulations.attendance.models import AbsenceCase, Talk
from zhixing.regulations.attendance.workflow import absence
from zhixing.regulations.attendance.workflow.absence_decide import decide_case
from zhixing.regulations.attendance.workflow.day_status import OPEN

HERE, READ = "/notices/", "/notices/read/"
NOW = "2026-11-03 09:00"


@pytest.fixture
def desks(bureau: Bureau) -> Desks:
    return Desks(bureau)


def asked(desks: Desks) -> AbsenceCase:
    october(desks, but="职员")
    keeper, person = desks.person("办公室"), desks.person("职员")
    first, last = at("2026-10-01 00:00").date(), at("2026-10-31 00:00").date()
    found = dict(absence.unexplained(desks.bureau.organ, first, last, at(NOW)))[person]
    assert {half.word for half in found} == {OPEN}
    slots = [(found[0].day, found[0].half)]
    absence.open_case(actor=keeper, person=person, slots=slots, facts="没有签到", at=at(NOW), key="a")
    case = AbsenceCase.objects.get()
    absence.notify(actor=keeper, case=case, notice="请说明当天的情况", at=at(NOW), key="b")
    return case


def test_a_notice_leads_to_what_it_speaks_of_and_is_read_by_that(desks: Desks) -> None:
    case = asked(desks)
    with clock(NOW):
        client = desks.of("职员")
        page = words(client.get(HERE))
        assert "办公室就几个半天的情况向您了解，请在2026-11-06以前陈述申辩。" in page
        assert "没有签到" not in page
        notice = Notice.objects.get(person=desks.person("职员"))
        assert post(client, READ, notice=notice.pk)["Location"] == f"/attendance/absence/{case.pk}/"
        assert "没有未读的提醒" in text(client.get(HERE, {"show": "未读"}))
        assert f'href="/attendance/absence/{case.pk}/"' in text(client.get(HERE))


def test_whoever_acts_next_in_a_hearing_is_told(desks: Desks) -> None:
    case, keeper, person = asked(desks), desks.person("办公室"), desks.person("职员")
    later = at(NOW) + timedelta(hours=1)
    absence.state(actor=person, case=case, text="家里有急事", at=later, key="c")
    absence.propose(actor=keeper, case=case, opinion="建议不认定", at=later, key="d")
    with clock("2026-11-03 11:00"):
        assert f"{case.number}请您认定。" in words(desks.of("局长").get(HERE))
    decide_case(
        actor=desks.person("局长"), case=case, outcome="不认定", decision="情有可原", at=later, key="e"
    )
    with clock("2026-11-03 11:00"):
        assert f"{case.number}已有结果" in words(desks.of("职员").get(HERE))


def test_the_chief_is_asked_for_a_talker_who_is_then_asked_to_talk(desks: Desks) -> None:
    october(desks, late={"职员": 3})
    talk = Talk.objects.get()
    with clock(NOW):
        assert "2026年10月有一次诫勉谈话，请您安排谈话人。" in words(desks.of("局长").get(HERE))
        chosen = {"act": "安排谈话", "assign-talker": desks.person("局领导").pk}
        assert post(desks.of("局长"), f"/attendance/talks/{talk.pk}/", **chosen).status_code == 302
        assert "局长请您进行一次诫勉谈话" in words(desks.of("局领导").get(HERE))
        assert "诫勉" not in words(desks.of("职员").get(HERE)).replace("诫勉谈话 旷工认定", "")


def test_a_reminder_of_the_month_leads_to_the_own_month_and_of_pay_to_the_settlement(desks: Desks) -> None:
    sheet = october(desks, late={"职员": 3})
    pays(desks, "职员")
    address = f"/attendance/months/{sheet.pk}/"
    with clock(NOW):
        post(desks.of("办公室"), address, act="催办")
    with clock("2026-11-10 09:00"):
        post(desks.of("办公室"), address, act="锁定")
        post(desks.of("办公室"), address, act="提出扣款建议")
        own, settled = text(desks.of("职员").get(HERE)), desks.of("财务").get(HERE)
        number = Notice.objects.get(person=desks.person("职员"), object_kind="月考勤").pk
        assert post(desks.of("职员"), READ, notice=number)["Location"].endswith("/my-month/?month=2026-10")
        money = Notice.objects.get(person=desks.person("财务"), key__startswith="扣款建议").pk
        assert post(desks.of("财务"), READ, notice=money)["Location"] == f"{address}settlement/"
    assert "请在2026-11-05以前确认2026年10月考勤" in own
    assert "2026年10月扣款建议已由办公室提出" in text(settled)


def test_all_are_read_at_once_and_nobody_reads_anothers(desks: Desks, guest: Client) -> None:
    asked(desks)
    notice = Notice.objects.get(person=desks.person("职员"))
    with clock(NOW):
        assert post(desks.of("局长"), READ, notice=notice.pk).status_code == 404
        post(desks.of("局长"), READ)
        assert not Notice.objects.filter(person=desks.person("职员"), read_at__isnull=False).exists()
        post(desks.of("职员"), READ)
        assert Notice.objects.get(pk=notice.pk).read_at == at(NOW)
        assert guest.get(HERE).status_code == 302


def test_an_empty_list_says_what_will_stand_there(desks: Desks) -> None:
    with clock(NOW):
        assert "都会在这里提醒" in text(desks.of("职员").get(HERE))
