"""The pages of receiving: what each role is shown and may press, from the entry to the closing."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.web.attendance.desks import Desks, at, clock, post, text, words
from zhixing.office.circulation.models import Reader
from zhixing.organ.delegations import delegate
from zhixing.regulations.documents.models import HandedIn, PaperLoan, ReceivedDocument

MORNING = "2026-11-23 09:00"
STAFF = ("职员", "科室负责人", "局领导", "局长", "办公室", "办公室主任", "财务", "纪检")
LISTS = ("received", "received_mine", "received_where", "received_handed", "received_classified", "loans")
PAPER = {
    "series": "收", "day": "2026-11-23", "sender": "市经信局", "sender_number": "温经信〔2026〕88号",
    "title": "关于报送技改项目进展的通知", "type": "通知", "urgency": "平件", "level": "普通", "copies": "1", "mode": "办件",
}  # fmt: skip


def typed(prefix: str, **values: object) -> dict[str, object]:
    return {f"{prefix}-{name}": value for name, value in values.items()}


def register(desks: Desks, **changes: object) -> ReceivedDocument:
    page = reverse("web:received_new")
    answer = post(desks.of("办公室"), page, act="登记收文", **typed("record", **{**PAPER, **changes}))
    assert answer.status_code == 302, words(answer)
    return ReceivedDocument.objects.latest("pk")


def press(client: Client, document: ReceivedDocument, word: str, **values: object) -> None:
    answer = post(client, address(document), act=word, **typed(f"act-{word}", **values))
    assert answer.status_code == 302, words(answer)
    document.refresh_from_db()


def address(document: ReceivedDocument) -> str:
    return reverse("web:received_one", args=[document.pk])


def offered(client: Client, document: ReceivedDocument) -> set[str]:
    page = text(client.get(address(document)))
    return {part.split('"')[0] for part in page.split('name="act" value="')[1:]}


def reviewed(desks: Desks, **changes: object) -> ReceivedDocument:
    document = register(desks, **changes)
    press(desks.of("办公室"), document, "初审", ours="是", fits_rules="是", fits_drafting="是")
    return document


def pk(desks: Desks, role: str) -> str:
    return str(desks.person(role).pk)


@pytest.mark.parametrize("name", LISTS)
def test_every_list_opens_for_the_staff_and_is_empty_at_first(desks: Desks, name: str) -> None:
    with clock(MORNING):
        for role in STAFF:
            assert desks.of(role).get(reverse(f"web:{name}")).status_code == 200
            rubbish = "?page=x&state=没有&q=%00&days=99999999999999999999&show=x"
            assert desks.of(role).get(reverse(f"web:{name}") + rubbish).status_code == 200


def test_the_form_is_the_clerks(desks: Desks) -> None:
    with clock(MORNING):
        got = {role: desks.of(role).get(reverse("web:received_new")).status_code for role in STAFF}
    assert {role for role, status in got.items() if status == 200} == {"办公室"}


def test_a_paper_is_entered_with_its_file_and_the_same_one_pointed_out(desks: Desks) -> None:
    with clock(MORNING):
        file = SimpleUploadedFile("来文.txt", "请于月底前报送。".encode())
        document = register(desks, file=file)
        assert document.files.get().file.name == "来文.txt"
        answer = post(
            desks.of("办公室"), reverse("web:received_new"), act="登记收文", **typed("record", **PAPER)
        )
        assert answer.status_code == 422
        assert "收〔2026〕1号" in words(answer)
        register(desks, twin_reason="补发的正本")
        refused = post(
            desks.of("办公室"), reverse("web:received_new"), act="登记收文",
            **typed("record", **{**PAPER, "level": "机密", "sender_number": "2号"}),
        )  # fmt: skip
    assert "保密工作制度" in words(refused)
    assert ReceivedDocument.objects.count() == 2


def test_what_was_handed_over_is_entered_by_the_clerk(desks: Desks) -> None:
    with clock(MORNING):
        answer = post(
            desks.of("职员"), reverse("web:received_handed_new"), act="转交文书",
            **typed("record", title="会议材料", sender="市经信局", origin="全市工业大会", copies="1"),
        )  # fmt: skip
        assert answer.status_code == 302
        row = HandedIn.objects.get()
        assert "会议材料" in words(desks.of("办公室").get(reverse("web:received_new")))
        assert register(desks, handed=str(row.pk)).handed == row


def test_a_returned_paper_has_its_slip(desks: Desks) -> None:
    with clock(MORNING):
        document = register(desks)
        press(
            desks.of("办公室"), document, "初审", ours="否", fits_rules="是", fits_drafting="是",
            reason="应由区科技局办理",
        )  # fmt: skip
        slip = desks.of("办公室").get(reverse("web:received_print", args=[document.pk, "return"]))
    assert document.state == "已退文"
    assert b"".join(slip).startswith(b"%PDF")


def test_an_action_document_goes_its_whole_way_on_the_pages(desks: Desks) -> None:
    with clock(MORNING):
        document = reviewed(desks)
        director, leader, doer, clerk = (
            desks.of(one) for one in ("办公室主任", "局领导", "科室负责人", "办公室")
        )
        press(
            director,
            document,
            "拟办",
            text="请郑局长阅示。",
            leader_0=pk(desks, "局领导"),
            readers=[pk(desks, "纪检")],
        )
        assert offered(leader, document) == {"批示", "交接"}
        bare = post(leader, address(document), act="批示", **typed("act-批示", text="请办理。", assigns="on"))
        assert (bare.status_code, "没有写明交给谁" in words(bare)) == (422, True)
        press(
            leader, document, "批示", text="请周立春办理。", assigns="on", person=pk(desks, "科室负责人"),
            due="2026-12-07",
        )  # fmt: skip
        assert "报告办理结果" in offered(doer, document)
        assert "关于报送技改项目进展的通知" in words(doer.get(reverse("web:received_mine")))
        press(clerk, document, "催办", which=pk(desks, "科室负责人"), text="区里要用")
        press(doer, document, "登记进展", text="已收集三家")
        press(doer, document, "报告办理结果", result="已报送。")
        press(doer, document, "登记答复", replied_on="2026-11-23", form="复函")
        press(desks.of("纪检"), document, "开始阅读")
        press(desks.of("纪检"), document, "阅退")
        press(clerk, document, "办结")
        assert (document.state, document.result) == ("已办结", "已报送。")
        page = words(clerk.get(address(document)))
        sheet = clerk.get(reverse("web:received_print", args=[document.pk, "sheet"]))
    assert "请郑局长阅示。" in page
    assert "催周立春办理：区里要用" in page
    assert b"".join(sheet).startswith(b"%PDF")


def test_each_row_says_where_it_is(desks: Desks) -> None:
    with clock(MORNING):
        document = reviewed(desks)
    with clock("2026-11-26 09:00"):
        assert f"{desks.person('办公室主任').name}（3天）" in words(
            desks.of("办公室").get(reverse("web:received"))
        )
        late = words(desks.of("办公室").get(reverse("web:received_where") + "?days=1"))
    assert document.title in late


def test_others_see_only_what_came_to_them(desks: Desks, stranger: Client) -> None:
    with clock(MORNING):
        document = reviewed(desks, mode="阅件")
        press(desks.of("办公室主任"), document, "拟办", text="请阅。", readers=[pk(desks, "财务")])
        got = {role: desks.of(role).get(address(document)).status_code for role in STAFF}
        printed = reverse("web:received_print", args=[document.pk, "sheet"])
        assert desks.of("职员").get(printed).status_code == 404
        assert stranger.get(address(document)).status_code == 404
        assert document.title not in words(stranger.get(reverse("web:received")))
    seen = {role for role, status in got.items() if status == 200}
    assert seen == {"局长", "办公室", "办公室主任", "财务"}


def test_nobody_presses_what_is_not_theirs(desks: Desks) -> None:
    with clock(MORNING):
        document = reviewed(desks, mode="阅件")
        press(desks.of("办公室主任"), document, "拟办", text="请阅。", readers=[pk(desks, "财务")])
        answer = post(desks.of("局长"), address(document), act="阅退", **typed("act-阅退", remark=""))
        assert answer.status_code == 422
        assert Reader.objects.get().state == "已送达"
        desks.of("财务").get(address(document))
        assert Reader.objects.get().state == "已送达"


def test_the_register_goes_out_in_the_columns_of_the_paper(desks: Desks) -> None:
    with clock(MORNING):
        reviewed(desks)
        sheet = desks.of("办公室").get(reverse("web:received") + "?export=xlsx")
        content = b"".join(sheet)
    rows = [[str(cell.value or "") for cell in row] for row in load_workbook(BytesIO(content)).active.rows]
    heads = next(row for row in rows if "收文号" in row)
    wanted = (
        "收文号 收文日期 签收人 来文单位 来文字号 标题 文种 紧急程度 份数 拟办意见 承办科室 承办人 办理期限 办理结果 办结日期 "
        "答复来文单位情况 归档号 备注"
    )
    assert set(wanted.split()) <= set(heads)
    assert any("温经信〔2026〕88号" in row for row in rows)


def test_a_loan_goes_out_and_comes_back(desks: Desks) -> None:
    values = {"kind": "借阅", "level": "普通", "paper_number": "收〔2026〕1号", "purpose": "起草材料"}
    with clock(MORNING):
        answer = post(
            desks.of("职员"), reverse("web:loans_new"), act="借阅文件",
            **typed("record", **values, borrower=pk(desks, "职员")),
        )  # fmt: skip
        assert answer.status_code == 302, words(answer)
        loan = PaperLoan.objects.get()
        page = reverse("web:loans_one", args=[loan.pk])
        assert post(desks.of("职员"), page, act="批准借阅").status_code == 422
        assert post(desks.of("办公室"), page, act="批准借阅").status_code == 302
        assert post(desks.of("办公室"), page, act="确认归还", **typed("act-确认归还")).status_code == 302
        outsider = post(
            desks.of("职员"), reverse("web:loans_new"), act="借阅文件",
            **typed("record", **values, outsider="某公司王某"),
        )  # fmt: skip
    loan.refresh_from_db()
    assert (loan.state, outsider.status_code) == ("已归还", 422)
    assert "请改为查阅" in words(outsider)


@pytest.mark.parametrize("many", [3, 9])
def test_the_list_asks_the_same_number_of_questions_however_long_it_is(
    desks: Desks, many: int, django_assert_max_num_queries: object
) -> None:
    with clock(MORNING):
        for place in range(many):
            reviewed(desks, sender_number=f"{place}号")
        with django_assert_max_num_queries(32):  # type: ignore[operator]  # the fixture of pytest-django
            desks.of("办公室").get(reverse("web:received"))


def test_the_desk_shows_what_waits_for_one(desks: Desks) -> None:
    with clock(MORNING):
        document = reviewed(desks)
        press(
            desks.of("办公室主任"), document, "拟办", text="请阅示。", leader_0=pk(desks, "局领导"),
            readers=[pk(desks, "财务")],
        )  # fmt: skip
        desk = {role: words(desks.of(role).get(reverse("web:desk"))) for role in ("局领导", "财务", "职员")}
    assert "领导批示" in desk["局领导"]
    assert "传阅已送达" in desk["财务"]
    assert document.title not in desk["职员"]
    assert document.title in desk["财务"]


def test_a_stand_in_finds_the_paper_on_the_desk_and_signs_it(desks: Desks) -> None:
    with clock(MORNING):
        document = reviewed(desks)
        giver, receiver = desks.person("局领导"), desks.person("纪检")
        now = at("2026-11-23 08:00")
        delegate(
            giver=giver, receiver=receiver, kinds=[], since=now, until=at("2026-11-27 18:00"), basis="外出学习",
            actor=giver, at=now, key="delegated",
        )  # fmt: skip
        press(desks.of("办公室主任"), document, "拟办", text="请阅示。", leader_0=pk(desks, "局领导"))
        assert f"代{giver.name}" in words(desks.of("纪检").get(reverse("web:desk")))
        press(desks.of("纪检"), document, "批示", text="已阅。")
        assert f"代{giver.name}，授权〔2026〕1号" in words(desks.of("办公室").get(address(document)))


def test_usual_phrases_stand_beside_the_box_of_whoever_signs(desks: Desks) -> None:
    with clock(MORNING):
        document = reviewed(desks)
        page = text(desks.of("办公室主任").get(address(document)))
        clerk = text(desks.of("办公室").get(address(document)))
    assert 'x-data="opinion"' in page
    assert "data-phrase=" in page
    assert "data-phrase=" not in clerk


def test_counts_above_the_list_are_those_one_may_see(desks: Desks) -> None:
    with clock(MORNING):
        reviewed(desks, urgency="特急")
        reviewed(desks, sender_number="2号", mode="阅件")
    with clock("2026-11-25 09:00"):
        mine = words(desks.of("办公室").get(reverse("web:received")))
        others = words(desks.of("职员").get(reverse("web:received")))
    assert "2 件 待拟办" in mine
    assert "1 件 已过办理期限" in mine
    assert "0 件 已过办理期限" in others
