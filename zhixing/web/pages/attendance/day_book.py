"""每日签到：everybody's two halves of one day, and how the office puts a sign-in right (02-1.1a)."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.models import Person, Service
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.models import SignIn
from zhixing.regulations.attendance.workflow.day_facts import load, on_staff_between
from zhixing.regulations.attendance.workflow.day_view import DayPair, people_days
from zhixing.regulations.attendance.workflow.late_excuse import excuse_late
from zhixing.regulations.attendance.workflow.signin import make_up, void_sign_in
from zhixing.web.days import day_in
from zhixing.web.pages.answering import REFUSED, attempt, unreadable
from zhixing.web.pages.attendance.clock_words import weekday
from zhixing.web.pages.attendance.mend_forms import MakeUpForm
from zhixing.web.pages.attendance.register_sheets import day_xlsx, wanted
from zhixing.web.requests import DeskRequest, acting, looking

SHOWN = ("全部", "待核实", "迟到、早退", "未到")
WORDS = {
    "待核实": frozenset({"待核实"}),
    "迟到、早退": frozenset({"迟到", "早退", "迟到、早退"}),
    "未到": frozenset({"未到"}),
}
ACTS = {"核销迟到": excuse_late, "作废": void_sign_in}


@require_safe
def day_book(request: DeskRequest) -> HttpResponseBase:
    organ, day = looking(request).organ, day_asked(request)
    asked = request.GET.get("show", SHOWN[0])
    people = on_staff_between(organ, day, day)
    rows = list(people_days(organ, people, day, day, request.at))
    among = WORDS.get(asked)
    shown = dressed(request, [row for row in rows if among is None or touches(row[1], among)], day)
    if wanted(request):
        return day_xlsx(request, day, shown)
    context = {
        "day": day,
        "weekday": weekday(day),
        "before": day - timedelta(days=1),
        "after": day + timedelta(days=1),
        "asked": asked,
        "filters": [(word, tally(rows, WORDS.get(word))) for word in SHOWN],
        "rows": shown,
        "ahead": day >= looking(request).day,
    }
    return render(request, "web/attendance/day_book.html", context)


def day_asked(request: DeskRequest) -> date:
    return day_in(request.GET.get("day", "")) or looking(request).day


def touches(halves: DayPair, words: frozenset[str]) -> bool:
    return any(half.word in words for half in halves)


def tally(rows: list[tuple[Person, DayPair]], words: frozenset[str] | None) -> int:
    return sum(1 for _, halves in rows if words is None or touches(halves, words))


def dressed(request: DeskRequest, rows: list[tuple[Person, DayPair]], day: date) -> list[dict[str, Any]]:
    """Each person with section and, for each half, its status, the sign-in behind it and when work begins."""
    known = load(looking(request).organ, [], day, day)
    signed = {
        (row.person_id, row.half): row.pk
        for row in visible(looking(request), SignIn).filter(day=day, voided_at=None)
    }
    serving = Service.objects.on(day).filter(organ=looking(request).organ).select_related("section")
    sections = {row.person_id: row.section.name for row in serving}
    return [
        {
            "person": person,
            "section": sections.get(person.pk, ""),
            "halves": [
                (half, signed.get((person.pk, half.half)), known.hours(day, half.half).begins)
                for half in halves
            ],
        }
        for person, halves in rows
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def make_up_new(request: DeskRequest) -> HttpResponse:
    """漏签补登 on a witness's word."""
    organ, actor = looking(request).organ, acting(request)
    if request.method != "POST":
        typed = {"person": request.GET.get("person"), "signed_at": request.GET.get("at")}
        return making_up(request, MakeUpForm(organ=organ, initial=typed))
    form = MakeUpForm(request.POST, organ=organ)
    if not form.is_valid():
        return making_up(request, form, unreadable(form, "没有补登。"))
    who = form.cleaned_data["person"]
    refusal = attempt(
        request, f"已为{who.name}补登签到。",
        lambda key: make_up(actor=actor, **form.cleaned_data, at=request.at, key=key),
    )  # fmt: skip
    if refusal:
        return making_up(request, form, refusal)
    day = timezone.localdate(form.cleaned_data["signed_at"])
    return redirect(f"{reverse('web:day_book')}?{urlencode({'day': day})}")


def making_up(request: DeskRequest, form: MakeUpForm, refusal: Refusal | None = None) -> HttpResponse:
    context = {"form": form, "refusal": refusal}
    return render(request, "web/attendance/make_up.html", context, status=REFUSED if refusal else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_mend(request: DeskRequest, number: int) -> HttpResponse:
    """One sign-in: take a late mark back, or void it, with the reason."""
    rows = visible(looking(request), SignIn).select_related("person", "by", "witness", "excuse")
    row = get_object_or_404(rows, pk=number)
    if request.method != "POST":
        return mending(request, row)
    act, reason = request.POST.get("act", ""), request.POST.get("reason", "")
    if act not in ACTS:
        found = Finding("办理", act or "没有选择", "核销迟到或者作废", "请选一项。")
        return mending(request, row, Refusal("没有办理。", [found]))
    refusal = attempt(
        request, f"{row.person.name}{row.day}{row.half}的签到已{act}。",
        lambda key: ACTS[act](actor=acting(request), sign_in=row, reason=reason, at=request.at, key=key),
    )  # fmt: skip
    return mending(request, row, refusal) if refusal else redirect("web:sign_in_mend", row.pk)


def mending(request: DeskRequest, row: SignIn, refusal: Refusal | None = None) -> HttpResponse:
    context = {"row": row, "refusal": refusal, "typed": request.POST.get("reason", "")}
    return render(request, "web/attendance/sign_in.html", context, status=REFUSED if refusal else 200)
