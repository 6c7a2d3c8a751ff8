"""月考勤: opened by the office, confirmed by each, answered, reminded, locked, corrected, settled (02-3.1)."""

import pytest
from django.test import Client

from tests.web.attendance.desks import Desks, at, clock, post, text, words
from tests.web.attendance.registers import hours, october, pays
from zhixing.office.duties.models import Notice
from zhixing.regulations.attendance.models import Month, MonthCorrection, MonthLine, PayBase, SettlementLine
from zhixing.regulations.attendance.workflow.month import confirm, object_to

HERE, PAY = "/attendance/months/", "/attendance/pay/"
NOW = "2026-11-02 10:00"
AFTER = "2026-11-10 10:00"  # the days to confirm are over


@pytest.fixture
def sheet(desks: Desks) -> Month:
    return october(desks, late={"职员": 3})


def line_of(desks: Desks, role: str) -> MonthLine:
    return MonthLine.objects.select_related("sheet", "person").get(person=desks.person(role))


def locked(desks: Desks, sheet: Month) -> str:
    """The month's address, after the lock."""
    with clock(AFTER):
        assert post(desks.of("办公室"), f"{HERE}{sheet.pk}/", act="锁定").status_code == 302
    return f"{HERE}{sheet.pk}/"


def test_the_office_opens_a_month_that_is_over(desks: Desks) -> None:
    hours(desks)
    with clock(NOW):
        page = words(desks.of("办公室").get(HERE))
        assert "还没有开启过月考勤" in page
        assert "2026年10月" in page
        answer = post(desks.of("办公室"), HERE, **{"act": "开启月考勤", "open-month": "2026-10"})
        assert answer.status_code == 302
        again = post(desks.of("办公室"), HERE, **{"act": "开启月考勤", "open-month": "2026-10"})
        early = post(desks.of("办公室"), HERE, **{"act": "开启月考勤", "open-month": "2026-11"})
    assert (again.status_code, early.status_code) == (422, 422)
    assert "2026年10月已经开启" in text(again)
    assert "2026年11月还没有过完" in text(early)
    assert MonthLine.objects.count() == 8


def test_only_the_office_opens_and_plain_staff_do_not_come_in(desks: Desks, sheet: Month) -> None:
    with clock(NOW):
        assert desks.of("职员").get(HERE).status_code == 403
        for role in ("局长", "局领导", "科室负责人", "财务", "纪检"):
            assert desks.of(role).get(HERE).status_code == 200
            refused = post(desks.of(role), HERE, **{"act": "开启月考勤", "open-month": "2026-09"})
            assert refused.status_code == 422
            assert post(desks.of(role), f"{HERE}{sheet.pk}/", act="锁定").status_code == 422
    assert Month.objects.count() == 1


def test_the_page_says_who_confirmed_who_objected_and_who_has_not_spoken(desks: Desks, sheet: Month) -> None:
    confirm(actor=desks.person("局长"), line=line_of(desks, "局长"), at=at(NOW), key="a")
    object_to(
        actor=desks.person("职员"), line=line_of(desks, "职员"), text="14日我在开会", at=at(NOW), key="b"
    )
    with clock(NOW):
        page = words(desks.of("办公室").get(f"{HERE}{sheet.pk}/"))
        only = words(desks.of("办公室").get(f"{HERE}{sheet.pk}/?state=有异议"))
    assert "全部 8 待确认 6 已确认 1 有异议 1 已答复 0" in page
    assert "14日我在开会" in page
    assert "6人还没有表示" in page
    assert "产业科" in only
    assert only.count("产业科") == 2  # the objection and its line


def test_an_objection_is_answered_before_the_lock(desks: Desks, sheet: Month) -> None:
    line = line_of(desks, "职员")
    object_to(actor=desks.person("职员"), line=line, text="14日我在开会", at=at(NOW), key="b")
    address = f"{HERE}{sheet.pk}/"
    with clock(AFTER):
        refused = post(desks.of("办公室"), address, act="锁定")
        assert "林小满的异议：14日我在开会；要求：已经答复" in text(refused)
        empty = post(
            desks.of("办公室"), address, **{"act": "答复", "answer-line": line.pk, "answer-text": ""}
        )
        assert "请填写答复" in text(empty)
        done = post(
            desks.of("办公室"), address, **{"act": "答复", "answer-line": line.pk, "answer-text": "已核实"}
        )
        assert done.status_code == 302
        assert "已核实" in words(desks.of("办公室").get(address))
        assert post(desks.of("办公室"), address, act="锁定").status_code == 302


def test_everything_that_keeps_a_month_from_the_lock_is_said_at_once(desks: Desks, sheet: Month) -> None:
    object_to(actor=desks.person("职员"), line=line_of(desks, "职员"), text="不对", at=at(NOW), key="b")
    with clock(NOW):
        shown = text(post(desks.of("办公室"), f"{HERE}{sheet.pk}/", act="锁定"))
    assert "林小满的异议" in shown
    assert "还没有确认" in shown


def test_the_silent_are_reminded_once_an_hour(desks: Desks, sheet: Month) -> None:
    confirm(actor=desks.person("局长"), line=line_of(desks, "局长"), at=at(NOW), key="a")
    address = f"{HERE}{sheet.pk}/"
    with clock(NOW):
        assert post(desks.of("办公室"), address, act="催办").status_code == 302
        again = post(desks.of("办公室"), address, act="催办")
    assert "一小时内已经催办过" in text(again)
    told = Notice.objects.filter(object_kind="月考勤")
    assert {one.person.name for one in told} == {
        "林小满", "周立春", "郑清明", "王芒种", "李夏至", "孙小暑", "吴大暑",
    }  # fmt: skip
    assert "请在2026-11-05以前确认2026年10月考勤" in told[0].text


def test_after_the_lock_a_figure_is_corrected_beside_the_old_one(desks: Desks, sheet: Month) -> None:
    address, line = locked(desks, sheet), line_of(desks, "职员")
    typed = {"act": "更正", "correct-line": line.pk, "correct-column": "late", "correct-reason": "考勤机故障"}
    with clock(AFTER):
        wrong = post(desks.of("办公室"), address, **typed, **{"correct-after": "一次"})
        assert "要求：次数" in text(wrong)
        assert 'value="考勤机故障"' in text(wrong)
        assert post(desks.of("办公室"), address, **typed, **{"correct-after": "2"}).status_code == 302
        page = words(desks.of("办公室").get(address))
    assert "林小满 迟到 3 2 考勤机故障 王芒种" in page
    assert MonthLine.objects.get(pk=line.pk).late == 3
    assert MonthCorrection.objects.get().after == 2


def test_the_sheet_prints_and_exports_for_those_who_see_all_of_it(desks: Desks, sheet: Month) -> None:
    with clock(NOW):
        for role in ("办公室", "局长", "纪检"):
            assert desks.of(role).get(f"{HERE}{sheet.pk}/print/").status_code == 200
        for role in ("职员", "科室负责人", "局领导", "财务"):
            assert desks.of(role).get(f"{HERE}{sheet.pk}/print/").status_code == 403
            assert desks.of(role).get(f"{HERE}{sheet.pk}/export/").status_code == 403
        paper = desks.of("办公室").get(f"{HERE}{sheet.pk}/print/")
        ledger = desks.of("办公室").get(f"{HERE}{sheet.pk}/export/")
    assert b"".join(paper).startswith(b"%PDF")
    assert b"".join(ledger).startswith(b"PK")


def test_finance_sees_its_own_line_only_and_another_organ_nothing(
    desks: Desks, sheet: Month, stranger: Client
) -> None:
    with clock(NOW):
        page = words(desks.of("财务").get(f"{HERE}{sheet.pk}/"))
        assert "孙小暑" in page
        assert "林小满" not in page
        for tail in ("", "print/", "export/", "settlement/", "settlement/export/"):
            assert stranger.get(f"{HERE}{sheet.pk}/{tail}").status_code == 404


def test_without_pay_the_settlement_is_refused_and_says_whose_is_missing(desks: Desks, sheet: Month) -> None:
    address = locked(desks, sheet)
    with clock(AFTER):
        shown = text(post(desks.of("办公室"), address, act="提出扣款建议"))
    assert "林小满的工资基数：没有录入" in shown


def test_the_settlement_is_handed_to_finance_who_alone_see_all_of_it(desks: Desks, sheet: Month) -> None:
    pays(desks, "职员")
    address = locked(desks, sheet)
    with clock(AFTER):
        assert post(desks.of("办公室"), address, act="提出扣款建议").status_code == 302
        seen = {
            role: words(desks.of(role).get(f"{address}settlement/"))
            for role in ("财务", "职员", "办公室", "局长")
        }
        exported = desks.of("财务").get(f"{address}settlement/export/")
    # three times late, 20 yuan each (02-3.1)
    assert SettlementLine.objects.get().amount == 60_00
    assert "60.00" in seen["财务"]
    assert "60.00" in seen["职员"]
    assert "60.00" not in seen["办公室"]
    assert "共1条，已于2026-11-10 10:00交财务" in seen["办公室"]
    assert "60.00" not in seen["局长"]
    assert b"".join(exported).startswith(b"PK")
    assert [one.person.name for one in Notice.objects.filter(object_kind="月考勤")] == ["孙小暑"]


def test_finance_enters_pay_and_nobody_else_opens_the_page(desks: Desks) -> None:
    typed = {
        "act": "录入工资基数", "pay-person": desks.person("职员").pk, "pay-base": "4350.00",
        "pay-allowance": "五百", "pay-bonus": "2000", "pay-since": "2026-01-01", "pay-basis": "",
    }  # fmt: skip
    with clock(NOW):
        for role in ("职员", "局长", "办公室", "纪检"):
            assert desks.of(role).get(PAY).status_code == 403
        refused = text(post(desks.of("财务"), PAY, **typed))
        assert "月津补贴" in refused
        assert "；要求：金额" in refused
        assert "请填写依据" in refused
        assert 'value="4350.00"' in refused
        fine = typed | {"pay-allowance": "500", "pay-basis": "工资审批表"}
        assert post(desks.of("财务"), PAY, **fine).status_code == 302
        assert "4350.00 500.00 2000.00 2026-01-01 工资审批表" in words(desks.of("财务").get(PAY))
    assert PayBase.objects.get().base == 4350_00
