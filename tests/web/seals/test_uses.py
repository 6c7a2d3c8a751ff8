"""用印 on the pages: the paper with its route, the keeper's stamping, the sheet (17-4a to 17-6)."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.web.attendance.desks import Desks, clock, post, words
from tests.web.seals.conftest import LATER, MORNING, USE_NEW, Ask, paper, typed
from zhixing.office.registers.models import Line
from zhixing.regulations.seals.models import Seal, SealUse, Stamping

STAMP = {"act": "盖印登记", "stamp-copies": 2, "stamp-keeper_present": "on"}
CHECKED = dict.fromkeys(("stamp-material_fits", "stamp-purpose_clear", "stamp-papers_complete"), "on")


def test_while_typing_the_page_says_who_will_approve_and_why(desks: Desks, seal: Seal) -> None:
    with clock(MORNING):
        ordinary = words(post(desks.of("职员"), "/seals/uses/route/", **typed(seal)))
        major = words(post(desks.of("职员"), "/seals/uses/route/", **typed(seal, purpose="合同协议及担保")))
    assert "郑清明 分管局长批准" in ordinary
    assert "陈谷雨 局长批准" in major
    assert "第四条" in major


@pytest.mark.parametrize("role", ["职员", "局领导", "局长", "办公室主任"])
def test_a_blank_letterhead_is_refused_to_everybody(desks: Desks, seal: Seal, role: str) -> None:
    """B17-01 at the desk, the chief's included."""
    with clock(MORNING):
        live = words(post(desks.of(role), "/seals/uses/route/", **typed(seal, material="空白信函")))
        answer = post(desks.of(role), USE_NEW, **typed(seal, material="空白信函", file=paper()))
    assert "谁批都不盖" in live
    assert answer.status_code == 422
    assert "第六条" in words(answer)
    assert not SealUse.objects.exists()


def test_beside_a_refused_form_stands_what_was_typed(desks: Desks, seal: Seal) -> None:
    """What is wrong with a field does not make it empty."""
    with clock(MORNING):
        answer = post(desks.of("职员"), USE_NEW, **typed(seal, material="空白信函", title=""))
    assert [one.fact for one in answer.context["faults"]] == ["材料", "文件名称"]
    assert answer.context["faults"][0].found == "空白信函"


def test_a_form_that_comes_back_keeps_its_file_and_tells_everything(desks: Desks, seal: Seal) -> None:
    with clock(MORNING):
        answer = post(desks.of("职员"), USE_NEW, **typed(seal, title="", recipient="", file=paper()))
    said = words(answer)
    assert answer.status_code == 422
    assert "请填写文件名称" in said
    assert "请填写送往单位" in said
    assert "材料全文已收到：报表.txt" in said


def test_a_draft_is_taken_up_again_by_its_writer_alone(desks: Desks, ask: Ask) -> None:
    use = ask(act="保存草稿", title="没有写完")
    with clock(MORNING):
        assert "没有写完" in words(desks.of("职员").get("/seals/uses/"))
        assert desks.of("职员").get(f"/seals/uses/{use.pk}/draft/").status_code == 200
        assert desks.of("局长").get(f"/seals/uses/{use.pk}/draft/").status_code == 404
        assert desks.of("局长").get(f"/seals/uses/{use.pk}/").status_code == 404


def test_from_request_to_the_line_in_the_book(desks: Desks, approved: SealUse) -> None:
    one = f"/seals/uses/{approved.pk}/"
    with clock(LATER):
        assert "有一份批准的用印，等您核对盖印" in words(desks.of("办公室").get("/notices/"))
        offered = words(desks.of("办公室").get(one))
        refused = post(desks.of("办公室"), one, **STAMP, **{"stamp-stamped_by": desks.person("办公室").pk})
        done = post(
            desks.of("办公室"), one, **STAMP, **CHECKED, **{"stamp-stamped_by": desks.person("办公室").pk}
        )
        said = words(desks.of("职员").get(one))
        book = words(desks.of("办公室").get(f"/seals/{approved.seal_id}/"))
    assert "还可以盖2份" in offered
    assert refused.status_code == 422
    assert "三样都对了才能盖印" in words(refused)
    assert done.status_code == 302
    assert "已盖2份" in said
    assert "盖印登记" not in said
    assert "三季度统计报表" in book
    assert Stamping.objects.get().copies == 2


def test_a_line_entered_by_mistake_is_made_void_with_its_reason(desks: Desks, approved: SealUse) -> None:
    """E33 at the desk: the number and the copies stay taken; nobody but the keeper and the office is offered it."""
    one, void = f"/seals/uses/{approved.pk}/", "作废第1号登记"
    with clock(LATER):
        post(desks.of("办公室"), one, **STAMP, **CHECKED, **{"stamp-stamped_by": desks.person("办公室").pk})
        line = Line.objects.get()
        typed_in = {"act": void, f"void{line.pk}-reason": "盖歪了，已经收回销毁"}
        for role in ("职员", "局长"):
            assert void not in words(desks.of(role).get(one))
            assert post(desks.of(role), one, **typed_in).status_code == 422
        unsaid = post(desks.of("办公室"), one, act=void)
        done = post(desks.of("办公室"), one, **typed_in)
        said = words(desks.of("职员").get(one))
        again = post(desks.of("办公室"), one, **typed_in)
        on_paper = desks.of("办公室").get(f"/seals/{approved.seal_id}/years/2026/export/")
    assert "请填写" in words(unsaid)
    assert done.status_code == 302
    assert "2026年第1号，作废：盖歪了，已经收回销毁" in said
    assert "已盖2份" in said
    assert again.status_code == 422
    assert on_paper.status_code == 200
    line.refresh_from_db()
    assert (line.number, line.voided_by) == (1, desks.person("办公室"))


def test_another_file_at_the_counter_is_another_case(desks: Desks, approved: SealUse) -> None:
    one = f"/seals/uses/{approved.pk}/"
    with clock(LATER):
        answer = post(
            desks.of("办公室"), one, **STAMP, **CHECKED,
            **{"stamp-stamped_by": desks.person("办公室").pk, "stamp-presented": paper("改过的")},
        )  # fmt: skip
    assert answer.status_code == 422
    assert "材料换过了，是另一件事" in words(answer)


def test_an_urgent_use_is_stamped_on_a_word_and_named_when_it_is_late(desks: Desks, ask: Ask) -> None:
    use = ask(
        urgent="1",
        agreed_by=desks.person("局领导").pk,
        agreed_at="2026-11-23T08:50",
        agreed_how="电话",
        copies=2,
    )
    one = f"/seals/uses/{use.pk}/"
    with clock(LATER):
        assert (
            post(
                desks.of("办公室"), one, **STAMP, **CHECKED, **{"stamp-stamped_by": desks.person("办公室").pk}
            ).status_code
            == 302
        )
    with clock("2026-11-25 09:00"):
        said = words(desks.of("办公室主任").get("/seals/uses/"))
    assert "逾期没有补签" in said
    assert "郑清明电话同意" in said


def test_only_those_who_have_to_do_with_it_see_it(desks: Desks, approved: SealUse, stranger: Client) -> None:
    one = f"/seals/uses/{approved.pk}/"
    with clock(LATER):
        for role in ("职员", "科室负责人", "局领导", "局长", "办公室", "办公室主任", "纪检"):
            assert desks.of(role).get(one).status_code == 200, role
        assert desks.of("财务").get(one).status_code == 404
        assert stranger.get(one).status_code == 404
        assert desks.of("财务").get(f"/files/{approved.file_id}/").status_code == 404
        assert desks.of("局领导").get(f"/files/{approved.file_id}/").status_code == 200


def test_the_paper_form_is_printed(desks: Desks, approved: SealUse, stranger: Client) -> None:
    with clock(LATER):
        answer = desks.of("职员").get(f"/seals/uses/{approved.pk}/print/")
        assert stranger.get(f"/seals/uses/{approved.pk}/print/").status_code == 404
    assert answer.getvalue().startswith(b"%PDF")


def test_the_matter_leads_to_the_use_and_back(desks: Desks, approved: SealUse) -> None:
    with clock(LATER):
        matter = desks.of("局领导").get(f"/matters/{approved.matter_id}/").content.decode()
    assert f"/seals/uses/{approved.pk}/" in matter


def test_rubbish_in_the_address_is_answered(desks: Desks, seal: Seal) -> None:
    with clock(MORNING):
        for address in (
            "/seals/?page=x&state=没有", "/seals/uses/?q=%00&page=-1", "/seals/uses/new/?seal=99999999999999999999",
            "/seals/uses/new/?seal=x", "/seals/carries/new/?use=x", "/seals/carries/new/?use=99999999999999999999",
            "/seals/1/years/9999/print/", "/seals/books/?page=999", "/seals/custodies/?state=x",
        ):  # fmt: skip
            assert desks.of("办公室").get(address).status_code in {200, 404}, address
