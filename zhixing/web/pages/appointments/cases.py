"""干部任用: the cases one may see, and a new proposal (04-1)."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.office.papers.columns import Cell, Column, Kind
from zhixing.organ.policy import visible
from zhixing.regulations.appointments.models import CASE_STATES, STEPS, Case
from zhixing.regulations.appointments.policies import sees_all
from zhixing.regulations.appointments.workflow.due import deadlines
from zhixing.regulations.appointments.workflow.motion import propose
from zhixing.regulations.appointments.workflow.parties import is_personnel_leader
from zhixing.regulations.appointments.workflow.statute import LAW
from zhixing.web.list_export import MOST, sheet_xlsx
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.appointments.forms import ProposeForm
from zhixing.web.pages.pressed import Button, press, written
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, acting, looking

PROPOSE = "提出动议"
STATES = tuple(word for word, _ in CASE_STATES)
COLUMNS = (
    Column("编号", width=16), Column("拟任职务", width=26), Column("科室", width=18), Column("步骤"), Column("状态"),
    Column("考察对象"), Column("提出人"), Column("动议时间", Kind.MOMENT), Column("结束时间", Kind.MOMENT),
)  # fmt: skip


@require_safe
def appointments(request: DeskRequest) -> HttpResponseBase:
    asked = {name: request.GET.get(name, "").strip()[:60] for name in ("q", "state", "step")}
    rows = narrowed(rows_of(request), asked)
    if request.GET.get("export") == "xlsx":
        return exported(request, rows)
    listed = page_of(request, rows)
    day = looking(request).day
    context = {
        **listed,
        "lines": [(one, deadlines(one, day)) for one in listed["page"]],
        "asked": asked,
        "states": STATES,
        "steps": STEPS,
        "may_propose": is_personnel_leader(acting(request), day),
        "sees_all": sees_all(looking(request)),
    }
    return render(request, "web/appointments/list.html", context)


def rows_of(request: DeskRequest) -> QuerySet[Case]:
    return visible(looking(request), Case).select_related("section", "candidate", "proposed_by", "organ")


def narrowed(rows: QuerySet[Case], asked: Mapping[str, str]) -> QuerySet[Case]:
    if asked["state"] in STATES:
        rows = rows.filter(state=asked["state"])
    if asked["step"] in STEPS:
        rows = rows.filter(step=STEPS.index(asked["step"]) + 1)
    if asked["q"]:
        rows = rows.filter(title__contains=asked["q"]) | rows.filter(number__contains=asked["q"])
    return rows.order_by("-proposed_at", "-pk")


def exported(request: DeskRequest, rows: QuerySet[Case]) -> HttpResponseBase:
    cells: list[list[Cell]] = [
        [
            one.number, one.title, one.section.name, f"第{one.step}步{one.step_name}", one.state,
            one.candidate.name if one.candidate else "", one.proposed_by.name, one.proposed_at, one.closed_at,
        ]
        for one in rows[:MOST]
    ]  # fmt: skip
    return sheet_xlsx(request, "干部任用事项", COLUMNS, cells, rows.count())


@require_http_methods(["GET", "HEAD", "POST"])
def appointment_new(request: DeskRequest) -> HttpResponse:
    viewer = looking(request)
    form = written(request, PROPOSE, ProposeForm, "", organ=viewer.organ, day=viewer.day)
    refusal = None
    if request.method == "POST":
        refusal = press(request, {PROPOSE: Button("动议已提出，等党组书记同意。", form, propose, {})})
        if refusal is None:
            return redirect(
                "web:appointment", rows_of(request).filter(proposed_by=acting(request)).latest("pk").pk
            )
    context = {"form": form, "refusal": refusal, "clause": LAW.edition(viewer.day).clauses["04-1"]}
    return render(request, "web/appointments/new.html", context, status=REFUSED if refusal else 200)
