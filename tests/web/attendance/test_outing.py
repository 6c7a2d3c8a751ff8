"""因公外出 from the form to the paper (02-1.1c)."""

import pytest
from django.test import Client

from tests.web.attendance.desks import Desks, clock, post, text, words
from zhixing.regulations.attendance.models import Outing

LIST, NEW, ROUTE = "/attendance/outings/", "/attendance/outings/new/", "/attendance/outings/route/"
TYPED = {
    "destination": "市经信局",
    "reason": "报送技改项目材料",
    "first": "2026-11-20",
    "first_half": "上午",
    "last": "2026-11-20",
    "last_half": "下午",
    "act": "提交",
}
MORNING = "2026-11-19 09:00"


@pytest.fixture
def sent(desks: Desks) -> Outing:
    with clock(MORNING):
        assert post(desks.of("职员"), NEW, **TYPED).status_code == 302
    return Outing.objects.get()


@pytest.mark.parametrize(
    ("role", "approver", "post_"),
    [
        ("职员", "周立春", "科室负责人同意"),
        ("科室负责人", "郑清明", "分管局长同意"),
        ("局领导", "陈谷雨", "局长同意"),
        ("局长", "李夏至", "办公室主任知悉"),
    ],
)
def test_each_rank_reads_beforehand_who_will_agree(
    desks: Desks, role: str, approver: str, post_: str
) -> None:
    with clock(MORNING):
        shown = words(desks.of(role).get(NEW))
    assert f"提交以后由谁办 {approver} {post_}" in shown
    assert "结论：公出审批" in shown


def test_while_typing_the_page_says_what_is_still_wrong(desks: Desks) -> None:
    late = TYPED | {"first": "2026-11-18", "destination": ""}
    with clock(MORNING):
        shown = words(post(desks.of("职员"), ROUTE, **late))
    assert "提交以前还要 2 项" in shown
    assert "公出单位 ：没有填写。请填写公出单位。" in shown
    assert "2026-11-18上午已经开始" in shown
    assert not Outing.objects.exists()


def test_a_submitted_form_is_with_whoever_agrees(desks: Desks, sent: Outing) -> None:
    with clock(MORNING):
        shown = words(desks.of("职员").get(f"/matters/{sent.matter_id}/"))
    assert "提交成功，已送周立春。回执号" in shown
    assert sent.status == "待批"


def test_a_form_with_faults_comes_back_as_typed_with_every_fault(desks: Desks) -> None:
    with clock(MORNING):
        answer = post(desks.of("职员"), NEW, **TYPED | {"reason": "", "last": "2026-11-19"})
    assert answer.status_code == 422
    assert "没有填写公出事由" in text(answer)
    assert "终止不早于起始" in text(answer)
    assert 'value="市经信局"' in text(answer)
    assert not Outing.objects.exists()


def test_a_draft_is_taken_up_again_by_its_owner_alone(desks: Desks, stranger: Client) -> None:
    with clock(MORNING):
        post(desks.of("职员"), NEW, act="保存草稿", destination="市经信局")
        draft = Outing.objects.get()
        address = f"{LIST}{draft.pk}/"
        assert [desks.of(role).get(address).status_code for role in ("办公室", "财务")] == [404, 404]
        assert stranger.get(address).status_code == 404
        assert 'value="市经信局"' in text(desks.of("职员").get(address))
        assert post(desks.of("职员"), address, **TYPED).status_code == 302
    draft.refresh_from_db()
    assert (Outing.objects.count(), draft.status) == (1, "待批")


def test_coming_back_is_noted_once_it_was_agreed(desks: Desks, sent: Outing) -> None:
    back = f"{LIST}{sent.pk}/back/"
    with clock(MORNING):
        too_early = post(desks.of("职员"), back)
        assert too_early.status_code == 422
        assert "状态：待批；要求：已经同意、还没有返回" in text(too_early)
        post(desks.of("科室负责人"), f"/matters/{sent.matter_id}/act/", act="同意")
    with clock("2026-11-20 16:40"):
        assert post(desks.of("职员"), back).status_code == 302
        assert "2026-11-20 16:40返回" in words(desks.of("职员").get(LIST))


def test_the_list_shows_own_rows_and_others_only_to_whoever_may(
    desks: Desks, sent: Outing, stranger: Client
) -> None:
    with clock(MORNING):
        for role, seen in (
            ("职员", True),
            ("办公室", True),
            ("局领导", True),
            ("科室负责人", True),
            ("财务", False),
        ):
            shown = text(desks.of(role).get(LIST, {"whose": "全部"}))
            assert ("报送技改项目材料" in shown) is seen, role
        assert "报送技改项目材料" not in text(stranger.get(LIST, {"whose": "全部"}))


def test_the_paper_prints_for_whoever_may_see_it(desks: Desks, sent: Outing, stranger: Client) -> None:
    with clock(MORNING):
        paper = desks.of("职员").get(f"{LIST}{sent.pk}/print/")
        assert paper.getvalue().startswith(b"%PDF")
        assert stranger.get(f"{LIST}{sent.pk}/print/").status_code == 404
        assert desks.of("财务").get(f"{LIST}{sent.pk}/print/").status_code == 404
        assert desks.of("办公室").get(f"{LIST}print/", {"whose": "全部"}).getvalue().startswith(b"%PDF")
