"""请假 from the form to the approvers' desks (02-1.2a to 02-1.6c); E0xx of the small bureau."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.files.papers import pdf
from tests.web.attendance.desks import Desks, clock, post, text, words
from zhixing.files.models import StoredFile
from zhixing.office.matters.models import Task
from zhixing.regulations.attendance.models import Leave

NEW, PREVIEW = "/attendance/leave/new/", "/attendance/leave/preview/"
MORNING = "2026-09-22 09:00"
PDF = pdf("病假单：建议休息两天")


@pytest.fixture
def typed(desks: Desks) -> dict[str, str]:
    """Thursday to Monday across 中秋: two working days (B2-03)."""
    return {
        "kind": "事假",
        "first": "2026-09-24",
        "first_half": "上午",
        "last": "2026-09-28",
        "last_half": "下午",
        "reason": "家中有事",
        "stand_in": str(desks.person("财务").pk),
        "act": "提交",
    }


def test_the_days_between_are_explained_one_by_one(desks: Desks, typed: dict[str, str]) -> None:
    with clock(MORNING):
        shown = words(post(desks.of("职员"), PREVIEW, **typed))
    assert "2 天 从头到尾 5 个自然日" in shown
    for line in ("09-24 周四 计1天", "09-25 周五 节 中秋节放假，不计", "09-28 周一 计1天"):
        assert line in shown
    assert "09-26 周六 休" in shown


def test_a_working_sunday_counts_and_leads_to_the_chief(desks: Desks, typed: dict[str, str]) -> None:
    sunday = typed | {"first": "2026-09-18", "last": "2026-09-21"}
    with clock("2026-09-15 09:00"):
        shown = words(post(desks.of("职员"), PREVIEW, **sunday))
    assert "09-20 周日 班 计1天（国庆节调休上班）" in shown
    assert "3 天 从头到尾 4 个自然日" in shown
    assert "郑清明 分管局长签署意见" in shown
    assert "陈谷雨 局长审批" in shown


def test_two_days_end_with_the_leader_in_charge(desks: Desks, typed: dict[str, str]) -> None:
    with clock(MORNING):
        shown = words(post(desks.of("职员"), PREVIEW, **typed))
    assert "郑清明 分管局长审批" in shown
    assert "局长审批 " not in shown.replace("分管局长审批 ", "")
    assert "可以提交" in shown


def test_what_is_wrong_is_said_with_who_can_mend_it(desks: Desks, typed: dict[str, str]) -> None:
    past = typed | {"first": "2026-09-21", "reason": "", "stand_in": ""}
    with clock(MORNING):
        shown = words(post(desks.of("职员"), PREVIEW, **past))
    assert "已经开始；要求：事前申请" in shown
    assert "谁能处理：本人" in shown
    assert "还没有填： 事由 、 工作代理人" in shown
    assert "还差 3 项" in shown
    assert not Leave.objects.exists()


def test_a_year_without_a_notice_is_said_to_be_estimated(desks: Desks, typed: dict[str, str]) -> None:
    far = typed | {"first": "2027-10-04", "last": "2027-10-08"}
    with clock(MORNING):
        shown = words(post(desks.of("职员"), PREVIEW, **far))
    assert "暂估" in shown
    assert "放假通知还没有公布" in shown


def test_a_submitted_leave_waits_with_whoever_was_shown(desks: Desks, typed: dict[str, str]) -> None:
    with clock(MORNING):
        answer = post(desks.of("职员"), NEW, **typed)
        leave = Leave.objects.get()
        assert answer.headers["Location"] == f"/matters/{leave.matter_id}/"
        assert "提交成功，已送郑清明。回执号" in words(desks.of("职员").get(answer.headers["Location"]))
    assert (leave.status, leave.halves) == ("待批", 4)


def test_faults_come_back_at_their_fields_and_lose_nothing(desks: Desks, typed: dict[str, str]) -> None:
    with clock(MORNING):
        answer = post(desks.of("职员"), NEW, **typed | {"last": "2026-09-23", "stand_in": ""})
    assert answer.status_code == 422
    shown = text(answer)
    assert "终止不早于起始" in shown
    assert 'id="id_stand_in_error"' in shown
    assert "家中有事" in shown
    assert 'value="2026-09-24"' in shown
    assert not Leave.objects.exists()


def test_a_draft_is_kept_as_typed_and_taken_up_by_its_owner_alone(
    desks: Desks, typed: dict[str, str], stranger: Client
) -> None:
    with clock(MORNING):
        answer = post(desks.of("职员"), NEW, kind="事假", reason="还没想好日期", act="保存草稿")
        draft = Leave.objects.get()
        address = f"/attendance/leave/{draft.pk}/"
        assert answer.headers["Location"] == address
        assert "还没想好日期" in text(desks.of("职员").get(address))
        assert [desks.of(role).get(address).status_code for role in ("办公室", "局长")] == [404, 404]
        assert stranger.get(address).status_code == 404
        assert post(desks.of("职员"), address, **typed).status_code == 302
    draft.refresh_from_db()
    assert (Leave.objects.count(), draft.status) == (1, "待批")


def test_a_certificate_is_kept_when_the_form_comes_back(desks: Desks, typed: dict[str, str]) -> None:
    sick = typed | {"kind": "病假", "consent": "false", "reason": ""}
    file = SimpleUploadedFile("病假单.pdf", PDF, content_type="application/pdf")
    with clock(MORNING):
        answer = post(desks.of("职员"), NEW, **sick, certificate=file)
        kept = StoredFile.objects.get()
        assert answer.status_code == 422
        assert "已附：病假单.pdf" in words(answer)
        again = sick | {"reason": "发热", "kept_certificate": str(kept.pk)}
        assert post(desks.of("职员"), NEW, **again).status_code == 302
    assert Leave.objects.get().certificate == kept


def test_a_file_of_somebody_else_is_not_taken(desks: Desks, typed: dict[str, str]) -> None:
    file = SimpleUploadedFile("病假单.pdf", PDF, content_type="application/pdf")
    with clock(MORNING):
        post(desks.of("财务"), NEW, kind="病假", act="保存草稿", certificate=file)
        kept = StoredFile.objects.get()
        post(
            desks.of("职员"),
            NEW,
            **typed | {"kind": "病假", "consent": "false", "kept_certificate": str(kept.pk)},
        )
    assert Leave.objects.get(person=desks.person("职员")).certificate is None


def test_a_returned_leave_goes_straight_back_while_its_dates_stand(
    desks: Desks, typed: dict[str, str]
) -> None:
    long = typed | {"last": "2026-09-29"}
    with clock(MORNING):
        post(desks.of("职员"), NEW, **long)
        leave = Leave.objects.get()
        act = f"/matters/{leave.matter_id}/act/"
        assert post(desks.of("局领导"), act, act="同意").status_code == 302
        back = {"act": "退回", "text": "请补外出地点", "mode": "直送退回人"}
        assert post(desks.of("局长"), act, **back).status_code == 302
        address = f"/attendance/leave/{leave.pk}/"
        shown = words(desks.of("职员").get(address))
        assert "陈谷雨退回：请补外出地点" in shown
        assert "直接送回陈谷雨" in shown
        mended = long | {"place": "杭州", "act": "直送退回人"}
        assert post(desks.of("职员"), address, **mended).status_code == 302
    waiting = Task.objects.get(matter=leave.matter, state="待办", kind="办理")
    assert waiting.person == desks.person("局长")
    leave.refresh_from_db()
    assert (leave.place, leave.status) == ("杭州", "待批")


def test_changed_dates_do_not_go_straight_back(desks: Desks, typed: dict[str, str]) -> None:
    long = typed | {"last": "2026-09-29"}
    with clock(MORNING):
        post(desks.of("职员"), NEW, **long)
        leave = Leave.objects.get()
        act = f"/matters/{leave.matter_id}/act/"
        post(desks.of("局领导"), act, act="同意")
        post(desks.of("局长"), act, act="退回", text="天数不对", mode="直送退回人")
        changed = long | {"last": "2026-09-30", "act": "直送退回人"}
        answer = post(desks.of("职员"), f"/attendance/leave/{leave.pk}/", **changed)
    assert answer.status_code == 422
    assert "请选择重走" in text(answer)


def test_an_extension_begins_where_the_granted_leave_ends(desks: Desks, typed: dict[str, str]) -> None:
    with clock(MORNING):
        post(desks.of("职员"), NEW, **typed)
        leave = Leave.objects.get()
        post(desks.of("局领导"), f"/matters/{leave.matter_id}/act/", act="同意")
        shown = text(desks.of("职员").get(NEW, {"extends": str(leave.pk)}))
    assert 'value="2026-09-29"' in shown
    assert f'<option value="{leave.pk}" selected>' in shown


def test_fifteen_days_of_illness_cite_the_clause_that_asks_for_the_slip(
    desks: Desks, typed: dict[str, str]
) -> None:
    long = typed | {"kind": "病假", "consent": "false", "first": "2026-10-12", "last": "2026-11-06"}
    with clock(MORNING):
        shown = words(post(desks.of("职员"), PREVIEW, **long))
    assert "病假单：没有上传" in shown
    assert "结论：病假证明" in shown
    assert "陈谷雨 局长审批 依据： 一、3 病假：十五天以上的病假单" in shown


def test_the_same_note_on_many_days_is_said_once(desks: Desks, typed: dict[str, str]) -> None:
    for day in ("14", "15", "16", "17", "18"):
        with clock(f"2026-09-{day} 08:20"):
            post(desks.of("职员"), "/attendance/sign-in/")
    past = typed | {"first": "2026-09-14", "last": "2026-09-18"}
    with clock(MORNING):
        shown = words(post(desks.of("职员"), PREVIEW, **past))
    assert "2026-09-16上午已经签到；还有2处同样的情况" in shown
