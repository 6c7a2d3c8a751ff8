"""常用意见: one's own list, one line each, as the act bar offers it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.law.refusal import Refusal
from zhixing.office.matters.phrases import DEFAULTS, phrases_of, set_phrases
from zhixing.web.pages.answering import REFUSED, attempt
from zhixing.web.requests import DeskRequest, acting


@require_http_methods(["GET", "HEAD", "POST"])
def phrases(request: DeskRequest) -> HttpResponse:
    person, typed = acting(request), request.POST.get("texts", "")
    if request.method != "POST":
        return page(request, "\n".join(phrases_of(person)))
    refusal = attempt(
        request, "常用意见已保存。",
        lambda key: set_phrases(actor=person, texts=typed.splitlines(), at=request.at, key=key),
    )  # fmt: skip
    return page(request, typed, refusal) if refusal else redirect("web:phrases")


def page(request: DeskRequest, typed: str, refusal: Refusal | None = None) -> HttpResponse:
    context = {"typed": typed, "defaults": DEFAULTS, "refusal": refusal}
    return render(request, "web/phrases.html", context, status=REFUSED if refusal else 200)
