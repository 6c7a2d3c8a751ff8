"""One number of a regulation: what it has been, and setting a value of the organ's own (domain part 2, 4.11)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from zhixing.law.refusal import Refusal
from zhixing.law.regulation import Regulation, edition_on
from zhixing.organ.models import OwnValue
from zhixing.organ.models.own_value import CONFIRMED, PROPOSED
from zhixing.organ.parameters import own_values
from zhixing.organ.parameters_changed import confirm, deciders, propose, refuse, withdraw
from zhixing.organ.parameters_checks import Wanted, faults_of
from zhixing.organ.parameters_effect import Effect, effect_of
from zhixing.organ.policy import visible
from zhixing.regulations import shelf
from zhixing.web.access import may_open
from zhixing.web.pages.answering import REFUSED, attempt, unreadable
from zhixing.web.pages.organ.parameters import cited
from zhixing.web.requests import DeskRequest, acting, looking

LONGEST, LONGEST_REASON, LONGEST_TEXT = 200, 500, 20


class ProposalForm(forms.Form):
    """A value as one writes it, its first day, and what it rests on."""

    text = forms.CharField(label="数值", max_length=LONGEST_TEXT)
    since = forms.DateField(
        label="从哪天起",
        help_text="最早从明天起；以前的事项仍按原来的数值。",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    basis = forms.CharField(
        label="依据文号", max_length=LONGEST, help_text="会议纪要、通知或者上级文件的文号。"
    )
    reason = forms.CharField(
        label="理由", max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 3})
    )


def asked(number: str, name: str, request: DeskRequest) -> Regulation:
    """The regulation, where it has such a number today; otherwise there is no such page."""
    regulation = next((each for each in shelf.all() if each.number == number), None)
    try:
        if regulation and name in edition_on(regulation, looking(request).day).parameters:
            return regulation
    except Refusal as refusal:
        raise Http404 from refusal
    raise Http404


@require_safe
def parameter(request: DeskRequest, number: str, name: str) -> HttpResponse:
    return page(request, asked(number, name, request), name)


@require_POST
def propose_value(request: DeskRequest, number: str, name: str) -> HttpResponse:
    """看改动: what would change; 提请: sent to the leader."""
    regulation = asked(number, name, request)
    form = ProposalForm(request.POST)
    if not form.is_valid():
        return page(request, regulation, name, form=form, refusal=unreadable(form, "没有提请。"))
    typed = form.cleaned_data
    wanted = Wanted(regulation, name, typed["text"], typed["since"])
    if request.POST.get("act") != "提请":
        return previewed(request, wanted, form)
    said = f"提请成功：{name}自{typed['since']}起为{typed['text']}，等领导确认。"
    refusal = attempt(
        request, said,
        lambda key: propose(
            wanted=wanted, basis=typed["basis"], reason=typed["reason"], actor=acting(request),
            at=request.at, key=key,
        ),
    )  # fmt: skip
    if refusal:
        return page(request, regulation, name, form=form, refusal=refusal)
    return redirect("web:organ_parameter", number, name)


def previewed(request: DeskRequest, wanted: Wanted, form: ProposalForm) -> HttpResponse:
    own = own_values(looking(request).organ.pk, wanted.regulation.number).on(wanted.since)
    try:
        faults = faults_of(wanted, own)
    except Refusal as refusal:
        return page(request, wanted.regulation, wanted.name, form=form, refusal=refusal)
    if faults:
        unfit = Refusal("这个数值不能用。", faults)
        return page(request, wanted.regulation, wanted.name, form=form, refusal=unfit)
    return page(request, wanted.regulation, wanted.name, form=form, effect=effect_of(wanted, own))


@require_POST
def decide_value(request: DeskRequest, number: int) -> HttpResponse:
    """确认 or 不同意, by the leader in charge."""
    row = get_object_or_404(visible(looking(request), OwnValue), pk=number)
    regulation, opinion = shelf.by_number(row.number), request.POST.get("opinion", "")[:LONGEST_REASON]
    common: dict[str, Any] = {"row": row, "actor": acting(request), "opinion": opinion, "at": request.at}
    if request.POST.get("act") == "确认":
        said = f"已确认：{row.name}自{row.since}起为{row.text}{row.unit}。"
        refusal = attempt(request, said, lambda key: confirm(regulation=regulation, **common, key=key))
    else:
        refusal = attempt(request, f"已退回：{row.name}保持不变。", lambda key: refuse(**common, key=key))
    if refusal:
        return page(request, regulation, row.name, refusal=refusal, opinion=opinion)
    return redirect("web:organ_parameter", row.number, row.name)


@require_POST
def withdraw_value(request: DeskRequest, number: int) -> HttpResponse:
    row = get_object_or_404(visible(looking(request), OwnValue), pk=number)
    refusal = attempt(
        request, f"已撤回{row.name}的提请。",
        lambda key: withdraw(row=row, actor=acting(request), at=request.at, key=key),
    )  # fmt: skip
    if refusal:
        return page(request, shelf.by_number(row.number), row.name, refusal=refusal)
    return redirect("web:organ_parameter", row.number, row.name)


def page(
    request: DeskRequest, regulation: Regulation, name: str, *, form: ProposalForm | None = None,
    refusal: Refusal | None = None, effect: Effect | None = None, opinion: str = "",
) -> HttpResponse:  # fmt: skip
    viewer = looking(request)
    edition = edition_on(regulation, viewer.day)
    parameter = edition.parameters[name]
    rows = visible(viewer, OwnValue).filter(number=regulation.number, name=name)
    waiting = rows.filter(state=PROPOSED).select_related("proposed_by", "organ").first()
    may_propose = may_open("web:organ_parameter_propose", request.roles) and parameter.left_to_organ
    context = {
        "edition": edition,
        "one": parameter,
        "cite": cited(edition, parameter),
        "own": own_values(viewer.organ.pk, regulation.number).on(viewer.day).get(name),
        "coming": rows.filter(state=CONFIRMED, since__gt=viewer.day).first(),
        "rows": rows.exclude(state=PROPOSED).select_related("proposed_by", "decided_by"),
        "waiting": waiting,
        "form": (form or ProposalForm()) if may_propose and not waiting else None,
        "effect": effect,
        "opinion": opinion,
        "refusal": refusal,
        "today": viewer.day,
        **waiting_on(request, waiting, regulation),
    }
    return render(request, "web/organ/parameter.html", context, status=REFUSED if refusal else 200)


def waiting_on(
    request: DeskRequest, waiting: OwnValue | None, regulation: Regulation
) -> Mapping[str, object]:
    """Who is to decide what waits, whether the viewer may, and what it would change."""
    if waiting is None:
        return {}
    viewer = looking(request)
    able = deciders(waiting, viewer.day)
    wanted = Wanted(regulation, waiting.name, waiting.text, waiting.since)
    own = own_values(viewer.organ.pk, regulation.number).on(waiting.since)
    return {
        "deciders": able,
        "may_decide": viewer.person in able,
        "may_withdraw": waiting.proposed_by == viewer.person,
        "waiting_effect": effect_of(wanted, own),
    }
