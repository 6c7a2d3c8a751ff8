"""重大事项, 临机处置, 合规审计 on the pages (01-9, 01-10, 01-12)."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.web.attendance.desks import Desks, clock, post, words
from zhixing.regulations.governance.models import Accountability, Bypass, EmergencyAction, MajorMatter

MORNING, LATER = "2026-11-23 09:00", "2026-12-20 09:00"
MAJORS, EMERGENCIES, AUDITS = "/governance/majors/", "/governance/emergencies/", "/governance/audits/"


def proposed(desks: Desks) -> MajorMatter:
    typed = {
        "record-section": desks.bureau.section.pk, "record-meeting": "局长办公会议",
        "record-title": "园区改造", "record-reason": "厂房老化", "act": "提出重大事项",
    }  # fmt: skip
    assert post(desks.of("科室负责人"), f"{MAJORS}new/", **typed).status_code == 302
    return MajorMatter.objects.get()


def test_a_major_matter_is_taken_through_its_steps_by_those_whose_step_it_is(desks: Desks) -> None:
    with clock(MORNING):
        major = proposed(desks)
        page, deputy = f"{MAJORS}{major.pk}/", desks.person("局领导")
        assert "同意并明确牵头领导" not in words(desks.of("局领导").get(page))
        said = {"act": "登记酝酿意见", "say-leader": deputy.pk, "say-text": "先调研"}
        assert post(desks.of("局领导"), page, **said).status_code == 302
        agreed = {"act": "同意并明确牵头领导", "consent-lead": deputy.pk, "consent-especial": "on"}
        assert post(desks.of("局长"), page, **agreed).status_code == 302
        report = SimpleUploadedFile("报告.txt", "调研".encode())
        looked: dict[str, Any] = {"act": "登记调研", "research-text": "走访九家"}
        short = post(desks.of("局领导"), page, **looked, **{"research-report": report})
        assert short.status_code == 422
        assert "请牵头领导补上专家论证的材料。" in words(short)
        files = {
            f"research-{name}": SimpleUploadedFile(f"{name}.txt", name.encode())
            for name in ("report", "expert", "risk")
        }
        assert post(desks.of("局领导"), page, **looked, **files).status_code == 302
        figures = {"act": "登记方案和意见", "plan-plan": "分两年", "plan-scope": "各科室"}
        many = {**figures, "plan-number": 9, "plan-against": 3, "plan-objections": "太快"}
        assert post(desks.of("局领导"), page, **many).status_code == 302
        assert "征求9人，反对3人，反对意见比较集中，还不能上会。" in words(desks.of("局领导").get(page))
        few = {**figures, "plan-number": 9, "plan-against": 2, "plan-objections": "太快"}
        assert post(desks.of("局领导"), page, **few).status_code == 302
        assert "可以上会了。" in words(desks.of("局领导").get(page))


def test_major_matters_are_seen_by_leaders_and_their_section(desks: Desks, stranger: Client) -> None:
    with clock(MORNING):
        page = f"{MAJORS}{proposed(desks).pk}/"
        for role in ("局长", "局领导", "科室负责人", "办公室主任"):
            assert desks.of(role).get(page).status_code == 200
        assert desks.of("职员").get(page).status_code == 403
        assert desks.of("办公室").get(page).status_code == 404
        assert stranger.get(page).status_code == 404


def acted(desks: Desks) -> EmergencyAction:
    typed = {
        "record-title": "台风停电", "record-leader": desks.person("局领导").pk, "record-event": "台风",
        "record-measures": "调发电车", "record-acted_at": "2026-11-23T07:00",
        "record-meeting": "局长办公会议", "act": "登记临机处置",
    }  # fmt: skip
    assert post(desks.of("局领导"), f"{EMERGENCIES}new/", **typed).status_code == 302
    return EmergencyAction.objects.get()


def test_an_emergency_action_waits_for_its_meeting_and_is_red_when_it_is_late(desks: Desks) -> None:
    with clock(MORNING):
        page = f"{EMERGENCIES}{acted(desks).pk}/"
        assert "局长办公会议听取报告以后才算办结。" in words(desks.of("局长").get(page))
        told = {"act": "登记口头报告", "tell-told_at": "2026-11-23T08:00", "tell-how": "电话"}
        assert post(desks.of("局领导"), page, **told).status_code == 302
        assert "没有在规定的时间以内口头报告局长" not in words(desks.of("局长").get(page))
    with clock(LATER):
        assert "已经过了会议报告的期限（2026-12-08）" in words(desks.of("局长").get(page))


def test_emergency_actions_are_for_leaders_and_the_office_director(desks: Desks, stranger: Client) -> None:
    with clock(MORNING):
        page = f"{EMERGENCIES}{acted(desks).pk}/"
        assert desks.of("办公室主任").get(page).status_code == 200
        for role in ("职员", "科室负责人", "办公室"):
            assert desks.of(role).get(page).status_code == 403
        assert stranger.get(page).status_code == 404


def test_what_no_meeting_heard_is_listed_taken_up_and_judged(desks: Desks) -> None:
    with clock(MORNING):
        action = acted(desks)
        assert "程序找到的线索" not in words(desks.of("纪检").get(AUDITS))
    with clock(LATER):
        shown = words(desks.of("纪检").get(AUDITS))
        assert "程序找到的线索 1件" in shown
        assert "还没有报告" in shown
        source = f"governance.emergency:{action.pk}"
        assert post(desks.of("纪检"), f"{AUDITS}take/", source=source).status_code == 302
        again = post(desks.of("纪检"), f"{AUDITS}take/", source=source)
        assert again.status_code == 422
        case = Bypass.objects.get()
        judged = {"act": "作出核查结论", "judge-outcome": "不属违规", "judge-text": "已在当天碰头会报告"}
        assert post(desks.of("纪检"), f"{AUDITS}{case.pk}/", **judged).status_code == 302
        case.refresh_from_db()
        assert case.state == "不属违规"


def test_a_case_that_calls_for_it_opens_a_record_of_accountability(desks: Desks) -> None:
    """01-12, 01-19."""
    with clock(MORNING):
        action = acted(desks)
    with clock(LATER):
        post(desks.of("纪检"), f"{AUDITS}take/", source=f"governance.emergency:{action.pk}")
        page = f"{AUDITS}{Bypass.objects.get().pk}/"
        judged = {"act": "作出核查结论", "judge-outcome": "应当追责", "judge-text": "拖延不报"}
        assert post(desks.of("局长"), page, **judged).status_code == 302
        assert "登记问责" in words(desks.of("局长").get(page))
        called = {
            "act": "登记问责", "call-person": desks.person("局领导").pk, "call-day": "2026-12-20",
            "call-facts": "拖延不报", "call-basis": "区级问责文件第三条", "call-heard": "认识到了",
            "call-result": "批评教育",
        }  # fmt: skip
        assert post(desks.of("局长"), page, **called).status_code == 302
        assert Accountability.objects.filter(bypass=Bypass.objects.get()).count() == 1
        assert "区级问责文件第三条" not in words(desks.of("局长").get(page))


def test_a_case_is_entered_by_hand_and_others_do_not_open_the_audit(desks: Desks, stranger: Client) -> None:
    typed = {
        "record-kind": "私自决定", "record-facts": "未上会签约", "record-happened": "2026-11-02",
        "record-clause": "01-7", "act": "登记线索",
    }  # fmt: skip
    with clock(MORNING):
        assert post(desks.of("局长"), f"{AUDITS}new/", **typed).status_code == 302
        page = f"{AUDITS}{Bypass.objects.get().pk}/"
        assert "直接决策人" in words(desks.of("纪检").get(page))
        for role in ("职员", "局领导", "办公室主任"):
            assert desks.of(role).get(AUDITS).status_code == 403
        assert stranger.get(page).status_code == 404
