"""漏签说明: stated by the person from the day it happened, confirmed by the head of section (02-1.1a)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.law.refusal import Refusal
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.forms import DATE, TIME, colleagues_of
from zhixing.regulations.attendance.models import MissedSignIn
from zhixing.regulations.attendance.models.missed import MISSED_STATES
from zhixing.regulations.attendance.models.signin import HALVES
from zhixing.regulations.attendance.workflow.figures import whole
from zhixing.regulations.attendance.workflow.missed import (
    TERM,
    confirm_missed,
    deciders,
    decline_missed,
    due_for,
    may_decide,
    state_missed,
    take_back_missed,
)
from zhixing.regulations.attendance.workflow.statute import own_of
from zhixing.web.pages.answering import REFUSED, attempt, unreadable
from zhixing.web.pages.attendance.mend_forms import PersonField
from zhixing.web.pages.attendance.register_sheets import MISSED, register_xlsx, wanted
from zhixing.web.pages.pressed import Button, press, written
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, acting, looking

STATES = tuple(state for state, _ in MISSED_STATES)
CONFIRM, DECLINE, TAKE_BACK = "确认", "不予确认", "撤回"


class MissedForm(forms.Form):
    """What the person states; the workflow judges it."""

    day = forms.DateField(label="日期", widget=DATE)
    half = forms.ChoiceField(label="半天", choices=HALVES)
    arrived = forms.TimeField(label="实际到岗时间", widget=TIME)
    witness = PersonField("证明人")
    reason = forms.CharField(label="漏签原因", max_length=200, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, request: DeskRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        witness: Any = self.fields["witness"]
        witness.queryset = colleagues_of(acting(request)).order_by("number")


class DeclineForm(forms.Form):
    opinion = forms.CharField(label="理由", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class ConfirmForm(forms.Form):
    opinion = forms.CharField(
        label="意见（可以不写）", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


def rows_of(request: DeskRequest) -> QuerySet[MissedSignIn]:
    return visible(looking(request), MissedSignIn).select_related(
        "person", "witness", "decided_by", "sign_in"
    )


@require_safe
def missed_sign_ins(request: DeskRequest) -> HttpResponseBase:
    """Own ones, and those of the people one answers for."""
    asked = {name: request.GET.get(name, "").strip()[:60] for name in ("q", "state")}
    rows = rows_of(request)
    if wanted(request):
        return register_xlsx(request, MISSED, narrowed(rows, asked))
    waiting = [
        row for row in rows.filter(state="待确认") if may_decide(acting(request), row, looking(request).day)
    ]
    context = {
        **page_of(request, narrowed(rows, asked)),
        "asked": asked,
        "states": STATES,
        "waiting": len(waiting),
    }
    return render(request, "web/attendance/missed_sign_ins.html", context)


def narrowed(rows: QuerySet[MissedSignIn], asked: Mapping[str, str]) -> QuerySet[MissedSignIn]:
    if asked["state"] in STATES:
        rows = rows.filter(state=asked["state"])
    if asked["q"]:
        rows = rows.filter(person__name__contains=asked["q"])
    return rows.order_by("-day", "-told_at")


@require_http_methods(["GET", "HEAD", "POST"])
def missed_new(request: DeskRequest) -> HttpResponse:
    if request.method != "POST":
        asked = {name: request.GET[name] for name in ("day", "half") if name in request.GET}
        return stating(request, MissedForm(request=request, initial={"day": looking(request).day} | asked))
    form = MissedForm(request.POST, request=request)
    if not form.is_valid():
        return stating(request, form, unreadable(form, "漏签说明没有提交。"))
    person, said = acting(request), form.cleaned_data
    names = "、".join(one.name for one in deciders(person, said["witness"], looking(request).day))
    refusal = attempt(
        request, f"漏签说明已提交，请{names}确认。",
        lambda key: state_missed(actor=person, **said, at=request.at, key=key),
    )  # fmt: skip
    return stating(request, form, refusal) if refusal else redirect(month_of_day(said["day"]))


def month_of_day(day: date) -> str:
    return f"{reverse('web:my_month')}?month={day:%Y-%m}"


def stating(request: DeskRequest, form: MissedForm, refusal: Refusal | None = None) -> HttpResponse:
    person, day = acting(request), looking(request).day
    context = {
        "form": form,
        "refusal": refusal,
        "heads": deciders(person, person, day),
        "days": whole(TERM, day, own_of(person.organ_id)),
    }
    return render(request, "web/attendance/missed_new.html", context, status=REFUSED if refusal else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def missed(request: DeskRequest, number: int) -> HttpResponse:
    """One statement: what was said, what was decided, and the buttons of whoever may act."""
    row = get_object_or_404(rows_of(request), pk=number)
    buttons = buttons_of(request, row)
    if request.method != "POST":
        return page(request, row, buttons)
    refusal = press(request, buttons)
    return page(request, row, buttons, refusal) if refusal else redirect("web:missed", row.pk)


def buttons_of(request: DeskRequest, row: MissedSignIn) -> dict[str, Button]:
    of = {"missed": row}
    return {
        CONFIRM: Button(
            f"已确认，{row.person.name}{row.day}{row.half}的签到已补登。",
            written(request, CONFIRM, ConfirmForm, "confirm"), confirm_missed, of,
        ),
        DECLINE: Button("已答复不予确认。", written(request, DECLINE, DeclineForm, "decline"), decline_missed, of),
        TAKE_BACK: Button("漏签说明已撤回。", forms.Form(request.POST or None), take_back_missed, of),
    }  # fmt: skip


def page(
    request: DeskRequest, row: MissedSignIn, buttons: Mapping[str, Button], refusal: Refusal | None = None
) -> HttpResponse:
    row.refresh_from_db()
    person, day, open_ = acting(request), looking(request).day, row.state == "待确认"
    context = {
        "row": row,
        "due": due_for(row.person, row.day),
        "confirming": buttons[CONFIRM].form,
        "declining": buttons[DECLINE].form,
        "may_decide": open_ and may_decide(person, row, day),
        "mine": open_ and row.person_id == person.pk,
        "heads": deciders(row.person, row.witness, day) if open_ else [],
        "refusal": refusal,
    }
    return render(request, "web/attendance/missed.html", context, status=REFUSED if refusal else 200)
