"""因公外出: the list, the form with its route while one types, coming back, the paper (02-1.1c)."""

from io import BytesIO
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhixing.law.refusal import Refusal
from zhixing.organ.local_time import today
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.forms import OutingForm
from zhixing.regulations.attendance.models import Outing
from zhixing.regulations.attendance.models.choices import OUTING_STATUSES
from zhixing.regulations.attendance.papers.outing_form import print_outing, print_outings
from zhixing.regulations.attendance.papers.printed import Printing
from zhixing.regulations.attendance.workflow.outing import (
    come_back,
    draft_outing,
    request_outing,
    way,
)
from zhixing.regulations.attendance.workflow.outing_checks import OutingRequest, faults_of, typed_in
from zhixing.web.pages.answering import REFUSED, attempt, cited, key_of, unreadable
from zhixing.web.pages.attendance.begun import SAVE, sent_on
from zhixing.web.pages.attendance.register_sheets import OUTINGS, register_xlsx, wanted
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, acting, looking

STATUSES = tuple(status for status, _ in OUTING_STATUSES)
MOST_PRINTED = 500


@require_safe
def outings(request: DeskRequest) -> HttpResponseBase:
    return listed(request)


def listed(request: DeskRequest, refusal: Refusal | None = None) -> HttpResponseBase:
    asked = {name: request.GET.get(name, "").strip()[:60] for name in ("q", "status", "whose")}
    rows = found(request, asked)
    if wanted(request):
        return register_xlsx(request, OUTINGS, rows)
    context = {
        **page_of(request, rows, "web:outings"),
        "asked": asked,
        "statuses": STATUSES,
        "me": acting(request),
        "query": request.GET.urlencode(),
        "refusal": refusal,
    }
    return render(request, "web/attendance/outings.html", context, status=REFUSED if refusal else 200)


def found(request: DeskRequest, asked: dict[str, str]) -> QuerySet[Outing]:
    rows = visible(looking(request), Outing).select_related("person", "matter")
    rows = rows.exclude(status="草稿") | rows.filter(person=acting(request))
    if asked["whose"] != "全部":
        rows = rows.filter(person=acting(request))
    if asked["status"] in STATUSES:
        rows = rows.filter(status=asked["status"])
    if asked["q"]:
        named = rows.filter(person__name__contains=asked["q"])
        rows = named | rows.filter(destination__contains=asked["q"])
    return rows.order_by("-first", "-pk")


@require_http_methods(["GET", "HEAD", "POST"])
def outing_new(request: DeskRequest, number: int | None = None) -> HttpResponse:
    """A new form, or the own draft `number` taken up again."""
    draft = own_draft(request, number) if number else None
    if request.method != "POST":
        begun = {name: value for name, value in vars_of(draft).items() if value not in ("", None)}
        return typing(request, OutingForm(initial=begun), draft)
    form = OutingForm(request.POST)
    if not form.is_valid():
        return typing(request, form, draft, unreadable(form, "因公外出没有提交。"))
    try:
        return sent(request, form.request(), draft)
    except Refusal as refusal:
        return typing(request, form, draft, cited(refusal, looking(request).day))


def own_draft(request: DeskRequest, number: int) -> Outing:
    rows = visible(looking(request), Outing).select_related("matter", "person")
    return get_object_or_404(rows, pk=number, person=acting(request), status="草稿")


def vars_of(draft: Outing | None) -> dict[str, Any]:
    typed = typed_in(draft) if draft else OutingRequest(phone="")
    return {name: getattr(typed, name) for name in OutingRequest.__dataclass_fields__}


def sent(request: DeskRequest, typed: OutingRequest, draft: Outing | None) -> HttpResponse:
    """Saved or submitted, as the pressed button says; raises Refusal."""
    person, key = acting(request), key_of(request)
    act = draft_outing if request.POST.get("act") == SAVE else request_outing
    outing = act(request=typed, actor=person, at=request.at, key=key, outing=draft)
    messages.success(request, sent_on(outing.matter, key))
    return redirect("web:matter", outing.matter_id)


def typing(
    request: DeskRequest, form: OutingForm, draft: Outing | None, refusal: Refusal | None = None
) -> HttpResponse:
    context = {"form": form, "draft": draft, "refusal": refusal, **live(request, form, draft)}
    return render(request, "web/attendance/outing_new.html", context, status=REFUSED if refusal else 200)


@require_POST
def outing_route(request: DeskRequest) -> HttpResponse:
    """The way of what is typed so far; a part of the page."""
    number = request.POST.get("draft", "")
    draft = own_draft(request, int(number)) if number.isdecimal() else None
    form = OutingForm(request.POST)
    form.is_valid()
    return render(request, "web/attendance/parts/live.html", live(request, form, draft))


def live(request: DeskRequest, form: OutingForm, draft: Outing | None) -> dict[str, Any]:
    """{route, ruling, faults}; a form that nobody has touched has no faults yet."""
    person = acting(request)
    try:
        ruling, route = way(person, request.at)
    except Refusal as refusal:
        return {"faults": refusal.findings}
    faults = [*route.findings]
    if form.is_bound and hasattr(form, "cleaned_data"):
        faults += faults_of(person, form.request(), request.at, own=draft)
    return {"route": route, "ruling": ruling.as_json(), "faults": faults}


@require_POST
def outing_back(request: DeskRequest, number: int) -> HttpResponseBase:
    """返回登记."""
    outing = get_object_or_404(visible(looking(request), Outing).select_related("person"), pk=number)
    person = acting(request)
    refusal = attempt(
        request, "已登记返回。", lambda key: come_back(outing=outing, actor=person, at=request.at, key=key)
    )
    return listed(request, refusal) if refusal else redirect("web:outings")


@require_safe
def outing_print(request: DeskRequest, number: int) -> HttpResponseBase:
    rows = visible(looking(request), Outing).select_related("person", "matter", "organ")
    outing = get_object_or_404(rows, pk=number)
    paper = print_outing(outing, Printing(acting(request), request.at))
    return FileResponse(BytesIO(paper), filename=f"因公外出表{outing.matter.number}.pdf")


@require_safe
def outings_print(request: DeskRequest) -> HttpResponseBase:
    """The register of what the list shows, decided ones only."""
    asked = {name: request.GET.get(name, "").strip()[:60] for name in ("q", "status", "whose")}
    rows = found(request, asked).filter(status__in=("已批", "已返回"))[:MOST_PRINTED]
    paper = print_outings(looking(request).organ, rows, Printing(acting(request), request.at))
    return FileResponse(BytesIO(paper), filename=f"因公外出表{today(request.at)}.pdf")
