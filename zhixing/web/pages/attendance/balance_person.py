"""One person's two ledgers, every movement explained; the office gives, corrects, carries over, strikes (02-1.4)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.values import show_days
from zhixing.organ.models import Person
from zhixing.organ.policy import visible
from zhixing.organ.who import service_on
from zhixing.regulations.attendance.models import BalanceMove
from zhixing.regulations.attendance.papers.balance_ledger import ACCOUNTS
from zhixing.regulations.attendance.workflow.balance_correct import correct_balance
from zhixing.regulations.attendance.workflow.balance_overview import Standing, standings
from zhixing.regulations.attendance.workflow.balance_year import (
    carry_over,
    grant_year,
    open_balance,
    strike_year,
)
from zhixing.regulations.attendance.workflow.entitlement import unbooked_grants
from zhixing.regulations.attendance.workflow.statute import cite
from zhixing.web.pages.answering import REFUSED, attempt, unreadable
from zhixing.web.pages.attendance.balance_forms import (
    CarryForm,
    CorrectForm,
    GrantForm,
    OpenForm,
    StrikeForm,
)
from zhixing.web.requests import DeskRequest, acting, looking


@dataclass(frozen=True, slots=True)
class Line:
    """One movement, the sum of the ledger after it, and where it stands."""

    move: BalanceMove
    after: int
    cite: str


Act = Callable[..., Receipt]
ACTS: Mapping[str, Act] = {
    "记入年度": grant_year,
    "记入期初": open_balance,
    "结转": carry_over,
    "取消年度": strike_year,
}
FORMS: Mapping[str, type[forms.Form]] = {
    "记入年度": GrantForm,
    "记入期初": OpenForm,
    "结转": CarryForm,
    "取消年度": StrikeForm,
    "更正": CorrectForm,
}


@require_http_methods(["GET", "HEAD", "POST"])
def balance(request: DeskRequest, number: int) -> HttpResponse:
    person = get_object_or_404(Person, organ=looking(request).organ, pk=number)
    if request.method != "POST":
        return page(request, person)
    act = request.POST.get("act", "")
    if act not in FORMS:
        found = Finding("办理", act or "没有选择", "、".join(FORMS), "请按页面上的按钮办理。")
        return page(request, person, Refusal("没有办理。", [found]))
    form = form_of(act, person, request.POST)
    refusal = acted(request, person, act, form)
    return page(request, person, refusal, {act: form}) if refusal else redirect("web:balance", person.pk)


def form_of(act: str, person: Person, typed: Any = None, **given: Any) -> forms.Form:
    more: dict[str, Any] = {"person": person} if act == "更正" else {}
    return FORMS[act](typed, prefix=str(list(FORMS).index(act)), **more, **given)


def acted(request: DeskRequest, person: Person, act: str, form: forms.Form) -> Refusal | None:
    if not form.is_valid():
        return unreadable(form, f"没有办理{act}。")
    typed: dict[str, Any] = form.cleaned_data
    who: dict[str, Any] = {"actor": acting(request), "at": request.at}
    said = f"{person.name}：{act}已办好。"
    if act == "更正":
        return attempt(request, said, lambda key: correct_balance(**typed, **who, key=key))
    return attempt(request, said, lambda key: ACTS[act](person=person, **typed, **who, key=key))


def page(
    request: DeskRequest,
    person: Person,
    refusal: Refusal | None = None,
    bound: Mapping[str, forms.Form] | None = None,
) -> HttpResponse:
    day = looking(request).day
    moves = visible(looking(request), BalanceMove).filter(person=person).select_related("actor")
    found = standings(moves, day)
    service = service_on(person, day)
    begun = {"year": day.year}
    given = {act: form_of(act, person, initial=begun | {"day": day}) for act in FORMS} | dict(bound or {})
    waiting = unbooked_grants(person, day.year, day)
    context = {
        "person": person,
        "service": service,
        "accounts": [
            (account, found.get((person.pk, account), Standing()), ledger(moves, account))
            for account in ACCOUNTS
        ],
        "waiting": show_days(sum(one.left for one in waiting)) if waiting else "",
        "year": day.year,
        "forms": [(act, form, act in (bound or {})) for act, form in given.items()],
        "refusal": refusal,
    }
    return render(request, "web/attendance/balance.html", context, status=REFUSED if refusal else 200)


def ledger(moves: Any, account: str) -> list[Line]:
    """Latest first, with the running sum."""
    lines, after = list[Line](), 0
    for move in moves.filter(account=account).order_by("at", "pk"):
        after += move.halves
        lines.append(Line(move, after, cite(move.clause, move.day)))
    return lines[::-1]
