"""What the three papers of 17 do alike while one fills them in: open, judge, save, submit, show again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from zhixing.law.refusal import Finding, Refusal
from zhixing.web.pages.answering import REFUSED, cited, key_of, say_at_fields, unreadable
from zhixing.web.pages.attendance.begun import SAVE, sent_on
from zhixing.web.pages.seals.forms import FIELDS, Asking
from zhixing.web.requests import DeskRequest, acting, looking


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: its page, its list, the word of refusal, its two acts and what stands beside it while typing."""

    template: str
    back: str
    refused: str
    draft: Callable[..., Any]
    submit: Callable[..., Any]
    live: Callable[..., Mapping[str, Any]]
    record: str  # the name under which the acts take the draft


def given(request: DeskRequest) -> dict[str, Any]:
    viewer = looking(request)
    return {"organ": viewer.organ, "person": acting(request), "day": viewer.day}


def sent(
    request: DeskRequest, paper: Paper, form: Asking, asked: Callable[[], Any], draft: Any,
    faults: Sequence[Finding] = (), **more: Any,
) -> HttpResponse:  # fmt: skip
    """Saved or submitted, as the pressed button says; a refusal comes back with the form. `faults` are of its files."""
    if not form.is_valid() or faults:
        refusal = unreadable(form, paper.refused)
        whole = Refusal(refusal.conclusion, [*refusal.findings, *faults])
        return typing(request, paper, form, draft, whole, **more)
    try:
        return _acted(request, paper, asked(), draft)
    except Refusal as refusal:
        say_at_fields(form, refusal.findings, FIELDS)
        return typing(request, paper, form, draft, cited(refusal, looking(request).day), **more)


def _acted(request: DeskRequest, paper: Paper, asked: Any, draft: Any) -> HttpResponse:
    key = key_of(request)
    act = paper.draft if request.POST.get("act") == SAVE else paper.submit
    record = act(request=asked, actor=acting(request), at=request.at, key=key, **{paper.record: draft})
    messages.success(request, sent_on(record.matter, key))
    return redirect("web:matter", record.matter_id)


def typing(
    request: DeskRequest, paper: Paper, form: Asking, draft: Any, refusal: Refusal | None = None, **more: Any
) -> HttpResponse:
    context = {"form": form, "draft": draft, "refusal": refusal, **paper.live(request, form), **more}
    return render(request, paper.template, context, status=REFUSED if refusal else 200)


def told(form: Asking, findings: tuple[Finding, ...], *left_out: str) -> list[Finding]:
    """What is wrong so far; a form that nobody has touched has no faults yet."""
    if not form.is_bound:
        return []
    return [one for one in findings if one.fact not in left_out]
