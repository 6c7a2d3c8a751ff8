"""抽查: leaving early is seen by somebody, never reckoned (02-1.1a, 02-3.1)."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.law.refusal import Refusal
from zhixing.organ.local_time import local
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.models import SpotCheck
from zhixing.regulations.attendance.workflow.spot_checks import CLAUSE, found_away, void_check
from zhixing.regulations.attendance.workflow.statute import edition
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.attendance.register_forms import CheckForm, WordsForm
from zhixing.web.pages.attendance.register_sheets import SPOT_CHECKS, register_xlsx, wanted
from zhixing.web.pages.pressed import Button, press, written
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, looking

ENTER, REVOKE = "登记", "撤销"


@require_safe
def spot_checks(request: DeskRequest) -> HttpResponseBase:
    words = request.GET.get("q", "").strip()[:60]
    rows = found(request, words)
    if wanted(request):
        return register_xlsx(request, SPOT_CHECKS, rows)
    context = {**page_of(request, rows), "words": words, "office": "办公室" in request.roles}
    return render(request, "web/attendance/spot_checks.html", context)


def found(request: DeskRequest, words: str) -> QuerySet[SpotCheck]:
    rows = visible(looking(request), SpotCheck).select_related("person", "by")
    return (rows.filter(person__name__contains=words) if words else rows).order_by("-found_at", "-pk")


@require_http_methods(["GET", "HEAD", "POST"])
def spot_check_new(request: DeskRequest) -> HttpResponse:
    viewer = looking(request)
    now = {"found_at": local(request.at)}
    form = written(request, ENTER, CheckForm, "check", organ=viewer.organ, day=viewer.day, initial=now)
    refusal = None
    if request.method == "POST":
        refusal = press(request, {ENTER: Button("抽查已登记。", form, found_away, {})})
        if refusal is None:
            return redirect("web:spot_checks")
    context = {"form": form, "refusal": refusal, "clause": edition(viewer.day).clauses[CLAUSE]}
    status = REFUSED if refusal else 200
    return render(request, "web/attendance/spot_check_new.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def spot_check(request: DeskRequest, number: int) -> HttpResponse:
    rows = visible(looking(request), SpotCheck).select_related("person", "by")
    check = get_object_or_404(rows, pk=number)
    form = written(
        request, REVOKE, WordsForm, "revoke", name="reason", label="撤销原因", most=200,
        hint="撤销以后当月次数跟着减少，因此提出的诫勉谈话也会重新计算。",
    )  # fmt: skip
    refusal: Refusal | None = None
    if request.method == "POST":
        refusal = press(request, {REVOKE: Button("抽查已撤销。", form, void_check, {"check": check})})
        if refusal is None:
            return redirect("web:spot_check", check.pk)
        check.refresh_from_db()
    context = {"check": check, "form": form, "refusal": refusal, "office": "办公室" in request.roles}
    return render(request, "web/attendance/spot_check.html", context, status=REFUSED if refusal else 200)
