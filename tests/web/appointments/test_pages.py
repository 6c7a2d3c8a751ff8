"""Who opens which page of an appointment, what stands there, and what each button does."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook
from time_machine import Traveller

from tests.regulations.appointments.house import CANDIDATE, House
from tests.web.appointments.conftest import Desk, at, post, text
from tests.web.bureau import build
from zhixing.regulations.appointments.models import Case, Inspection, Submission

INSIDE, OUTSIDE = ("E001", "E002", "E006", "E008"), ("E005", "E015", CANDIDATE)


# 谁能看


@pytest.mark.parametrize(
    ("name", "more"),
    [("appointment", ()), ("appointment_notice", ()), ("appointment_print", ("summary",))],
)
def test_a_case_opens_to_those_who_may_see_it_and_to_nobody_else(
    house: House, desk: Desk, name: str, more: tuple[str, ...]
) -> None:
    case = house.reviewed()
    assert [desk(one).get(at(name, case, *more)).status_code for one in INSIDE] == [200] * 4
    assert {desk(one).get(at(name, case, *more)).status_code for one in OUTSIDE} <= {403, 404}


def test_the_list_holds_only_what_one_may_see(house: House, desk: Desk) -> None:
    house.begun()
    assert "经济运行科副科长" in text(desk("E006").get(reverse("web:appointments")))
    deputy = desk("E005").get(reverse("web:appointments"))
    assert deputy.status_code == 200
    assert "经济运行科副科长" not in text(deputy)
    assert desk("E015").get(reverse("web:appointments")).status_code == 403


def test_an_empty_list_says_why_to_each(house: House, desk: Desk) -> None:
    """A deputy outside the party group is told that he is not among those who see the cases."""
    address = reverse("web:appointments")
    assert "您不在其中" not in text(desk("E001").get(address))
    assert "还没有干部任用事项" in text(desk("E001").get(address))
    house.begun()
    assert "您不在其中" in text(desk("E005").get(address))


def test_the_team_opens_the_case_it_inspects(house: House, desk: Desk) -> None:
    case = house.inspected()
    assert desk("E009").get(at("appointment", case)).status_code == 200
    assert desk("E016").get(at("appointment", case)).status_code == 404


def test_another_organ_finds_nothing(house: House, desk: Desk) -> None:
    case = house.begun()
    stranger = build("ouhai-jx", "瓯海区经信局")
    client = desk("E001")
    client.force_login(stranger.accounts["办公室主任"])
    for name in ("appointment", "appointment_notice"):
        assert client.get(at(name, case)).status_code == 404
    assert "经济运行科" not in text(client.get(reverse("web:appointments")))


# 列表和动议


def test_a_leader_proposes_from_the_page_and_lands_on_the_case(house: House, desk: Desk) -> None:
    typed = {
        "act": "提出动议", "section": house.section().pk, "post": "科室副职", "title": "经济运行科副科长",
        "qualifications": "任科员三年", "pool": "全局", "reason": "缺副职",
    }  # fmt: skip
    client = desk("E002")
    answer = post(client, reverse("web:appointment_new"), **typed)
    assert answer.status_code == 302
    case = Case.objects.get()
    assert answer["Location"] == at("appointment", case)
    shown = text(client.get(at("appointment", case)))
    assert "正在办，差5项" in shown
    assert "没有核准不得进入民主推荐" in shown


def test_what_was_typed_stays_after_a_refusal(house: House, desk: Desk) -> None:
    answer = post(desk("E003"), reverse("web:appointment_new"), act="提出动议", title="某副科长")
    assert answer.status_code == 422
    assert 'value="某副科长"' in text(answer)
    typed = {
        "act": "提出动议", "section": house.section().pk, "post": "科室副职", "title": "某副科长",
        "qualifications": "三年", "pool": "全局", "reason": "缺",
    }  # fmt: skip
    refused = post(desk("E003"), reverse("web:appointment_new"), **typed)
    assert refused.status_code == 422
    assert "分管人事的领导" in text(refused)
    assert not Case.objects.exists()


def test_the_list_is_filtered_and_exported(house: House, desk: Desk) -> None:
    house.begun()
    house.proposed(section=house.section("信息化科"), title="信息化科副科长")
    client = desk("E008")
    found = text(client.get(reverse("web:appointments"), {"step": "民主推荐"}))
    assert "经济运行科副科长" in found
    assert "信息化科副科长" not in found
    answer = client.get(reverse("web:appointments"), {"export": "xlsx"})
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    cells = {cell.value for row in sheet.iter_rows() for cell in row}
    assert {"干〔2026〕1号", "干〔2026〕2号", "第2步民主推荐"} <= cells


# 案件页上的办理


def test_each_button_is_offered_to_whom_it_belongs(house: House, desk: Desk) -> None:
    case = house.proposed()
    offered = {one: text(desk(one).get(at("appointment", case))) for one in ("E001", "E002", "E006", "E008")}
    assert "同意动议" in offered["E001"]
    assert "进入民主推荐" in offered["E002"]
    assert "登记职数核准" in offered["E008"]
    assert 'name="act"' not in offered["E006"]


def test_going_on_too_early_lists_everything_that_is_missing(house: House, desk: Desk) -> None:
    case = house.proposed()
    answer = post(desk("E002"), at("appointment", case), act="进入民主推荐")
    assert answer.status_code == 422
    for fact in ("书记同意", "酝酿", "工作方案", "组织部沟通", "职数核准"):
        assert f"没有{fact}" in text(answer) or fact in text(answer)
    case.refresh_from_db()
    assert case.step == 1


def test_a_button_that_is_not_offered_does_nothing(house: House, desk: Desk) -> None:
    case = house.proposed()
    assert post(desk("E006"), at("appointment", case), act="同意动议").status_code == 422
    case.refresh_from_db()
    assert case.accepted_at is None


def test_the_plan_comes_with_its_file(house: House, desk: Desk) -> None:
    case = house.proposed()
    client, file = desk("E008"), SimpleUploadedFile("方案.txt", "方案全文".encode())
    assert (
        post(client, at("appointment", case), act="形成工作方案", text="按程序办", file=file).status_code
        == 302
    )
    case.refresh_from_db()
    assert case.plan_file is not None
    address = reverse("web:file", args=[case.plan_file.pk])
    assert [desk(one).get(address).status_code for one in ("E008", "E001", "E015")] == [200, 200, 404]


def test_the_inspection_keeps_an_uploaded_file_over_a_refusal(house: House, desk: Desk) -> None:
    case = house.chosen()
    house.team(case)
    client, file = desk("E008"), SimpleUploadedFile("考察材料.txt", "德能勤绩廉".encode())
    typed = {
        "act": "登记考察情况", "first": "2026-03-05", "last": "2026-03-04", "talked": 9, "findings": "好",
        "shortcomings": "少", "archive": "无误", "integrity": "无",
    }  # fmt: skip
    refused = post(client, at("appointment", case), material=file, **typed)
    assert refused.status_code == 422
    assert "考察材料.txt" in text(refused)
    kept = text(refused).partition('name="kept_material" value="')[2].partition('"')[0]
    again = post(client, at("appointment", case), **{**typed, "last": "2026-03-05", "kept_material": kept})
    assert again.status_code == 302
    assert Inspection.objects.get().material.name == "考察材料.txt"


def test_the_leader_asks_the_party_group_and_the_secretary_consents(house: House, desk: Desk) -> None:
    case = house.recommended()
    typed = {"choose-candidate": house.person(CANDIDATE).pk, "choose-proposal": "建议考察"}
    assert post(desk("E002"), at("appointment", case), act="提请研究考察对象", **typed).status_code == 302
    assert post(desk("E001"), at("appointment", case), act="同意上会").status_code == 302
    assert Submission.objects.get().state == "已同意"


def test_an_expired_recommendation_stands_on_the_page(house: House, desk: Desk, now: Traveller) -> None:
    case = house.recommended()
    now.move_to(datetime(2027, 3, 3, 3, 0, tzinfo=UTC))
    shown = text(desk("E002").get(at("appointment", case)))
    assert "2027-03-03已经失效" in shown
    assert "请重新组织会议推荐和个别谈话推荐" in shown
