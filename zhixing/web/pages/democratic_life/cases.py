"""民主生活会 of a year: the light, both clauses, the meetings; a new plan (13-2, 01-20.2)."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.law.regulation import edition_on
from zhixing.organ.policy import visible
from zhixing.regulations import shelf
from zhixing.regulations.democratic_life.models import LifeMeeting, Problem
from zhixing.regulations.democratic_life.policies import takes_part
from zhixing.regulations.democratic_life.workflow import needs, talks
from zhixing.regulations.democratic_life.workflow.entered import has_opened
from zhixing.regulations.democratic_life.workflow.light import light_of
from zhixing.regulations.democratic_life.workflow.plan import plan
from zhixing.regulations.democratic_life.workflow.statute import LAW
from zhixing.regulations.democratic_life.workflow.superior import last_day
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.democratic_life.acts import offers
from zhixing.web.pages.democratic_life.desk import Desk
from zhixing.web.pages.democratic_life.forms import LifePlanForm
from zhixing.web.requests import DeskRequest, looking

PLAN = "登记方案"
TONES = {"红": "danger", "黄": "warning", "绿": "success"}
BOTH = (("01", "01-20.2"), ("13", "13-2"))
FIRST_YEAR, LAST_YEAR = 2018, 2999


def inside(request: DeskRequest) -> None:
    """404 for whoever is neither of the party group nor the office director."""
    if not takes_part(looking(request)):
        raise Http404


def case_of(request: DeskRequest, number: int) -> LifeMeeting:
    inside(request)
    rows = visible(looking(request), LifeMeeting).select_related("organ", "meeting", "by")
    return get_object_or_404(rows, pk=number)


@require_safe
def life_meetings(request: DeskRequest) -> HttpResponse:
    inside(request)
    viewer, desk = looking(request), Desk(request)
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and FIRST_YEAR <= int(asked) <= LAST_YEAR else viewer.day.year
    light = light_of(viewer.organ, year, viewer.day)
    clauses = [
        (edition, edition.clauses[clause])
        for number, clause in BOTH
        for edition in (edition_on(shelf.by_number(number), viewer.day),)
    ]
    rows = visible(viewer, LifeMeeting).filter(year=year).select_related("meeting", "organ")
    context = {
        "light": light,
        "tone": TONES[light.colour],
        "year": year,
        "clauses": clauses,
        "reading": light.ruling.readings[0] if light.ruling.readings else None,
        "lines": [(one, missing(one, request)) for one in rows],
        "may_plan": desk.office or desk.secretary,
    }
    return render(request, "web/democratic_life/year.html", context)


def missing(case: LifeMeeting, request: DeskRequest) -> int:
    """How many things are open at the stage it has come to."""
    if case.state != "办理中":
        return 0
    opened = has_opened(case)
    found = needs.after(case, request.at) if opened else needs.before(case, looking(request).day)
    return sum(not one.done for one in found)


@require_http_methods(["GET", "HEAD", "POST"])
def life_meeting_new(request: DeskRequest) -> HttpResponse:
    inside(request)
    desk = Desk(request)
    offered = desk.offer(PLAN, "会议方案已登记，已经告知党组成员。", plan, {}, LifePlanForm)
    refusal = None
    if request.method == "POST":
        refusal = desk.pressed([offered])
        if refusal is None:
            mine = visible(looking(request), LifeMeeting).filter(by=desk.actor)
            return redirect("web:life_meeting", mine.latest("pk").pk)
    clauses = LAW.edition(desk.day).clauses
    context = {
        "form": offered.button.form,
        "word": PLAN,
        "refusal": refusal,
        "clauses": [clauses["13-3"], clauses["13-4"]],
    }
    return render(request, "web/democratic_life/new.html", context, status=REFUSED if refusal else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def life_meeting(request: DeskRequest, number: int) -> HttpResponse:
    case, refusal, desk = case_of(request, number), None, Desk.of(request)
    offered = offers(desk, case)
    if request.method == "POST":
        refusal = desk.pressed(offered)
        if refusal is None:
            return redirect("web:life_meeting", case.pk)
        case.refresh_from_db()
    day = desk.day
    opened = has_opened(case)
    clauses = LAW.edition(day).clauses
    context = {
        "case": case,
        "opened": opened,
        "before": needs.before(case, day),
        "after": needs.after(case, request.at),
        "late": not opened and case.state == "办理中" and needs.is_late(case, day),
        "last_day": last_day(case, day),
        "matrix": talks.matrix(case, day),
        "contents": case.contents.all(),
        "reports": case.reports.filter(problem=None).select_related("file"),
        "moves": case.moves.all(),
        "opinions": case.opinions.select_related("person"),
        "summary": getattr(case, "summary", None),
        "materials": visible_materials(request, case) if desk.member else None,
        "problems": case.problems.all(),
        "earlier": visible(looking(request), Problem)
        .filter(case__day__lt=case.day)
        .exclude(state="已销号")
        .exclude(case__state="已撤销")
        .select_related("case"),
        "member": desk.member,
        "offers": [one for one in offered if not one.rare],
        "rare": [one for one in offered if one.rare],
        "pressed": request.POST.get("act", ""),
        "files": desk.files,
        "clauses": [clauses[one] for one in (("13-4", "13-6", "13-7") if opened else ("13-3", "13-5"))],
        "refusal": refusal,
        "today": day,
    }
    return render(request, "web/democratic_life/case.html", context, status=REFUSED if refusal else 200)


def visible_materials(request: DeskRequest, case: LifeMeeting) -> object:
    from_all = visible(looking(request), case.materials.model)
    return from_all.filter(case=case).select_related("person", "file")
