"""The pages of the registers of 01: for everybody who may, with empty states, forms, refusals, Excel; for nobody else."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.web.attendance.desks import Desks, clock, post, text, words
from zhixing.regulations import shelf
from zhixing.regulations.governance.models import DeputyReport, Guidance, Project, StudySession
from zhixing.web.access import PAGES

MORNING = "2026-11-23 09:00"
STAFF = ("职员", "科室负责人", "局领导", "局长", "办公室", "办公室主任", "财务", "纪检")
BOOKS = (
    "deputy_reports", "guidance", "performance", "heart_talks", "emergency_plans", "drills", "duty_sheets",
    "headcount", "staff_profiles", "growth", "accountability", "projects", "study_plan", "study", "self_study",
)  # fmt: skip
LEADERS = {"局领导", "局长", "纪检"}
# who is offered the form of a new record; everybody else gets none
MAY_ENTER = {
    "deputy_reports": LEADERS, "guidance": set(STAFF), "performance": set(STAFF), "heart_talks": set(STAFF),
    "emergency_plans": {"办公室主任"}, "drills": {"办公室主任"}, "duty_sheets": {"办公室主任", "科室负责人"},
    "headcount": {"办公室主任"}, "staff_profiles": {"办公室主任"}, "growth": {"办公室主任"},
    "accountability": {"局长", "办公室主任", "纪检"}, "projects": {"办公室主任", *LEADERS},
    "study_plan": {"办公室主任"}, "study": {"办公室主任"}, "self_study": set(STAFF),
}  # fmt: skip


@pytest.mark.parametrize("name", BOOKS)
def test_a_register_opens_for_its_readers_and_says_what_to_do_when_empty(desks: Desks, name: str) -> None:
    allowed = PAGES[f"web:{name}"]
    with clock(MORNING):
        for role in STAFF:
            answer = desks.of(role).get(reverse(f"web:{name}"))
            assert answer.status_code == (200 if desks_roles(role) & allowed else 403)
            if answer.status_code == 200:
                assert "还没有登记" in words(answer)


@pytest.mark.parametrize("name", BOOKS)
def test_the_form_is_there_for_who_may_enter_and_for_nobody_else(desks: Desks, name: str) -> None:
    with clock(MORNING):
        got = {role: desks.of(role).get(reverse(f"web:{name}_new")).status_code for role in STAFF}
    assert {role for role, status in got.items() if status == 200} == MAY_ENTER[name]
    assert set(got.values()) <= {200, 403, 404}


@pytest.mark.parametrize("name", BOOKS)
def test_an_empty_form_is_refused_with_every_finding(desks: Desks, name: str) -> None:
    role = "办公室主任" if "办公室主任" in MAY_ENTER[name] else "局领导"
    with clock(MORNING):
        page = desks.of(role).get(reverse(f"web:{name}_new"))
        word = text(page).split('name="act" value="')[1].split('"')[0]
        answer = post(desks.of(role), reverse(f"web:{name}_new"), act=word)
    assert answer.status_code == 422
    assert text(answer).count('class="finding"') >= 3


def test_a_register_goes_out_as_excel_with_the_rights_of_the_page(desks: Desks, stranger: Client) -> None:
    with clock(MORNING):
        answer = desks.of("职员").get("/governance/guidance/?export=xlsx")
        assert answer.headers["Content-Type"].startswith("application/vnd.openxmlformats")
        assert desks.of("职员").get("/governance/headcount/?export=xlsx").status_code == 403


def test_a_visit_is_entered_searched_and_read(desks: Desks, stranger: Client) -> None:
    with clock(MORNING):
        typed = {
            "record-day": "2026-11-20", "record-place": "双屿街道", "record-people": [desks.person("职员").pk],
            "record-text": "讲解技改政策", "act": "登记指导",
        }  # fmt: skip
        assert post(desks.of("职员"), "/governance/guidance/new/", **typed).status_code == 302
        one = Guidance.objects.get()
        assert "双屿街道" in words(desks.of("局长").get("/governance/guidance/?q=双屿"))
        assert "没有找到" in words(desks.of("局长").get("/governance/guidance/?q=滨江"))
        page = words(desks.of("局长").get(f"/governance/guidance/{one.pk}/"))
        assert "讲解技改政策" in page
        assert "第十七条" in page
        assert stranger.get(f"/governance/guidance/{one.pk}/").status_code == 404


def test_a_deputy_reports_and_the_chief_instructs_at_the_desk(desks: Desks) -> None:
    with clock(MORNING):
        typed = {
            "record-title": "用电紧张", "record-text": "三家企业限电", "record-advice": "错峰", "act": "向局长报告",
        }  # fmt: skip
        assert post(desks.of("局领导"), "/governance/reports/new/", **typed).status_code == 302
        one = DeputyReport.objects.get()
        page = f"/governance/reports/{one.pk}/"
        assert "签收或者批示" in words(desks.of("局长").get(page))
        assert "副职报告：用电紧张 临期 限 2026-11-24" in words(desks.of("局长").get("/desk/"))
        assert "用电紧张" not in words(desks.of("局领导").get("/desk/"))
        assert desks.of("职员").get(page).status_code == 404
        said = {"act": "签收或者批示", "act-签收或者批示-text": "抓紧协调"}
        assert post(desks.of("局长"), page, **said).status_code == 302
        told = words(desks.of("局领导").get(page))
        assert "抓紧协调" in told
        assert told.index("郑清明 （副局长） 报送副职报告") < told.index("陈谷雨 （局长） 副职报告已批示")
        assert "用电紧张" not in words(desks.of("局长").get("/desk/"))
        refused = post(desks.of("局领导"), page, **said)
        assert refused.status_code == 422


def test_a_session_is_called_and_attendance_recorded_at_the_desk(desks: Desks) -> None:
    with clock(MORNING):
        chief, deputy = desks.person("局长"), desks.person("局领导")
        typed = {
            "record-day": "2026-11-23", "record-halves": "0.5", "record-place": "会议室", "record-topic": "全会精神",
            "record-form": "集中研讨", "record-host": chief.pk, "record-speaker": deputy.pk, "act": "安排学习",
            "record-host_basis": "",
        }  # fmt: skip
        answer = post(desks.of("办公室主任"), "/governance/study/new/", **typed)
        assert answer.status_code == 422  # nobody of this small bureau is of a party group
        assert "没有成员" in words(answer)
        assert not StudySession.objects.exists()


def test_a_project_shows_its_light_targets_and_supervision(desks: Desks) -> None:
    with clock(MORNING):
        typed = {
            "record-name": "智能制造", "record-goal": "培育十家", "record-leader": desks.person("局领导").pk,
            "record-section": desks.bureau.section.pk, "record-lead": desks.person("科室负责人").pk,
            "record-since": "2026-09-01", "record-due": "2026-11-25", "act": "登记项目",
        }  # fmt: skip
        assert post(desks.of("办公室主任"), "/governance/projects/new/", **typed).status_code == 302
        one = Project.objects.get()
        page = f"/governance/projects/{one.pk}/"
        said = {"act": "登记进展", "act-登记进展-text": "过半", "act-登记进展-percent": "60"}
        assert post(desks.of("科室负责人"), page, **said).status_code == 302
        told = words(desks.of("职员").get(page))
        assert "进度 黄" in told
        assert "已完成60%" in told
        assert "登记进展" not in words(desks.of("局领导").get(page))
        part = {
            "act": "分解任务", "act-分解任务-text": "走访企业", "act-分解任务-person": desks.person("职员").pk,
            "act-分解任务-quantity": "10", "act-分解任务-unit": "家", "act-分解任务-due": "2026-11-25",
        }  # fmt: skip
        assert post(desks.of("科室负责人"), page, **part).status_code == 302
        word = "登记“走访企业”的完成数"
        assert word not in words(desks.of("局领导").get(page))
        assert post(desks.of("职员"), page, act=word, **{f"act-{word}-done": "4"}).status_code == 302
        assert "4/10家" in words(desks.of("局领导").get(page))


def test_everybody_signs_for_the_regulations_and_the_office_sees_who_has_not(desks: Desks) -> None:
    with clock(MORNING):
        typed = {"act": "已读并签收", "regulation": "02"}
        assert post(desks.of("职员"), "/governance/acknowledgements/", **typed).status_code == 302
        assert "您还有" in words(desks.of("职员").get("/desk/"))
        assert "已签收 2026-11-23 09:00" in words(desks.of("职员").get("/governance/acknowledgements/"))
        assert "7人" in words(desks.of("办公室主任").get("/governance/acknowledgements/"))
        for book in shelf.all():
            typed = {"act": "已读并签收", "regulation": book.number}
            post(desks.of("职员"), "/governance/acknowledgements/", **typed)
        assert "没有签收" not in words(desks.of("职员").get("/desk/"))
        assert "没有签收的人" not in words(desks.of("职员").get("/governance/acknowledgements/"))


def test_the_structure_of_the_staff_is_counted_and_cut(desks: Desks) -> None:
    with clock(MORNING):
        page = words(desks.of("局长").get("/governance/structure/?cut=职级&word=局领导"))
        assert "职级为“局领导”" in page
        assert desks.of("职员").get("/governance/structure/").status_code == 403


def desks_roles(role: str) -> frozenset[str]:
    """The roles that the posts of the small bureau give."""
    more = {"局长": {"局领导"}, "办公室主任": {"办公室"}, "纪检": {"局领导"}}
    return frozenset({"职员", role, *more.get(role, set())})
