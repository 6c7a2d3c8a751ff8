"""移交待办：what waits for somebody who leaves, handed to another by the office; all of it or nothing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.law.refusal import Refusal
from zhixing.office.matters.acts.hand_over import hand_over, waiting_for
from zhixing.organ.models import Person
from zhixing.organ.policy import visible
from zhixing.web.colleagues import colleagues
from zhixing.web.pages.answering import REFUSED, cited, key_of, unreadable
from zhixing.web.requests import DeskRequest, acting, looking

LONGEST = 500
NOTHING = "没有移交。"


class HandOverForm(forms.Form):
    heir = forms.ModelChoiceField(label="接收人", queryset=Person.objects.none(), empty_label="请选择")
    text = forms.CharField(
        label="移交原因",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="如调离、退休、长期病假，写明从哪天起。",
    )

    def __init__(self, *args: Any, people: list[Person], **more: Any) -> None:
        super().__init__(*args, **more)
        heir = self.fields["heir"]
        assert isinstance(heir, forms.ModelChoiceField)
        heir.queryset = Person.objects.filter(pk__in=[person.pk for person in people])


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over_page(request: DeskRequest, number: int) -> HttpResponse:
    leaver = get_object_or_404(visible(looking(request), Person), pk=number)
    offered = colleagues(leaver, looking(request).day)
    people = [person for _, part in offered for person in part]
    if request.method != "POST":
        return page(request, leaver, HandOverForm(people=people), offered)
    form = HandOverForm(request.POST, people=people)
    if not form.is_valid():
        return page(request, leaver, form, offered, unreadable(form, NOTHING))
    typed = form.cleaned_data
    try:
        receipts = hand_over(
            leaver=leaver, heir=typed["heir"], actor=acting(request), at=request.at, key=key_of(request),
            text=typed["text"],
        )  # fmt: skip
    except Refusal as refusal:
        return page(request, leaver, form, offered, cited(refusal, looking(request).day))
    said = f"移交成功：{leaver.name}的{len(receipts)}件待办已交{typed['heir'].name}办理。"
    messages.success(request, f"{said}回执号 {receipts[-1].text()}")
    return redirect("web:organ_person", leaver.pk)


def page(
    request: DeskRequest, leaver: Person, form: HandOverForm, offered: Any, refusal: Refusal | None = None
) -> HttpResponse:
    context = {
        "person": leaver,
        "waiting": waiting_for(leaver),
        "form": form,
        "people": offered,
        "chosen": str(form["heir"].value() or ""),
        "refusal": refusal,
    }
    return render(request, "web/organ/hand_over.html", context, status=REFUSED if refusal else 200)
