"""The registers of seals: who may enter, carry out and return, custody, incidents, reports, books (17-1 to 17-11)."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web.attendance.desks import Desks, clock, post, words
from tests.web.seals.conftest import LATER, MORNING, agree, entered
from zhixing.office.registers.models import Kept, Loan
from zhixing.regulations.seals.models import CarryOut, Coercion, Custody, Incident, Seal, SealUse

STAFF = ("职员", "科室负责人", "局领导", "局长", "办公室", "办公室主任", "财务", "纪检")
LISTS = ("", "uses/", "carries/", "custodies/", "incidents/", "books/", "reports/")
Given = dict[str, Any]


@pytest.mark.parametrize("address", LISTS)
def test_a_list_opens_for_all_staff_and_says_what_to_do_when_empty(desks: Desks, address: str) -> None:
    with clock(MORNING):
        for role in STAFF:
            assert "还没有登记" in words(desks.of(role).get(f"/seals/{address}"))
            assert desks.of(role).get(f"/seals/{address}?export=xlsx").status_code == 200


def test_everybody_sees_where_a_seal_is_and_only_the_office_manages_it(
    desks: Desks, seal: Seal, stranger: Client
) -> None:
    with clock(MORNING):
        seen = words(desks.of("财务").get(f"/seals/{seal.pk}/"))
        managing = words(desks.of("办公室主任").get(f"/seals/{seal.pk}/"))
        assert desks.of("财务").get("/seals/new/").status_code == 404
        assert stranger.get(f"/seals/{seal.pk}/").status_code == 404
    assert "王芒种保管" in seen
    assert "您看不到这枚印章的登记簿" in seen
    assert "指定保管人" not in seen
    assert "指定保管人" in managing


def test_two_finance_seals_with_one_keeper_are_refused_at_the_desk(desks: Desks) -> None:
    """B17-03."""
    entered(desks, "财务专用章", "财务")
    with clock(MORNING):
        answer = post(
            desks.of("办公室主任"), "/seals/new/", act="登记印章", **{
                "record-name": "法人名章", "record-kind": "法人名章", "record-material": "牛角",
                "record-maker": "公安", "record-in_use_since": "2020-01-01",
                "record-keeper": desks.person("财务").pk,
            },
        )  # fmt: skip
    assert answer.status_code == 422
    assert "孙小暑已经保管" in words(answer)
    assert "第二条" in words(answer)


def test_a_keeper_is_named_and_the_seal_handed_over(desks: Desks, seal: Seal) -> None:
    one = f"/seals/{seal.pk}/"
    with clock(MORNING):
        given: Given = {"b0-keeper": desks.person("职员").pk, "b0-reason": "轮岗"}
        assert post(desks.of("办公室主任"), one, act="指定保管人", **given).status_code == 302
    with clock(LATER):
        assert post(desks.of("办公室"), one, act="移交", **{"b0-reason": "轮岗"}).status_code == 302
        assert post(desks.of("职员"), one, act="接收", **{"b0-remark": "印面完好"}).status_code == 302
        assert "林小满保管" in words(desks.of("财务").get("/seals/"))


@pytest.fixture
def carried(desks: Desks, approved: SealUse) -> CarryOut:
    """Asked for at ten, agreed to, handed out."""
    with clock(LATER):
        assert desks.of("职员").get(f"/seals/carries/new/?use={approved.pk}").status_code == 200
        answer = post(
            desks.of("职员"), "/seals/carries/new/", act="提交", use=approved.pk, reason="现场签合同",
            destination="瓯江大厦", out="2026-11-23", due="2026-11-23", undertaken="on",
        )  # fmt: skip
    assert answer.status_code == 302, words(answer)
    carry = CarryOut.objects.get()
    agree(desks, "局领导", carry.matter_id)
    with clock(LATER):
        assert post(desks.of("办公室"), f"/seals/carries/{carry.pk}/", act="带出").status_code == 302
    carry.refresh_from_db()
    return carry


def test_without_an_undertaking_nothing_is_carried_out(desks: Desks, approved: SealUse) -> None:
    with clock(LATER):
        typed: Given = {"use": approved.pk, "reason": "签合同", "out": "2026-11-23", "due": "2026-11-25"}
        live = words(post(desks.of("职员"), "/seals/carries/route/", **typed))
        answer = post(desks.of("职员"), "/seals/carries/new/", act="提交", **typed)
    assert "郑清明 分管办公室领导批准" in live
    assert answer.status_code == 422
    for told in ("请勾选承诺", "请改正归还日期", "请填写目的地"):
        assert told in words(answer)


def test_a_seal_out_too_long_is_named_and_goes_out_no_more(desks: Desks, carried: CarryOut) -> None:
    """B17-04, then back, looked at, and free again."""
    one = f"/seals/carries/{carried.pk}/"
    with clock("2026-11-24 09:00"):
        assert "带出去逾期没有还" in words(desks.of("办公室主任").get("/seals/carries/"))
        for role in ("职员", "办公室"):  # borrower and keeper are warned at their desks
            assert one in desks.of(role).get("/desk/").content.decode()
            assert one in desks.of(role).get("/warnings/").content.decode()
        assert "还没有还" in words(desks.of("职员").get(one))
        assert "林小满带出" in words(desks.of("财务").get("/seals/"))
        typed: Given = {"use": carried.use_id, "out": "2026-11-24", "due": "2026-11-24"}
        assert "还没有还" in words(post(desks.of("职员"), "/seals/carries/route/", **typed))
        back: Given = {"back-counted": 2, "back-report": "两份合同", "back-only_for_it": "是"}
        assert post(desks.of("职员"), one, act="交回", **back).status_code == 302
        seen: Given = {"verify-counted": 2, "verify-remark": "印面完好", "verify-only_for_it": "是"}
        assert post(desks.of("职员"), one, act="验印归还", **seen).status_code == 422
        assert post(desks.of("办公室"), one, act="验印归还", **seen).status_code == 302
        assert "带出去逾期没有还" not in words(desks.of("办公室主任").get("/seals/carries/"))
        assert desks.of("办公室").get(f"{one}print/").getvalue().startswith(b"%PDF")


def test_what_was_stamped_beside_the_purpose_is_registered(desks: Desks, carried: CarryOut) -> None:
    """B17-05."""
    with clock("2026-11-23 15:00"):
        seen: Given = {"verify-counted": 2, "verify-remark": "另盖了一份介绍信"}
        one = f"/seals/carries/{carried.pk}/"
        assert post(desks.of("办公室"), one, act="验印归还", **seen).status_code == 422  # not said is not no
        seen["verify-only_for_it"] = "否"
        assert post(desks.of("办公室"), one, act="验印归还", **seen).status_code == 302
        assert "外带违规" in words(desks.of("局长").get("/seals/incidents/"))
    assert Incident.objects.get().responsible == desks.person("职员")


def test_custody_from_application_to_the_return(desks: Desks, seal: Seal) -> None:
    typed: Given = {
        "seal": seal.pk, "deputy": desks.person("职员").pk, "first": "2026-11-23", "last": "2026-11-24", "reason": "出差"
    }  # fmt: skip
    with clock(MORNING):
        live = words(post(desks.of("办公室"), "/seals/custodies/route/", **typed))
        assert post(desks.of("办公室"), "/seals/custodies/new/", act="提交", **typed).status_code == 302
    assert "郑清明 分管办公室领导同意" in live
    custody = Custody.objects.get()
    agree(desks, "局领导", custody.matter_id)
    one = f"/seals/custodies/{custody.pk}/"
    with clock(LATER):
        steps: tuple[tuple[str, str, Given], ...] = (("办公室", "交出", {}), ("职员", "接收", {"hand-remark": "印面完好"}),
                 ("职员", "交回", {"hand-reason": "出差回来"}), ("办公室", "收回", {"hand-remark": "印面完好"}))  # fmt: skip
        for role, act, given in steps:
            assert post(desks.of(role), one, act=act, **given).status_code == 302, act
        assert desks.of("财务").get(one).status_code == 404
    custody.refresh_from_db()
    assert custody.status == "已交回"


def test_a_report_of_coercion_is_read_by_three(desks: Desks, seal: Seal) -> None:
    """B17: the chief, the discipline head and whoever wrote it; whoever it is about finds nothing."""
    with clock(MORNING):
        assert desks.of("职员").get("/seals/reports/new/").status_code == 404
        typed: Given = {
            "record-seal": seal.pk, "record-about": desks.person("局领导").pk, "record-day": "2026-11-23",
            "record-text": "没有批就要我盖",
        }  # fmt: skip
        assert post(desks.of("办公室"), "/seals/reports/new/", act="报告", **typed).status_code == 302
        one = f"/seals/reports/{Coercion.objects.get().pk}/"
        for role in STAFF:
            status = desks.of(role).get(one).status_code
            assert status == (200 if role in {"局长", "纪检", "办公室"} else 404), role
            shown = seal.kept.name in words(desks.of(role).get("/seals/reports/"))
            assert shown == (role in {"局长", "纪检", "办公室"}), role
        assert post(desks.of("纪检"), one, act="登记处理情况", **{"answer-text": "已谈话"}).status_code == 302


def test_a_lost_seal_is_stopped_at_once(desks: Desks, seal: Seal) -> None:
    with clock(MORNING):
        typed: Given = {
            "record-seal": seal.pk, "record-kind": "丢失", "record-day": "2026-11-23", "record-text": "路上遗失",
        }  # fmt: skip
        assert post(desks.of("办公室"), "/seals/incidents/new/", act="登记处置", **typed).status_code == 302
        assert "停用" in words(desks.of("财务").get(f"/seals/{seal.pk}/"))
        assert desks.of("财务").get(f"/seals/incidents/{Incident.objects.get().pk}/").status_code == 404


def test_a_year_is_bound_and_filed(desks: Desks, carried: CarryOut, stranger: Client) -> None:
    seal = Seal.objects.get()
    with clock("2026-11-23 15:00"):
        seen: Given = {"verify-counted": 2, "verify-remark": "印面完好", "verify-only_for_it": "是"}
        post(desks.of("办公室"), f"/seals/carries/{carried.pk}/", act="验印归还", **seen)
        assert desks.of("办公室").get(f"/seals/{seal.pk}/years/2026/print/").getvalue().startswith(b"%PDF")
        assert desks.of("办公室").get(f"/seals/{seal.pk}/years/2026/export/").status_code == 200
        assert desks.of("财务").get(f"/seals/{seal.pk}/years/2026/print/").status_code == 404
        assert stranger.get(f"/seals/{seal.pk}/years/2026/print/").status_code == 404
    with clock("2027-01-11 09:00"):
        typed: Given = {"record-seal": seal.pk, "record-year": 2026}
        assert post(desks.of("办公室"), "/seals/books/new/", act="归档登记簿", **typed).status_code == 302
        book = seal.kept.books.get()
        said = words(desks.of("办公室").get(f"/seals/books/{book.pk}/"))
        assert post(desks.of("办公室"), "/seals/books/new/", act="归档登记簿", **typed).status_code == 422
    assert "内容同归档时的摘要一致" in said
    assert "外带" in said


def test_the_list_of_seals_asks_as_much_of_two_that_are_out_as_of_one(
    desks: Desks, carried: CarryOut
) -> None:
    with clock(LATER), CaptureQueriesContext(connection) as one:
        desks.of("财务").get("/seals/")
    other = entered(desks, "业务专用章")
    Kept.objects.filter(pk=other.kept_id).update(state="借出")
    assert carried.loan_id is not None
    Loan.objects.filter(pk=carried.loan_id).update(kept=other.kept)
    with clock(LATER), CaptureQueriesContext(connection) as two:
        desks.of("财务").get("/seals/")
    assert len(two) == len(one)
