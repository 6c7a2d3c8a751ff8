"""会议议题 on the pages: chosen meeting, form, route while one types, register, record (01-6.3, 01-8.3)."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.web.attendance.desks import Desks, clock, post, words
from zhixing.regulations.governance.models import Topic
from zhixing.regulations.governance.workflow.topic_agenda import ready_topics

LIST, NEW, ROUTE = "/governance/topics/", "/governance/topics/new/", "/governance/topics/route/"
MORNING = "2026-11-23 09:00"
CHIEFS = "局长办公会议"


def typed(desks: Desks, **more: Any) -> dict[str, Any]:
    return {
        "meeting": CHIEFS,
        "section": desks.bureau.section.pk,
        "category": "重要问题与重大项目活动",
        "title": "明年技改申报方案",
        "proposal": "同意按方案申报，产业科牵头，12月底前完成。",
        "reporter": desks.person("科室负责人").pk,
        "act": "提交",
        **more,
    }


@pytest.fixture
def sent(desks: Desks) -> Topic:
    with clock(MORNING):
        paper = SimpleUploadedFile("方案.txt", "方案全文".encode())
        answer = post(desks.of("科室负责人"), NEW, **typed(desks, paper_one=paper))
        assert answer.status_code == 302
    return Topic.objects.get()


def test_the_meeting_is_chosen_first_because_the_ways_differ(desks: Desks) -> None:
    with clock(MORNING):
        shown = words(desks.of("科室负责人").get(NEW))
    assert "党组书记同意，再由办公室汇总" in shown
    assert "办公室汇总，再由局长同意" in shown


def test_while_typing_the_page_says_who_will_act_and_what_is_wrong(desks: Desks) -> None:
    with clock(MORNING):
        begun = words(desks.of("科室负责人").get(f"{NEW}?meeting={CHIEFS}"))
        wrong = typed(desks, category="财政管理与大额资金", proposal="请审议", amount="300000.00")
        live = words(post(desks.of("科室负责人"), ROUTE, **wrong))
    assert "郑清明 分管局长审核" in begun
    assert "李夏至 办公室主任汇总" in begun
    assert "陈谷雨 局长同意" in begun
    assert "提交以前还要 2 项" in live
    assert "只写了“请审议”" in live
    assert "由党组会议讨论" not in live
    assert "请改为申报党组会议的议题" in live


def test_a_refused_form_says_everything_at_once_and_keeps_what_was_typed(desks: Desks) -> None:
    with clock(MORNING):
        paper = SimpleUploadedFile("附件.txt", "附件".encode())
        answer = post(desks.of("科室负责人"), NEW, **typed(desks, proposal="", category="", paper_one=paper))
        shown = words(answer)
    assert answer.status_code == 422
    assert "议题没有提交。" in shown
    assert "请填写类别。" in shown
    assert "请填写建议意见。" in shown
    assert "附件一已收到：附件.txt" in shown
    assert not Topic.objects.exists()


def test_a_sum_that_is_no_number_is_said_at_its_field(desks: Desks) -> None:
    with clock(MORNING):
        answer = post(desks.of("科室负责人"), NEW, **typed(desks, amount="三十万"))
    assert answer.status_code == 422
    assert "金额，以元为单位" in words(answer)


def test_a_sent_topic_goes_its_way_and_is_ready_in_the_end(desks: Desks, sent: Topic) -> None:
    with clock(MORNING):
        for role in ("局领导", "办公室主任", "局长"):
            sent.matter.refresh_from_db()
            act = {"act": "同意", "seen": sent.matter.version, "text": ""}
            assert post(desks.of(role), f"/matters/{sent.matter_id}/act/", **act).status_code == 302
        page = words(desks.of("科室负责人").get(f"{LIST}{sent.pk}/"))
    assert "手续已经办完，等办公室列入局长办公会议的议程。" in page
    assert "方案.txt" in page
    assert len(ready_topics(desks.bureau.organ, CHIEFS)) == 1


def test_the_matter_shows_the_paper_and_leads_to_the_topic(desks: Desks, sent: Topic) -> None:
    with clock(MORNING):
        shown = words(desks.of("局领导").get(f"/matters/{sent.matter_id}/"))
    assert "局长办公会议议题申报单" in shown
    assert "同意按方案申报，产业科牵头，12月底前完成。" in shown
    assert "附件和上会情况" in shown


def test_a_draft_is_saved_and_taken_up_again(desks: Desks) -> None:
    with clock(MORNING):
        head = desks.of("科室负责人")
        assert post(head, NEW, **typed(desks, act="保存草稿", proposal="")).status_code == 302
        draft = Topic.objects.get()
        assert "明年技改申报方案" in words(head.get(f"{LIST}{draft.pk}/")) + words(head.get(LIST))
        address = f"{LIST}{draft.pk}/draft/"
        assert "明年技改申报方案" in head.get(address).content.decode()
        assert post(head, address, **typed(desks)).status_code == 302
        draft.refresh_from_db()
        assert draft.status == "待审"
        assert head.get(address).status_code == 404


def test_whoever_answers_for_no_section_is_told_who_does(desks: Desks) -> None:
    with clock(MORNING):
        answer = post(desks.of("职员"), NEW, **typed(desks))
    assert answer.status_code == 422
    assert "请交科室负责人申报。" in words(answer)


def test_others_of_the_house_and_other_organs_do_not_see_it(
    desks: Desks, sent: Topic, stranger: Client
) -> None:
    with clock(MORNING):
        for role in ("科室负责人", "局领导", "局长", "办公室主任"):
            assert desks.of(role).get(f"{LIST}{sent.pk}/").status_code == 200
        for role in ("职员", "财务", "纪检"):
            client = desks.of(role)
            assert sent.title not in words(client.get(LIST))
            assert client.get(f"{LIST}{sent.pk}/").status_code == 404
        assert stranger.get(f"{LIST}{sent.pk}/").status_code == 404


def test_its_papers_are_opened_by_those_who_see_it(desks: Desks, sent: Topic) -> None:
    file = sent.papers.get().file_id
    with clock(MORNING):
        assert desks.of("局领导").get(f"/files/{file}/").status_code == 200
        assert desks.of("职员").get(f"/files/{file}/").status_code == 404
