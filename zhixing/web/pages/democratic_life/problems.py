"""整改清单: what one may see of it, and one problem with its measures (13-7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.organ.policy import visible
from zhixing.regulations.democratic_life.facts import MAJOR
from zhixing.regulations.democratic_life.models import Measure, Problem
from zhixing.regulations.democratic_life.models.problems import PROBLEM_STATES
from zhixing.regulations.democratic_life.policies import takes_part
from zhixing.regulations.democratic_life.workflow import problems, superior
from zhixing.regulations.democratic_life.workflow.statute import LAW
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.appointments.acts import Offer
from zhixing.web.pages.democratic_life import forms as typed
from zhixing.web.pages.democratic_life.desk import Desk
from zhixing.web.pages.democratic_life.sheets import problems_xlsx
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, looking

STATES = tuple(word for word, _ in PROBLEM_STATES)


def rows_of(request: DeskRequest) -> QuerySet[Problem]:
    measures = visible(looking(request), Measure).select_related("person")
    rows = visible(looking(request), Problem).select_related("case", "struck_by")
    return rows.prefetch_related(Prefetch("measures", measures, to_attr="seen"))


@require_safe
def life_problems(request: DeskRequest) -> HttpResponseBase:
    state = request.GET.get("state", "")
    rows = rows_of(request).order_by("-case__day", "order")
    if state in STATES:
        rows = rows.filter(state=state)
    if request.GET.get("export") == "xlsx":
        return problems_xlsx(request, rows)
    context = {
        **page_of(request, rows),
        "states": STATES,
        "state": state,
        "today": looking(request).day,
        "inside": takes_part(looking(request)),
    }
    return render(request, "web/democratic_life/problems.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def life_problem(request: DeskRequest, number: int) -> HttpResponse:
    problem, desk, refusal = get_object_or_404(rows_of(request), pk=number), Desk.of(request), None
    offered = list(offers(desk, problem))
    if request.method == "POST":
        refusal = desk.pressed(offered)
        if refusal is None:
            return redirect("web:life_problem", problem.pk)
        problem = get_object_or_404(rows_of(request), pk=number)
    part = takes_part(looking(request))
    context = {
        "problem": problem,
        "case": problem.case,
        "measures": visible(looking(request), Measure).filter(problem=problem).select_related("person"),
        "reports": problem.reports.select_related("file") if part else [],
        "findings": problems.strike_findings(problem, desk.day) if problem.state != "已销号" else [],
        "inside": part,
        "offers": offered,
        "pressed": request.POST.get("act", ""),
        "files": desk.files,
        "refusal": refusal,
        "clause": LAW.edition(desk.day).clauses["13-7"],
        "today": desk.day,
    }
    return render(request, "web/democratic_life/problem.html", context, status=REFUSED if refusal else 200)


def offers(desk: Desk, problem: Problem) -> Iterator[Offer]:
    if problem.state == "已销号" or problem.case.state != "办理中":
        return
    given = {"problem": problem}
    own = visible(looking(desk.request), Measure).filter(problem=problem, done_on=None)
    if not desk.office:
        own = own.filter(person=desk.actor)
    if own.exists():
        yield desk.offer("登记进展", "进展已登记。", problems.follow_up, {}, typed.ProgressForm, measures=own)
    if desk.office or desk.member:
        needs: dict[str, Any] = {"organ": problem.organ, "day": desk.day}
        yield desk.offer(
            "定整改措施",
            "整改措施已登记，已经告知责任人。",
            problems.set_measure,
            given,
            typed.MeasureForm,
            **needs,
        )
    if desk.office and problem.level == MAJOR:
        yield desk.offer("报告上级党组织", "报告已登记。", superior.report_problem, given, typed.SentForm)
    if desk.secretary:
        yield desk.reason("销号", "问题已销号。", problems.strike_off, given, name="remark", label="销号意见")
