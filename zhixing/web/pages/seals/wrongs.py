"""印章处置 (17-10) and 强行用印的报告 (17-9) as registers."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter as of

from zhixing.office.papers.columns import Kind
from zhixing.regulations.seals.models import Coercion, Incident, Seal
from zhixing.regulations.seals.models.choices import COERCION_STATES, INCIDENT_STATES
from zhixing.regulations.seals.workflow import coercion, incidents
from zhixing.regulations.seals.workflow.gate import manages
from zhixing.web.pages.pressed import Button, written
from zhixing.web.pages.records import Book, Entry, Shown
from zhixing.web.pages.seals.register_forms import AnswerForm, CloseForm, CoercionForm, IncidentForm
from zhixing.web.requests import DeskRequest, acting, looking

CLOSE, ANSWER = "处理完毕", "登记处理情况"


def keeps_any(request: DeskRequest) -> bool:
    person = acting(request)
    own = Seal.objects.filter(organ=person.organ_id)
    return own.filter(kept__keeper=person).exists() or own.filter(kept__holder=person).exists()


def closing(request: DeskRequest, incident: Incident) -> Mapping[str, Button]:
    viewer = looking(request)
    if incident.state != "处理中" or not manages(acting(request), viewer.day):
        return {}
    form = written(request, CLOSE, CloseForm, "close", organ=viewer.organ, day=viewer.day)
    return {CLOSE: Button("已处理完毕。", form, incidents.close, {"incident": incident})}


def answering(request: DeskRequest, report: Coercion) -> Mapping[str, Button]:
    viewer = looking(request)
    if report.state != "待处理" or not viewer.roles & {"局长", "纪检"}:
        return {}
    form = written(request, ANSWER, AnswerForm, "answer", organ=viewer.organ, day=viewer.day)
    return {ANSWER: Button("处理情况已登记。", form, coercion.answer, {"report": report})}


INCIDENTS = Book(
    name="seal_incidents", title="印章处置", model=Incident, clause="17-10",
    hint="丢失、错误用印、私自留存、非法用印，机构更名、更换新章，由办公室或者保管人登记。",
    related=("seal__kept", "responsible", "by", "closed_by"), order=("-day", "-pk"),
    search=("seal__kept__name", "text"), search_label="印章、经过", states=("state", INCIDENT_STATES),
    icon="exclamation-octagon", buttons=closing, who_sees="办公室、局长、纪检组长和保管人可以看",
    columns=(
        Shown("印章", lambda one: one.seal.kept.name, width=30), Shown("日期", of("day"), Kind.DATE),
        Shown("情形", of("kind")), Shown("处置", of("disposal")),
        Shown("追究责任", lambda one: "是" if one.accountable else "否"),
        Shown("经过", of("text"), width=46, listed=False),
        Shown("责任人", lambda one: one.responsible.name if one.responsible else ""),
        Shown("最迟上交", of("hand_in_by"), Kind.DATE, listed=False), Shown("处理结果", of("outcome"), width=40, listed=False),
        Shown("登记人", lambda one: one.by.name, listed=False), Shown("登记时间", of("at"), Kind.MOMENT, listed=False),
        Shown("处理时间", of("closed_at"), Kind.MOMENT, listed=False), Shown("状态", of("state"), state=True),
    ),
    entry=Entry(
        "登记处置", IncidentForm, incidents.report, "处置已登记。",
        lambda request: manages(acting(request), looking(request).day) or keeps_any(request),
    ),
)  # fmt: skip
COERCIONS = Book(
    name="seal_coercions", title="强行用印报告", model=Coercion, clause="17-9",
    hint="有人越过审批硬要您盖章的，保管人点右上角“报告”。", who_sees="只有局长、纪检组长和报告人本人可以看",
    related=("seal__kept", "reporter", "about", "answered_by"), order=("-day", "-pk"),
    search=("seal__kept__name",), search_label="印章", states=("state", COERCION_STATES), icon="shield-exclamation",
    buttons=answering,
    columns=(
        Shown("日期", of("day"), Kind.DATE), Shown("印章", lambda one: one.seal.kept.name, width=30),
        Shown("强行要求的人", lambda one: one.about.name), Shown("报告人", lambda one: one.reporter.name),
        Shown("经过", of("text"), width=46, listed=False), Shown("报告时间", of("at"), Kind.MOMENT, listed=False),
        Shown("处理情况", of("answer"), width=40, listed=False),
        Shown("处理人", lambda one: one.answered_by.name if one.answered_by else "", listed=False),
        Shown("状态", of("state"), state=True),
    ),
    entry=Entry("报告", CoercionForm, coercion.report, "已报告局长和纪检组长，别的人看不到。", keeps_any),
)  # fmt: skip
