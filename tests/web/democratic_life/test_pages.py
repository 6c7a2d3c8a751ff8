"""Who opens which page of democratic life, what stands there, and what each button does."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pypdf import PdfReader

from tests.regulations.democratic_life.hall import (
    CLERK,
    GROUP,
    ITEMS,
    OFFICE,
    OUTSIDE_DEPUTY,
    SECRETARY,
    Hall,
)
from tests.web.bureau import build
from tests.web.democratic_life.conftest import Desk, at, post, text
from zhixing.journal.models import Entry
from zhixing.regulations.democratic_life.models import Criticism, LifeMeeting, LifeOpinion, Problem

INSIDE, OUTSIDE = (SECRETARY, "E006", OFFICE), (OUTSIDE_DEPUTY, CLERK)


def test_a_case_opens_to_those_who_take_part_and_to_nobody_else(hall: Hall, desk: Desk) -> None:
    case = hall.planned()
    for address in (
        at("life_meeting", case),
        at("life_print", case, "opinions"),
        reverse("web:life_meetings"),
    ):
        assert [desk(one).get(address).status_code for one in INSIDE] == [200] * 3
        assert {desk(one).get(address).status_code for one in OUTSIDE} <= {403, 404}


def test_another_organ_finds_nothing(hall: Hall, desk: Desk) -> None:
    case = hall.sealed()
    problem = hall.problem(case)
    client = desk("E001")
    client.force_login(build("ouhai-jx", "瓯海区经信局").accounts["办公室主任"])
    addresses = (at("life_meeting", case), at("life_print", case, "opinions"))
    assert {client.get(one).status_code for one in addresses} <= {403, 404}
    assert client.get(reverse("web:life_problem", args=[problem.pk])).status_code == 404
    assert "下企业不够多" not in text(client.get(reverse("web:life_problems")))


def test_the_year_shows_its_light_with_both_clauses(hall: Hall, desk: Desk) -> None:
    """G-01."""
    shown = text(desk(SECRETARY).get(reverse("web:life_meetings")))
    assert "红灯" in shown
    assert "机关规范化运行工作制度" in shown
    assert "01-20.2" in shown
    assert "13-2" in shown
    hall.sealed()
    assert "黄灯" in text(desk(SECRETARY).get(reverse("web:life_meetings")))


def test_the_office_plans_from_the_page(hall: Hall, desk: Desk) -> None:
    typed = {
        "act": "登记方案",
        "sort": "年度",
        "ground": "无",
        "theme": "改进作风",
        "day": "2026-12-15",
        "contents": ITEMS,
    }
    answer = post(desk(OFFICE), reverse("web:life_meeting_new"), **typed)
    assert answer.status_code == 302
    shown = text(desk(OFFICE).get(at("life_meeting", LifeMeeting.objects.get())))
    assert "最迟2026-12-08报告上级党组织" in shown
    assert "应谈15对，还差15对" in shown
    refused = post(desk("E002"), reverse("web:life_meeting_new"), **typed)
    assert refused.status_code == 422
    assert "办公室主任或者党组书记" in text(refused)


def test_a_report_comes_with_its_file(hall: Hall, desk: Desk) -> None:
    case = hall.planned()
    typed = {"act": "报告上级党组织", "whom": "区委", "document": "党〔2026〕9号", "day": "2026-11-23"}
    assert "请附上报告" in text(post(desk(OFFICE), at("life_meeting", case), **typed))
    file = SimpleUploadedFile("报告.txt", "会前报告".encode())
    assert post(desk(OFFICE), at("life_meeting", case), **typed, file=file).status_code == 302
    report = case.reports.get()
    address = reverse("web:file", args=[report.file_id])
    assert [desk(one).get(address).status_code for one in (OFFICE, "E003", CLERK)] == [200, 200, 404]


def test_a_late_report_stands_in_red_on_the_page(hall: Hall, desk: Desk) -> None:
    """B13-01."""
    case = hall.planned()
    hall.at = hall.at.replace(month=12, day=9)
    hall.report(case)
    assert "会前报告不足一周" in text(desk(OFFICE).get(at("life_meeting", case)))


def test_the_staff_gives_opinions_with_a_name_or_without(hall: Hall, desk: Desk) -> None:
    case = hall.planned()
    address = reverse("web:life_opinions")
    typed = {"case": case.pk, "group": "科室", "text": "少开会。"}
    assert post(desk(CLERK), address, act="署名提交", **typed).status_code == 302
    assert post(desk(CLERK), address, act="不署名提交", **{**typed, "text": "多下基层。"}).status_code == 302
    assert list(LifeOpinion.objects.order_by("pk").values_list("anonymous", "person__number")) == [
        (False, CLERK),
        (True, None),
    ]
    assert [one.actor for one in Entry.objects.filter(object_kind="征求意见").order_by("seq")][1] == "匿名"
    own = text(desk(CLERK).get(address))
    assert "少开会。" in own
    assert "多下基层。" not in own
    seen = text(desk(OFFICE).get(at("life_meeting", case)))
    assert "多下基层。" in seen
    assert "不署名" in seen
    refused = post(desk(CLERK), address, act="不署名提交", **{**typed, "text": ""})
    assert refused.status_code == 422


@pytest.mark.parametrize("number", [OFFICE, OUTSIDE_DEPUTY, CLERK])
def test_what_was_said_is_shut_to_all_but_members(hall: Hall, desk: Desk, number: str) -> None:
    """13-6."""
    case = hall.sealed()
    assert desk(number).get(at("life_said", case)).status_code in {403, 404}
    if number == OFFICE:
        assert "抓落实不够紧" not in text(desk(number).get(at("life_meeting", case)))


def test_members_write_and_read_it(hall: Hall, desk: Desk) -> None:
    case = hall.opened()
    typed = {"act": "登记发言", "receiver": hall.person("E001").pk, "text": "要多听意见。"}
    assert post(desk("E002"), at("life_said", case), **typed).status_code == 302
    assert Criticism.objects.get().giver == hall.person("E002")
    assert [("要多听意见。" in text(desk(one).get(at("life_said", case)))) for one in GROUP] == [True] * 6


def test_an_absent_member_writes_a_statement(hall: Hall, desk: Desk) -> None:
    case = hall.opened(*GROUP[:-1])
    typed = {"act": "提交书面发言", "text": "本人下基层不够。"}
    assert post(desk("E007"), at("life_said", case), **typed).status_code == 302
    assert post(desk("E002"), at("life_said", case), **typed).status_code == 422
    assert "本人下基层不够。" in text(desk("E001").get(at("life_said", case)))


def test_a_problem_is_followed_to_its_end(hall: Hall, desk: Desk) -> None:
    case = hall.sealed()
    typed = {"act": "列出问题", "text": "下企业少。", "source": "征求意见", "level": "一般"}
    assert post(desk(OFFICE), at("life_meeting", case), **typed).status_code == 302
    problem = Problem.objects.get()
    page = reverse("web:life_problem", args=[problem.pk])
    assert desk("E011").get(page).status_code == 404
    measure = {
        "act": "定整改措施",
        "text": "每月两天。",
        "person": hall.person("E011").pk,
        "due": "2027-01-15",
    }
    assert post(desk(OFFICE), page, **measure).status_code == 302
    assert "每月两天。" in text(desk("E011").get(page))
    assert post(desk(SECRETARY), page, act="销号", remark="同意").status_code == 422
    done = {
        "act": "登记进展",
        "measure": problem.measures.get().pk,
        "day": "2026-12-15",
        "text": "八天。",
        "done": "on",
    }
    assert post(desk("E011"), page, **done).status_code == 302
    assert post(desk(SECRETARY), page, act="销号", remark="同意").status_code == 302
    problem.refresh_from_db()
    assert problem.state == "已销号"
    assert desk(CLERK).get(page).status_code == 404
    assert "下企业少。" in text(desk("E011").get(reverse("web:life_problems")))
    assert "下企业少。" not in text(desk(CLERK).get(reverse("web:life_problems")))


def test_both_papers_are_printed(hall: Hall, desk: Desk) -> None:
    case = hall.sealed()
    hall.measure(hall.problem(case, "重大"))
    said = {}
    for paper in ("opinions", "mending"):
        answer = desk(OFFICE).get(at("life_print", case, paper))
        content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
        said[paper] = "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    assert "希望多到科室听意见" in said["opinions"]
    assert "每月下企业两天" in said["mending"]
    assert desk(OFFICE).get(at("life_print", case, "other")).status_code == 404
