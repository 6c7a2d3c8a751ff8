"""违纪登记: what was found at work and where it is written; own, office, leader in charge, chief (02-3.3, domain 4.10)."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.law.refusal import Refusal
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.models import DisciplineRecord
from zhixing.regulations.attendance.models.discipline import RECORD_KINDS
from zhixing.regulations.attendance.workflow.discipline import CLAUSE, register, revoke
from zhixing.regulations.attendance.workflow.statute import edition
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.attendance.register_forms import RecordForm, WordsForm
from zhixing.web.pages.attendance.register_sheets import DISCIPLINES, register_xlsx, wanted
from zhixing.web.pages.pressed import Button, press, written
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, looking

ENTER, REVOKE = "登记", "撤销"


@require_safe
def disciplines(request: DeskRequest) -> HttpResponseBase:
    asked = {name: request.GET.get(name, "").strip()[:60] for name in ("q", "kind")}
    rows = found(request, asked)
    if wanted(request):
        return register_xlsx(request, DISCIPLINES, rows)
    context = {
        **page_of(request, rows),
        "asked": asked,
        "kinds": RECORD_KINDS,
        "office": "办公室" in request.roles,
    }
    return render(request, "web/attendance/disciplines.html", context)


def found(request: DeskRequest, asked: dict[str, str]) -> QuerySet[DisciplineRecord]:
    rows = visible(looking(request), DisciplineRecord).select_related("person", "by")
    if asked["kind"] in {kind for kind, _ in RECORD_KINDS}:
        rows = rows.filter(kind=asked["kind"])
    if asked["q"]:
        rows = rows.filter(person__name__contains=asked["q"]) | rows.filter(source__contains=asked["q"])
    return rows.order_by("-day", "-pk")


@require_http_methods(["GET", "HEAD", "POST"])
def discipline_new(request: DeskRequest) -> HttpResponse:
    viewer = looking(request)
    today = {"day": viewer.day}
    form = written(request, ENTER, RecordForm, "record", organ=viewer.organ, **today, initial=today)
    refusal = None
    if request.method == "POST":
        refusal = press(request, {ENTER: Button("违纪已登记。", form, register, {})})
        if refusal is None:
            return redirect("web:disciplines")
    context = {"form": form, "refusal": refusal, "clause": edition(viewer.day).clauses[CLAUSE]}
    status = REFUSED if refusal else 200
    return render(request, "web/attendance/discipline_new.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def discipline(request: DeskRequest, number: int) -> HttpResponse:
    rows = visible(looking(request), DisciplineRecord).select_related("person", "by")
    record = get_object_or_404(rows, pk=number)
    form = written(
        request, REVOKE, WordsForm, "revoke", name="reason", label="撤销原因", most=500,
        hint="登记和撤销原因都保留可查。",
    )  # fmt: skip
    refusal: Refusal | None = None
    if request.method == "POST":
        refusal = press(request, {REVOKE: Button("登记已撤销。", form, revoke, {"record": record})})
        if refusal is None:
            return redirect("web:discipline", record.pk)
        record.refresh_from_db()
    context = {"record": record, "form": form, "refusal": refusal, "office": "办公室" in request.roles}
    return render(request, "web/attendance/discipline.html", context, status=REFUSED if refusal else 200)
