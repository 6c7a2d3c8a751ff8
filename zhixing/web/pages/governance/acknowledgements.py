"""制度签收: what one has still to read and sign for, and, for the office, who has not (01-18)."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.law.regulation import edition_on
from zhixing.regulations import shelf
from zhixing.regulations.governance.models import Acknowledgement
from zhixing.regulations.governance.workflow.staff import acknowledge, unsigned
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.pressed import Button, press
from zhixing.web.requests import DeskRequest, acting, looking

SIGN = "已读并签收"


class SignForm(forms.Form):
    """Which regulation is signed for."""

    regulation = forms.CharField(max_length=8)


@require_http_methods(["GET", "HEAD", "POST"])
def acknowledgements(request: DeskRequest) -> HttpResponse:
    refusal = None
    if request.method == "POST":
        form = SignForm(request.POST)
        refusal = press(request, {SIGN: Button("制度已签收。", form, acknowledge, {})})
        if refusal is None:
            return redirect("web:acknowledgements")
    context = {
        "books": lines(request),
        "refusal": refusal,
        "sign": SIGN,
        "office": "办公室主任" in request.roles,
    }
    return render(
        request, "web/governance/acknowledgements.html", context, status=REFUSED if refusal else 200
    )


def lines(request: DeskRequest) -> list[dict[str, object]]:
    """One a regulation in force: its edition, when the reader signed, and who has not."""
    viewer, me = looking(request), acting(request)
    office = "办公室主任" in request.roles
    signed = {
        (one.regulation, one.edition): one.at
        for one in Acknowledgement.objects.filter(organ=viewer.organ, person=me)
    }
    found = []
    for book in shelf.all():
        edition = edition_on(book, viewer.day)
        left = unsigned(viewer.organ, book.number, viewer.day) if office else []
        found.append(
            {
                "book": book,
                "edition": edition,
                "signed": signed.get((book.number, edition.in_force)),
                "left": left,
            }
        )
    return found
