"""拟文: the 发文稿纸 with its way beside it while one types (09-2.1 to 09-2.3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zhixing.law.refusal import Refusal
from zhixing.organ.policy import visible
from zhixing.regulations.documents.models import IssuedDocument
from zhixing.regulations.documents.models.issued import DRAFT
from zhixing.regulations.documents.workflow.issued_checks import faults_of
from zhixing.regulations.documents.workflow.issued_draft import draft_document, submit_document
from zhixing.regulations.documents.workflow.issued_request import IssuedRequest
from zhixing.regulations.documents.workflow.issued_route import way
from zhixing.web.pages.answering import REFUSED, cited, key_of, say_at_fields, unreadable
from zhixing.web.pages.attendance.begun import SAVE, sent_on
from zhixing.web.pages.documents.issued_form import FIELDS, FILES, IssuedForm, begun
from zhixing.web.requests import DeskRequest, acting, looking
from zhixing.web.uploads import taken_in

BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
def issued_new(request: DeskRequest, number: int | None = None) -> HttpResponse:
    """A new 发文稿纸, or the own draft `number` taken up again."""
    draft = own_draft(request, number) if number else None
    if request.method != "POST":
        initial = begun(draft, acting(request), looking(request).day)
        return typing(request, form_of(request, initial=initial), draft)
    form = form_of(request, request.POST, request.FILES)
    files, faults = taken_in(request, FILES)
    if not form.is_valid() or faults:
        refusal = unreadable(form, "文稿没有提交。")
        return typing(request, form, draft, Refusal(refusal.conclusion, [*refusal.findings, *faults]), files)
    try:
        return sent(request, form, draft, files)
    except Refusal as refusal:
        say_at_fields(form, refusal.findings, FIELDS)
        return typing(request, form, draft, cited(refusal, looking(request).day), files)


@require_POST
def issued_route(request: DeskRequest) -> HttpResponse:
    """The way of what is typed so far; a part of the page."""
    form = form_of(request, request.POST)
    form.is_valid()
    return render(request, "web/attendance/parts/live.html", live(request, form))


def form_of(request: DeskRequest, *given: Any, **more: Any) -> IssuedForm:
    return IssuedForm(*given, viewer=looking(request), **more)


def own_draft(request: DeskRequest, number: int) -> IssuedDocument:
    rows = visible(looking(request), IssuedDocument).select_related("matter", "section", "answers")
    return get_object_or_404(rows, pk=number, drafter=acting(request), state=DRAFT)


def sent(
    request: DeskRequest, form: IssuedForm, draft: IssuedDocument | None, files: Mapping[str, Any]
) -> HttpResponse:
    """Saved or submitted, as the pressed button says; raises Refusal."""
    person, key = acting(request), key_of(request)
    act = draft_document if request.POST.get("act") == SAVE else submit_document
    document = act(
        request=form.request_of(), actor=person, at=request.at, key=key, document=draft,
        files=tuple(files.values()),
    )  # fmt: skip
    messages.success(request, sent_on(document.matter, key))
    return redirect("web:issued_one", document.pk)


def typing(
    request: DeskRequest, form: IssuedForm, draft: IssuedDocument | None, refusal: Refusal | None = None,
    files: Mapping[str, Any] | None = None,
) -> HttpResponse:  # fmt: skip
    context = {
        "form": form,
        "draft": draft,
        "refusal": refusal,
        "kept": [(name, form[name].label, file) for name, file in (files or {}).items()],
        "papers": draft.files.select_related("file") if draft else (),
        **live(request, form, len(files or {}) + (draft.files.count() if draft else 0)),
    }
    return render(request, "web/documents/issued_new.html", context, status=REFUSED if refusal else 200)


def live(request: DeskRequest, form: IssuedForm, files: int = 1) -> dict[str, Any]:
    """{route, faults}; a form that nobody has touched has no faults yet. Files are judged when they are sent."""
    person, day = acting(request), looking(request).day
    typed = form.request_of() if form.is_bound and hasattr(form, "cleaned_data") else IssuedRequest()
    route = way(person, typed, request.at)
    faults = [*route.findings]
    if form.is_bound:
        faults = [*faults_of(person, typed, day, files=files), *faults]
    return {"route": route, "faults": faults}
