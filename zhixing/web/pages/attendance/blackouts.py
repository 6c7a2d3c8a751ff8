"""封控期: announced by the office, seen by everybody, opened for one person by the chief (02-1.6a)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.models import Organ, Person
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.forms import DATE, BlackoutForm
from zhixing.regulations.attendance.models import Blackout, BlackoutException
from zhixing.regulations.attendance.workflow.blackout import grant_exception, lift_blackout, set_blackout
from zhixing.regulations.attendance.workflow.statute import edition
from zhixing.web.pages.answering import REFUSED, attempt, unreadable
from zhixing.web.pages.attendance.mend_forms import PersonField
from zhixing.web.pages.attendance.register_sheets import periods_xlsx, wanted
from zhixing.web.requests import DeskRequest, acting, looking

CLAUSE = "02-1.6a"


class ExceptionForm(forms.Form):
    """放行: whom, which days, why."""

    person = PersonField("放行谁")
    first = forms.DateField(label="起", widget=DATE)
    last = forms.DateField(label="止", widget=DATE)
    reason = forms.CharField(label="理由", max_length=500)

    def __init__(self, *args: Any, organ: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["person"]
        assert isinstance(chosen, PersonField)
        chosen.queryset = Person.objects.filter(organ=organ).order_by("number")


@dataclass(frozen=True, slots=True)
class Shown:
    """A period with its state in a word, and how many exceptions this viewer may see."""

    period: Blackout
    state: str
    exceptions: int


def state_of(period: Blackout, day: date) -> str:
    if period.lifted_at:
        return "已解除"
    if day < period.first:
        return "未开始"
    return "执行中" if day <= period.last else "已结束"


@require_safe
def blackouts(request: DeskRequest) -> HttpResponseBase:
    viewer = looking(request)
    exceptions = visible(viewer, BlackoutException).values_list("blackout_id", flat=True)
    seen = list(exceptions)
    periods = visible(viewer, Blackout).select_related("entered_by").order_by("-first", "-pk")
    shown = [Shown(each, state_of(each, viewer.day), seen.count(each.pk)) for each in periods]
    if wanted(request):
        return periods_xlsx(request, [(each.period, each.state) for each in shown])
    context = {
        "shown": shown,
        "running": [each for each in shown if each.state == "执行中"],
        "office": "办公室" in request.roles,
        "clause": edition(viewer.day).clauses[CLAUSE],
    }
    return render(request, "web/attendance/blackouts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def blackout_new(request: DeskRequest) -> HttpResponse:
    form = BlackoutForm(request.POST if request.method == "POST" else None)
    refusal = announced(request, form) if request.method == "POST" else None
    if request.method == "POST" and refusal is None:
        return redirect("web:blackouts")
    context = {"form": form, "refusal": refusal, "clause": edition(looking(request).day).clauses[CLAUSE]}
    return render(request, "web/attendance/blackout_new.html", context, status=REFUSED if refusal else 200)


def announced(request: DeskRequest, form: BlackoutForm) -> Refusal | None:
    if not form.is_valid():
        return unreadable(form, "不能设定封控期。")
    typed, actor = form.cleaned_data, acting(request)
    said = f"已设定封控期“{typed['name']}”，{typed['first']}至{typed['last']}。"
    return attempt(request, said, lambda key: set_blackout(**typed, actor=actor, at=request.at, key=key))


@require_http_methods(["GET", "HEAD", "POST"])
def blackout(request: DeskRequest, number: int) -> HttpResponse:
    rows = visible(looking(request), Blackout).select_related("entered_by")
    period = get_object_or_404(rows, pk=number)
    if request.method != "POST":
        return page(request, period)
    act = request.POST.get("act", "")
    if act == "放行":
        form = ExceptionForm(request.POST, organ=looking(request).organ)
        refusal = excepted(request, period, form)
        return page(request, period, refusal, form) if refusal else redirect("web:blackout", period.pk)
    refusal = lifted(request, period) if act == "解除" else unknown(act)
    return page(request, period, refusal) if refusal else redirect("web:blackout", period.pk)


def unknown(act: str) -> Refusal:
    found = Finding("办理", act or "没有选择", "解除或者放行", "请按页面上的按钮办理。")
    return Refusal("没有办理。", [found])


def lifted(request: DeskRequest, period: Blackout) -> Refusal | None:
    actor, why = acting(request), request.POST.get("why", "")
    return attempt(
        request, f"封控期“{period.name}”已解除。",
        lambda key: lift_blackout(period=period, why=why, actor=actor, at=request.at, key=key),
    )  # fmt: skip


def excepted(request: DeskRequest, period: Blackout, form: ExceptionForm) -> Refusal | None:
    if not form.is_valid():
        return unreadable(form, "不能放行。")
    typed, actor = form.cleaned_data, acting(request)
    return attempt(
        request, f"已放行{typed['person'].name}，{typed['first']}至{typed['last']}。",
        lambda key: grant_exception(period=period, **typed, actor=actor, at=request.at, key=key),
    )  # fmt: skip


def page(
    request: DeskRequest, period: Blackout, refusal: Refusal | None = None, form: ExceptionForm | None = None
) -> HttpResponse:
    viewer = looking(request)
    period.refresh_from_db()
    state = state_of(period, viewer.day)
    exceptions = visible(viewer, BlackoutException).filter(blackout=period)
    first = {"first": max(period.first, viewer.day), "last": period.last}
    context = {
        "period": period,
        "state": state,
        "standing": state in {"执行中", "未开始"},
        "exceptions": exceptions.select_related("person", "granted_by").order_by("first", "pk"),
        "office": "办公室" in request.roles,
        "chief": "局长" in request.roles,
        "form": form or ExceptionForm(organ=viewer.organ, initial=first),
        "typed": request.POST.get("why", ""),
        "refusal": refusal,
    }
    return render(request, "web/attendance/blackout.html", context, status=REFUSED if refusal else 200)
