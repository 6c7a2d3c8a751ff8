"""One month from end to end, every act through its page and by its own person (02-3.1, domain 2.3 F)."""

from datetime import date

import pytest

from tests.web.attendance.desks import Desks, clock, post, words
from tests.web.attendance.registers import BEGIN, hours, october, pays, signs
from tests.web.bureau import STAFF
from zhixing.journal.models import Entry
from zhixing.office.duties.models import Notice
from zhixing.organ.models import Section, Service
from zhixing.regulations.attendance.models import Month, MonthLine, SettlementLine

HERE, OWN = "/attendance/months/", "/attendance/my-month/lines/"
OPENED, SPOKEN, LOCKED = "2026-11-02 09:00", "2026-11-03 09:00", "2026-11-04 10:00"
LATER = "2026-11-12 10:00"


def says(desks: Desks, role: str, **typed: str) -> int:
    """What a person's own month page answers when a button is pressed on the own line."""
    line = MonthLine.objects.get(person=desks.person(role))
    return post(desks.of(role), f"{OWN}{line.pk}/", **typed).status_code


def office(desks: Desks, **typed: object) -> int:
    """What the month answers to the office."""
    return post(desks.of("办公室"), f"{HERE}{Month.objects.get().pk}/", **typed).status_code


def settled(desks: Desks) -> Month:
    """October, locked at the end of its days and handed to finance; the clerk was late four times."""
    pays(desks, "职员")
    sheet = october(desks, late={"职员": 4})
    with clock("2026-11-10 10:00"):
        assert [office(desks, act=act) for act in ("锁定", "提出扣款建议")] == [302, 302]
    return sheet


def test_a_month_is_opened_disputed_answered_confirmed_by_all_locked_and_handed_over(desks: Desks) -> None:
    hours(desks)
    pays(desks, "职员")
    signs(desks, date(2026, 10, 1), date(2026, 10, 31), late={"职员": 4})
    with clock(OPENED):
        opened = post(desks.of("办公室"), HERE, **{"act": "开启月考勤", "open-month": "2026-10"})
        assert opened.status_code == 302
    line = MonthLine.objects.get(person=desks.person("职员"))
    with clock(SPOKEN):
        assert says(desks, "职员", act="提出异议", text="15日我准时到岗") == 302
        assert [says(desks, role, act="确认") for role in STAFF if role != "职员"] == [302] * 7
        assert office(desks, act="锁定") == 422
        answered = {"act": "答复", "answer-line": line.pk, "answer-text": "监控已核对，仍为迟到"}
        assert office(desks, **answered) == 302
        assert office(desks, act="锁定") == 422
    with clock(LOCKED):
        assert says(desks, "职员", act="确认") == 302
        assert office(desks, act="锁定") == 302
        assert says(desks, "职员", act="提出异议", text="再核对一次") == 422
        assert office(desks, act="提出扣款建议") == 302
        assert "80.00" in words(desks.of("财务").get(f"{opened.headers['Location']}settlement/"))
    # 02-3.1: four times at 20 yuan
    assert [one.amount for one in SettlementLine.objects.all()] == [80_00]
    acts = Entry.objects.filter(object_kind="月考勤").order_by("seq").values_list("action", flat=True)
    assert list(acts) == ["开启月考勤", "锁定月考勤", "提出扣款建议"]


def test_after_a_correction_finance_is_handed_the_difference_only(desks: Desks) -> None:
    sheet = settled(desks)
    line = MonthLine.objects.get(person=desks.person("职员"))
    mended = {
        "correct-line": line.pk,
        "correct-column": "late",
        "correct-after": "3",
        "correct-reason": "考勤机故障",
    }
    with clock(LATER):
        assert office(desks, act="更正", **mended) == 302
        assert office(desks, act="提出扣款建议") == 302
        shown = words(desks.of("财务").get(f"{HERE}{sheet.pk}/settlement/"))
    assert [one.amount for one in SettlementLine.objects.order_by("pk")] == [80_00, -20_00]
    assert "建议扣款合计（元） 60.00" in shown
    assert Notice.objects.filter(object_kind="月考勤", person=desks.person("财务")).count() == 2


@pytest.mark.parametrize("role", ["科室负责人", "局领导"])
def test_a_head_and_a_leader_in_charge_see_their_own_section_only(desks: Desks, role: str) -> None:
    other = Section.objects.create(organ=desks.bureau.organ, name="节能科", kind="内设科室", since=BEGIN)
    Service.objects.filter(person=desks.person("财务")).update(section=other)
    sheet = october(desks)
    with clock(OPENED):
        page = words(desks.of(role).get(f"{HERE}{sheet.pk}/"))
        everyone = words(desks.of("局长").get(f"{HERE}{sheet.pk}/"))
    assert ("林小满" in page, "孙小暑" in page) == (True, False)
    assert "全部 7 " in page
    assert ("孙小暑" in everyone, "全部 8 " in everyone) == (True, True)
    assert "锁定2026年10月考勤" not in page
