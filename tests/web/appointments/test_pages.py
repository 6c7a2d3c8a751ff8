"""Who opens which page of an appointment, what stands there, and what each button does."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook
from time_machine import Traveller

from tests.regulations.appointments.house import CANDIDATE, House
from tests.web.appointments.conftest import Desk, post, text
from tests.web.bureau import build
from zhixing.office.duties.models import Notice
from zhixing.office.publication.models import Objection, PublicNotice
from zhixing.organ.who import service_on
from zhixing.regulations.appointments.models import Case, Inspection, Recommendation, Submission

INSIDE, OUTSIDE = ("E001", "E002", "E006", "E008"), ("E005", "E015", CANDIDATE)


def at(name: str, case: Case, *more: object) -> str:
    return reverse(f"web:{name}", args=[case.pk, *more])


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


# 推荐票


def sheet(house: House, **other: object) -> dict[str, object]:
    chosen, rival = house.person(CANDIDATE).pk, house.person("E017").pk
    return {
        "held_on": "2026-03-05", "scope": "全体干部", "counted_by": "孙怀瑾", "watched_by": "郑伯言",
        "c0_due": 7, "c0_present": 7, "c0_handed_out": 7, "c0_returned": 7, "c0_valid": 7,
        "c2_due": 15, "c2_present": 15, "c2_handed_out": 15, "c2_returned": 15, "c2_valid": 15,
        "r0_person": chosen, "r0_c0": 5, "r0_c2": 9, "r1_person": rival, "r1_c0": 2, "r1_c2": 6,
    } | other  # fmt: skip


def test_the_counters_sheet_is_entered_as_totals(house: House, desk: Desk) -> None:
    case = house.begun()
    answer = post(desk("E008"), at("appointment_ballots", case, "meeting"), **sheet(house))
    assert answer.status_code == 302
    found = Recommendation.objects.get()
    assert [(one.voter_class, one.valid) for one in found.ballots.all()] == [("班子", 7), ("一般", 15)]
    assert sorted(found.counts.values_list("person__number", "voter_class", "votes")) == [
        ("E017", "一般", 6), ("E017", "班子", 2), ("E020", "一般", 9), ("E020", "班子", 5),
    ]  # fmt: skip
    shown = text(desk("E001").get(at("appointment", case)))
    assert "不存谁投了谁" in shown


def test_a_sheet_that_does_not_add_up_comes_back_with_its_figures(house: House, desk: Desk) -> None:
    case = house.begun()
    answer = post(
        desk("E008"), at("appointment_ballots", case, "meeting"), **sheet(house, c0_valid=6, r0_c0=9)
    )
    assert answer.status_code == 422
    assert "得票合计不多于有效票" in text(answer)
    assert 'value="9"' in text(answer)
    assert not Recommendation.objects.exists()


def test_talks_ask_for_no_ballots_and_for_the_basis_when_they_come_first(house: House, desk: Desk) -> None:
    case = house.begun()
    client = desk("E008")
    page = text(client.get(at("appointment_ballots", case, "talks")))
    assert "发出" not in page.partition("怎么登记")[0].partition("各种身份")[2]
    typed = sheet(house)
    refused = post(client, at("appointment_ballots", case, "talks"), **typed)
    assert refused.status_code == 422
    assert "先会议推荐" in text(refused)
    assert (
        post(client, at("appointment_ballots", case, "talks"), **typed, order_basis="鹿组2号").status_code
        == 302
    )


def test_the_sheet_is_for_the_office_director_and_of_two_kinds(house: House, desk: Desk) -> None:
    case = house.begun()
    assert desk("E002").get(at("appointment_ballots", case, "meeting")).status_code == 403
    assert desk("E008").get(at("appointment_ballots", case, "others")).status_code == 404


# 公示和任职


def test_the_notice_goes_from_draft_to_appointment_on_its_pages(
    house: House, desk: Desk, now: Traveller
) -> None:
    case = house.reviewed()
    office, leader, address = desk("E008"), desk("E002"), at("appointment_notice", case)
    first = text(office.get(address))
    assert "拟任经济运行科副科长" in first
    typed = {"title": "任前公示", "text": "拟任人选。", "scope": "局机关", "contact": "88880000"}
    assert (
        post(
            office, address, act="拟写公示", **{f"draft-{name}": said for name, said in typed.items()}
        ).status_code
        == 302
    )
    assert post(office, address, act="审核同意").status_code == 422
    assert post(leader, address, act="审核同意", **{"review-opinion": ""}).status_code == 302
    assert post(office, address, act="发布公示").status_code == 302
    notice = PublicNotice.objects.get()
    assert notice.last_day == date(2026, 3, 12)
    assert "还有6个工作日" in text(office.get(address))
    assert "办理任职" not in text(office.get(at("appointment", case))).partition("第1步")[0]

    discipline = desk("E006")
    said = {
        "take-form": "匿名",
        "take-received_on": "2026-03-05",
        "take-content": "反映一件事",
        "take-name": "张三",
    }
    assert post(discipline, address, act="登记反映", **said).status_code == 302
    objection = Objection.objects.get()
    assert objection.name == ""
    now.move_to(datetime(2026, 3, 13, 3, 0, tzinfo=UTC))
    office, discipline = desk("E008"), desk("E006")
    word, prefix = f"答复反映{objection.pk}", f"answer{objection.pk}"
    assert "1件没有答复" in text(office.get(address))
    answered = {f"{prefix}-inquiry": "查了", f"{prefix}-result": "不影响任职", f"{prefix}-answer": "已说明"}
    assert post(discipline, address, act=word, **answered).status_code == 302
    made = {
        "appoint-document": "21号", "appoint-effective_on": "2026-03-16", "appoint-talked_on": "2026-03-13",
        "appoint-talked_by": house.person("E001").pk,
    }  # fmt: skip
    assert post(office, at("appointment", case), act="办理任职", **made).status_code == 302
    after = service_on(house.person(CANDIDATE), date(2026, 3, 16))
    assert after is not None
    assert after.title == "副科长"
    assert "2027年3月16日" in text(office.get(at("appointment", case)))


def test_everybody_reads_a_running_notice_and_nobody_an_objection(house: House, desk: Desk) -> None:
    case = house.reviewed()
    assert "现在没有公示" in text(desk("E015").get(reverse("web:public_notices")))
    notice = house.announced(case)
    client = desk("E015")
    assert "任前公示" in text(client.get(reverse("web:public_notices")))
    shown = client.get(reverse("web:public_notice", args=[notice.pk]))
    assert "拟任人选一名" in text(shown)
    assert "反映" not in text(shown).partition("受理方式")[0].rpartition("任前公示")[2]
    assert client.get(at("appointment_notice", case)).status_code == 403


def test_a_draft_is_read_by_nobody_outside(house: House, desk: Desk) -> None:
    notice = house.announced(house.reviewed())
    PublicNotice.objects.filter(pk=notice.pk).update(state="待审核")
    assert desk("E015").get(reverse("web:public_notice", args=[notice.pk])).status_code == 404


# 打印


@pytest.mark.parametrize("paper", ["summary", "review", "notice"])
def test_every_form_is_printed_as_pdf(house: House, desk: Desk, paper: str) -> None:
    case = house.reviewed()
    house.announced(case)
    answer = desk("E008").get(at("appointment_print", case, paper))
    assert b"".join(answer.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]


def test_a_form_that_does_not_exist_is_not_found(house: House, desk: Desk) -> None:
    assert desk("E008").get(at("appointment_print", house.begun(), "ballots")).status_code == 404


def test_a_notice_to_act_leads_to_the_case(house: House, desk: Desk) -> None:
    case = house.proposed()
    told = Notice.objects.get(person=house.person("E001"))
    assert "副科长" not in told.text
    answer = desk("E001").post(reverse("web:notice_read"), {"notice": told.pk})
    assert answer["Location"] == at("appointment", case)
