"""委托：a leader entrusts the own approvals for a time and takes them back; nobody passes them on (domain 4.1)."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhixing.law.faults import EditionFaults
from zhixing.law.refusal import Refusal
from zhixing.law.regulation import edition_on
from zhixing.organ.delegations import delegate, revoke
from zhixing.organ.models import Delegation, Person
from zhixing.organ.policy import visible
from zhixing.regulations import shelf
from zhixing.web.access import may_open
from zhixing.web.colleagues import colleagues
from zhixing.web.pages.answering import REFUSED, attempt, unreadable
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, acting, looking

LONGEST_BASIS = 200
OPEN_ACTS = "生效中"


class DelegationForm(forms.Form):
    """Days are whole: from the first one's midnight to the end of the last."""

    receiver = forms.ModelChoiceField(label="受托人", queryset=Person.objects.none(), empty_label="请选择")
    since = forms.DateField(label="起", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    until = forms.DateField(label="止", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    kinds = forms.MultipleChoiceField(label="事项", required=False)
    basis = forms.CharField(
        label="依据",
        max_length=LONGEST_BASIS,
        help_text="如局长办公会决定、口头同意后补签。",
    )

    def __init__(self, *args: Any, people: list[Person], kinds: list[str], **more: Any) -> None:
        super().__init__(*args, **more)
        receiver, chosen = self.fields["receiver"], self.fields["kinds"]
        assert isinstance(receiver, forms.ModelChoiceField)
        assert isinstance(chosen, forms.MultipleChoiceField)
        receiver.queryset = Person.objects.filter(pk__in=[person.pk for person in people])
        chosen.choices = [(kind, kind) for kind in kinds]


@require_safe
def delegations(request: DeskRequest) -> HttpResponse:
    viewer = looking(request)
    seen = visible(viewer, Delegation).select_related("giver", "receiver").order_by("-since", "-pk")
    context = page_of(request, seen)
    lines = [(one, state_of(one, request.at)) for one in context["page"].object_list]
    may_give = may_open("web:organ_delegation_new", request.roles)
    return render(
        request,
        "web/organ/delegations.html",
        {
            **context,
            "lines": lines,
            "me": viewer.person,
            "may_give": may_give,
            "open_words": (OPEN_ACTS, "未生效"),
        },
    )


def state_of(delegation: Delegation, at: datetime) -> str:
    if delegation.revoked_at is not None:
        return "已收回"
    if at < delegation.since:
        return "未生效"
    return OPEN_ACTS if at <= delegation.until else "已到期"


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    people = colleagues(acting(request), looking(request).day)
    offered: dict[str, Any] = {
        "people": [person for _, part in people for person in part],
        "kinds": [kind for _, kinds in kinds_on(looking(request).day) for kind in kinds],
    }
    if request.method != "POST":
        return page(request, DelegationForm(**offered, initial={"since": looking(request).day}), people)
    form = DelegationForm(request.POST, **offered)
    if not form.is_valid():
        return page(request, form, people, unreadable(form, "不能委托。"))
    refusal = attempt(request, said(form), lambda key: given(request, form, key))
    return page(request, form, people, refusal) if refusal else redirect("web:organ_delegations")


def given(request: DeskRequest, form: DelegationForm, key: str) -> Any:
    typed, giver = form.cleaned_data, acting(request)
    return delegate(
        giver=giver,
        receiver=typed["receiver"],
        kinds=typed["kinds"],
        since=midnight(typed["since"]),
        until=midnight(typed["until"] + timedelta(days=1)) - timedelta(seconds=1),
        basis=typed["basis"],
        actor=giver,
        at=request.at,
        key=key,
    )


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(0)))


def said(form: DelegationForm) -> str:
    typed = form.cleaned_data
    what = "、".join(typed["kinds"]) or "全部事项"
    return f"委托成功：{typed['since']}至{typed['until']}，{what}由{typed['receiver'].name}代办。"


def kinds_on(day: date) -> list[tuple[str, list[str]]]:
    """[(regulation, its procedures)] in force on a day."""
    found = []
    for regulation in shelf.all():
        try:
            edition = edition_on(regulation, day)
        except (Refusal, EditionFaults):
            continue
        if edition.procedures:
            found.append((edition.title, list(edition.procedures)))
    return found


def page(
    request: DeskRequest, form: DelegationForm, people: Any, refusal: Refusal | None = None
) -> HttpResponse:
    chosen = form["receiver"].value()
    context = {
        "form": form,
        "people": people,
        "kinds": kinds_on(looking(request).day),
        "chosen": str(chosen or ""),
        "ticked": form["kinds"].value() or [],
        "refusal": refusal,
    }
    return render(request, "web/organ/delegation_new.html", context, status=REFUSED if refusal else 200)


@require_POST
def take_back(request: DeskRequest, number: int) -> HttpResponse:
    held = get_object_or_404(visible(looking(request), Delegation), pk=number)
    refusal = attempt(
        request,
        f"已收回对{held.receiver.name}的委托。",
        lambda key: revoke(delegation=held, actor=acting(request), at=request.at, key=key),
    )
    if refusal:
        return render(
            request,
            "web/organ/refused.html",
            {"refusal": refusal, "back": "web:organ_delegations"},
            status=REFUSED,
        )
    return redirect("web:organ_delegations")
