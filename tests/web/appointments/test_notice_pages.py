"""The counters' sheet, the notice to its end, the printed forms."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from time_machine import Traveller

from tests.regulations.appointments.house import CANDIDATE, House
from tests.web.appointments.conftest import Desk, at, post, text
from zhixing.office.duties.models import Notice
from zhixing.office.publication.models import Objection, PublicNotice
from zhixing.organ.who import service_on
from zhixing.regulations.appointments.models import Recommendation

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
