"""中心组学习 as registers: the plan, the sessions with who was there, self-study (01-20.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zhixing.office.papers.columns import Kind
from zhixing.regulations.governance.models import SelfStudy, StudyPlan, StudySession
from zhixing.regulations.governance.workflow import study
from zhixing.regulations.governance.workflow.standing import secretary
from zhixing.regulations.governance.workflow.study_year import year_of
from zhixing.web.pages.governance.books import of, person, roles
from zhixing.web.pages.governance.study_forms import (
    AttendedForm,
    CancelForm,
    ExcuseForm,
    SelfStudyForm,
    SessionForm,
    StudyPlanForm,
)
from zhixing.web.pages.pressed import Button, written
from zhixing.web.pages.records import Book, Entry, Shown
from zhixing.web.requests import DeskRequest, looking

RECORD, LEAVE, CANCEL = "登记到会", "批准请假", "取消学习"


def figures(request: DeskRequest) -> Mapping[str, Any]:
    """The year so far: days, members, and whether it can still be met."""
    viewer = looking(request)
    return {"year": year_of(viewer.organ, viewer.day.year, viewer.day)}


def attended(session: StudySession) -> str:
    due, here = study.attendance(session.seats.all())
    return f"{here}/{due}" if session.state == "已学习" else "—"


def standard(session: StudySession) -> str:
    if session.state != "已学习":
        return "—"
    due, here = study.attendance(session.seats.all())
    return "达标" if study.meets(session, due, here) else "未达标"


def recording(request: DeskRequest, record: StudySession) -> Mapping[str, Button]:
    """The secretary agrees to leave before a session, the office enters who came after it."""
    viewer = looking(request)
    found: dict[str, Button] = {}
    if record.state != "已通知":
        return found
    about = {"organ": viewer.organ, "day": viewer.day, "session": record}
    if viewer.person is not None and viewer.person == secretary(viewer.organ, viewer.day):
        leave = written(request, LEAVE, ExcuseForm, "leave", **about)
        found[LEAVE] = Button("请假已登记。", leave, study.excuse, {})
    if "办公室主任" in request.roles and record.day <= viewer.day:
        came = written(request, RECORD, AttendedForm, "attended", **about)
        found[RECORD] = Button("到会已登记。", came, study.record, {"session": record})
    if "办公室主任" in request.roles:
        off = written(request, CANCEL, CancelForm, "cancel", organ=viewer.organ, day=viewer.day)
        found[CANCEL] = Button("学习已取消，已告知参加的人。", off, study.cancel, {"session": record})
    return found


def seats(_: DeskRequest, record: StudySession) -> Mapping[str, Any]:
    return {"seats": record.seats.select_related("person", "agreed_by")}


PLAN = Book(
    name="study_plan", title="中心组学习计划", model=StudyPlan, clause="01-20.1a",
    hint="每年3月31日前由办公室登记全年的学习计划。", related=("speaker",), order=("-year", "month"), search=("topic",),
    search_label="专题", icon="calendar3",
    columns=(
        Shown("月份", lambda one: f"{one.year}年{one.month}月"), Shown("专题", of("topic"), width=40),
        Shown("形式", of("form")), Shown("中心发言人", person("speaker")), Shown("扩大范围", of("wider"), width=24),
    ),
    entry=Entry("登记计划", StudyPlanForm, study.plan, "学习计划已登记。", roles("办公室主任")),
)  # fmt: skip
SESSIONS = Book(
    name="study", title="中心组学习", model=StudySession, clause="01-20.1b",
    hint="由办公室安排一场学习，中心组成员会收到提醒。", related=("host", "speaker"), order=("-day", "-pk"),
    search=("topic",), search_label="专题", states=("state", ("已通知", "已学习", "已取消")), icon="book",
    buttons=recording, beside=seats, template="web/governance/session.html", above=figures,
    list_template="web/governance/study.html",
    columns=(
        Shown("专题", of("topic"), width=40), Shown("日期", of("day"), Kind.DATE), Shown("状态", of("state"), state=True),
        Shown("折合天数", of("halves"), Kind.DAYS), Shown("到会", attended), Shown("出席率", standard),
        Shown("主持人", person("host")), Shown("委托主持的说明", of("host_basis"), listed=False),
        Shown("中心发言人", person("speaker")), Shown("辅导专家", of("expert"), listed=False),
        Shown("形式", of("form"), listed=False), Shown("地点", of("place"), listed=False),
        Shown("学习材料", of("materials"), width=30, listed=False), Shown("取消原因", of("cancel_reason"), listed=False),
    ),
    entry=Entry("安排学习", SessionForm, study.call, "学习已安排，已提醒参加的人。", roles("办公室主任")),
)  # fmt: skip
SELF_STUDY = Book(
    name="self_study", title="自学登记", model=SelfStudy, clause="01-20.1c",
    hint="自学和网络学堂的学时由本人或者办公室登记。", who_sees="本人、局领导和办公室主任可以看", related=("person",),
    order=("-year", "person__number"), search=("person__name", "text"), search_label="姓名、内容", icon="journal-bookmark",
    columns=(
        Shown("学习内容", of("text"), width=40), Shown("姓名", person("person")), Shown("年度", lambda one: f"{one.year}年"),
        Shown("学时", of("hours"), Kind.WHOLE), Shown("网络学堂年度任务", lambda one: "已完成" if one.finished else "—"),
    ),
    entry=Entry("登记自学", SelfStudyForm, study.self_study, "自学已登记。", lambda _: True),
)  # fmt: skip
