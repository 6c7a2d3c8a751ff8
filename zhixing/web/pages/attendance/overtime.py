"""加班补休: the list and the form, with what the hours would earn while one types (02-1.5b)."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhixing.law.refusal import Refusal
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.forms import OvertimeForm
from zhixing.regulations.attendance.models import Overtime
from zhixing.regulations.attendance.models.choices import OVERTIME_STATUSES
from zhixing.regulations.attendance.workflow.overtime import (
    OvertimeAssessment,
    assess_overtime,
    draft_overtime,
    request_overtime,
)
from zhixing.regulations.attendance.workflow.overtime_request import OvertimeRequest, typed_in
from zhixing.regulations.attendance.workflow.statute import own_of, ruling
from zhixing.web.pages.answering import REFUSED, cited, key_of, unreadable
from zhixing.web.pages.attendance.begun import SAVE, sent_on
from zhixing.web.pages.attendance.register_sheets import OVERTIMES, register_xlsx, wanted
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, acting, looking

STATUSES = tuple(status for status, _ in OVERTIME_STATUSES)


@require_safe
def overtimes(request: DeskRequest) -> HttpResponseBase:
    asked = {name: request.GET.get(name, "").strip()[:60] for name in ("q", "status", "whose")}
    rows = found(request, asked)
    if wanted(request):
        return register_xlsx(request, OVERTIMES, rows)
    context = {
        **page_of(request, rows),
        "asked": asked,
        "statuses": STATUSES,
        "me": acting(request),
        "waiting": visible(looking(request), Overtime).filter(status="已批").count(),
    }
    return render(request, "web/attendance/overtimes.html", context)


def found(request: DeskRequest, asked: dict[str, str]) -> QuerySet[Overtime]:
    rows = visible(looking(request), Overtime).select_related("person", "matter")
    rows = rows.exclude(status="草稿") | rows.filter(person=acting(request))
    if asked["whose"] != "全部":
        rows = rows.filter(person=acting(request))
    if asked["status"] in STATUSES:
        rows = rows.filter(status=asked["status"])
    if asked["q"]:
        rows = rows.filter(person__name__contains=asked["q"])
    return rows.order_by("-began", "-pk")


@require_http_methods(["GET", "HEAD", "POST"])
def overtime_new(request: DeskRequest, number: int | None = None) -> HttpResponse:
    """A new form, or the own draft `number` taken up again."""
    draft = own_draft(request, number) if number else None
    if request.method != "POST":
        begun = typed_in(draft) if draft else OvertimeRequest()
        typed = {name: getattr(begun, name) for name in OvertimeRequest.__dataclass_fields__}
        return typing(request, OvertimeForm(initial=typed), draft)
    form = OvertimeForm(request.POST)
    if not form.is_valid():
        return typing(request, form, draft, unreadable(form, "加班申请没有提交。"))
    try:
        return sent(request, form.request(), draft)
    except Refusal as refusal:
        return typing(request, form, draft, cited(refusal, looking(request).day))


def own_draft(request: DeskRequest, number: int) -> Overtime:
    rows = visible(looking(request), Overtime).select_related("matter", "person")
    return get_object_or_404(rows, pk=number, person=acting(request), status="草稿")


def sent(request: DeskRequest, typed: OvertimeRequest, draft: Overtime | None) -> HttpResponse:
    """Saved or submitted, as the pressed button says; raises Refusal."""
    person, key = acting(request), key_of(request)
    act = draft_overtime if request.POST.get("act") == SAVE else request_overtime
    overtime = act(request=typed, actor=person, at=request.at, key=key, overtime=draft)
    messages.success(request, sent_on(overtime.matter, key))
    return redirect("web:matter", overtime.matter_id)


def typing(
    request: DeskRequest, form: OvertimeForm, draft: Overtime | None, refusal: Refusal | None = None
) -> HttpResponse:
    context = {"form": form, "draft": draft, "refusal": refusal, **live(request, form, draft)}
    return render(request, "web/attendance/overtime_new.html", context, status=REFUSED if refusal else 200)


@require_POST
def overtime_route(request: DeskRequest) -> HttpResponse:
    """What the hours typed so far would earn, and who decides; a part of the page."""
    number = request.POST.get("draft", "")
    draft = own_draft(request, int(number)) if number.isdecimal() else None
    form = OvertimeForm(request.POST)
    form.is_valid()
    return render(request, "web/attendance/parts/earns.html", live(request, form, draft))


def live(request: DeskRequest, form: OvertimeForm, draft: Overtime | None) -> dict[str, Any]:
    touched = form.is_bound and hasattr(form, "cleaned_data")
    begun = typed_in(draft) if draft else OvertimeRequest()
    typed = form.request() if touched else begun
    told = assess_overtime(person=acting(request), request=typed, at=request.at, overtime=draft)
    return {
        "told": told,
        "route": told.route,
        "faults": told.findings if touched else told.route.findings,
        "ruling": why(request, typed, told),
    }


def why(request: DeskRequest, typed: OvertimeRequest, told: OvertimeAssessment) -> dict[str, object] | None:
    """The ruling that gives the credit, once there are hours and a nature to judge."""
    if not told.minutes or not typed.nature:
        return None
    asked = {"性质": typed.nature, "小时": told.minutes, "通宵": told.overnight, "局长批准": True}
    return ruling("加班补休", looking(request).day, own_of(looking(request).organ.pk), **asked).as_json()
