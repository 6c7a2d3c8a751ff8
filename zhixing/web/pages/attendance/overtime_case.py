"""One overtime: the chief may have it counted as a duty, the office confirms the hours (02-1.5b, G-13)."""

from datetime import datetime

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.local_time import today
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.forms import MOMENT
from zhixing.regulations.attendance.models import Overtime
from zhixing.regulations.attendance.workflow.comp import comp_expiry
from zhixing.regulations.attendance.workflow.overtime import (
    assess_overtime,
    confirm_hours,
    count_as_duty,
)
from zhixing.regulations.attendance.workflow.overtime_request import typed_in
from zhixing.regulations.attendance.workflow.statute import own_of
from zhixing.web.pages.answering import REFUSED, attempt, unreadable
from zhixing.web.requests import DeskRequest, acting, looking

CONFIRM, AS_DUTY = "确认时长", "改按值班"


class HoursForm(forms.Form):
    began = forms.DateTimeField(label="实际开始", widget=MOMENT)
    ended = forms.DateTimeField(label="实际结束", widget=MOMENT)


@require_http_methods(["GET", "HEAD", "POST"])
def overtime(request: DeskRequest, number: int) -> HttpResponse:
    rows = visible(looking(request), Overtime).select_related("person", "matter", "confirmed_by")
    case = get_object_or_404(rows.exclude(status="草稿"), pk=number)
    if request.method != "POST":
        return page(request, case)
    form = HoursForm(request.POST) if request.POST.get("act") == CONFIRM else None
    refusal = acted(request, case, form)
    return page(request, case, form, refusal) if refusal else redirect("web:overtime", case.pk)


def acted(request: DeskRequest, case: Overtime, form: HoursForm | None) -> Refusal | None:
    person = acting(request)
    if form is not None:
        if not form.is_valid():
            return unreadable(form, "不能确认加班时长。")
        began, ended = form.cleaned_data["began"], form.cleaned_data["ended"]
        return attempt(
            request, "加班时长已确认。",
            lambda key: confirm_hours(
                overtime=case, began=began, ended=ended, actor=person, at=request.at, key=key
            ),
        )  # fmt: skip
    if request.POST.get("act") == AS_DUTY:
        return attempt(
            request, "已改按值班折算。",
            lambda key: count_as_duty(overtime=case, actor=person, at=request.at, key=key),
        )  # fmt: skip
    return Refusal("没有办理。", [Finding("办理", "没有选择", f"{CONFIRM}或者{AS_DUTY}", "请选一项。")])


def page(
    request: DeskRequest, case: Overtime, form: HoursForm | None = None, refusal: Refusal | None = None
) -> HttpResponse:
    case.refresh_from_db()
    told = assess_overtime(person=case.person, request=typed_in(case), at=request.at, overtime=case)
    may_confirm = case.status == "已批" and "办公室" in request.roles
    may_recount = case.status in {"待批", "已批"} and not case.counted_as_duty and told.as_duty is not None
    context = {
        "case": case,
        "told": told,
        "form": form or HoursForm(initial={"began": case.began, "ended": case.ended})
        if may_confirm
        else None,
        "as_duty": told.as_duty if may_recount and "局长" in request.roles else None,
        "expires": comp_expiry(today(earned_at(case)), own_of(case.organ_id)) if case.credit else None,
        "refusal": refusal,
    }
    return render(request, "web/attendance/overtime.html", context, status=REFUSED if refusal else 200)


def earned_at(case: Overtime) -> datetime:
    began = case.actual_began or case.began
    assert began is not None  # a submitted claim has its hours
    return began
