"""请假: the paper form, and beside it days, offset, route and findings while one types (02-1.2a to 02-1.6c)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.leave import draft_leave, request_leave, resend_leave
from zhixing.regulations.attendance.workflow.leave_request import LeaveRequest
from zhixing.regulations.attendance.workflow.leave_store import typed_in
from zhixing.web.matter_returned import returned
from zhixing.web.pages.answering import REFUSED, cited, key_of, say_at_fields, unreadable
from zhixing.web.pages.attendance.begun import SAVE, sent_on
from zhixing.web.pages.attendance.leave_form import FIELDS, FILES, LeavePageForm, begun, files_of
from zhixing.web.pages.attendance.leave_live import empty, live
from zhixing.web.requests import DeskRequest, acting, looking
from zhixing.web.uploads import kept, taken_in

STRAIGHT, REFUSAL = "直送退回人", "请假单没有提交。"


@require_http_methods(["GET", "HEAD", "POST"])
def leave_new(request: DeskRequest, number: int | None = None) -> HttpResponse:
    """A new form, or the own draft `number` taken up again; a matter sent back is mended here too."""
    draft = own_draft(request, number) if number else None
    person = acting(request)
    if request.method != "POST":
        form = LeavePageForm(person=person, initial=begun(request, draft))
        return page(request, form, draft, files_of(draft))
    stored, faults = taken_in(request, FILES)
    files: dict[str, Any] = {**files_of(draft), **stored}
    form = LeavePageForm(request.POST, person=person)
    if not form.is_valid() or faults:
        return unread(request, form, draft, files, faults)
    try:
        return sent(request, LeaveRequest(**filled(form), **files), draft)
    except Refusal as refusal:
        return page(request, form, draft, files, cited(refusal, looking(request).day))


def filled(form: LeavePageForm) -> dict[str, Any]:
    return {name: value for name, value in form.typed().items() if value not in ("", None)}


def own_draft(request: DeskRequest, number: int) -> Leave:
    rows = visible(looking(request), Leave).select_related("matter", "person", "certificate", "proof")
    return get_object_or_404(rows, pk=number, person=acting(request), status="草稿")


def unread(
    request: DeskRequest,
    form: LeavePageForm,
    draft: Leave | None,
    files: dict[str, Any],
    faults: list[Finding],
) -> HttpResponse:
    refusal = unreadable(form, REFUSAL)
    return page(request, form, draft, files, Refusal(REFUSAL, [*refusal.findings, *faults]))


def sent(request: DeskRequest, typed: LeaveRequest, draft: Leave | None) -> HttpResponse:
    """Saved, submitted or sent straight back, as the pressed button says; raises Refusal."""
    person, key, pressed = acting(request), key_of(request), request.POST.get("act", "")
    if pressed == STRAIGHT and draft is not None:
        leave = resend_leave(leave=draft, request=typed, actor=person, at=request.at, key=key)
    else:
        act = draft_leave if pressed == SAVE else request_leave
        leave = act(request=typed, actor=person, at=request.at, key=key, leave=draft)
    messages.success(request, sent_on(leave.matter, key))
    if leave.matter.state in {"草稿", "已退回", "已撤回"}:
        return redirect("web:leave_draft", leave.pk)
    return redirect("web:matter", leave.matter_id)


def page(
    request: DeskRequest,
    form: LeavePageForm,
    draft: Leave | None,
    files: dict[str, Any],
    refusal: Refusal | None = None,
) -> HttpResponse:
    shown = reckoned(request, form, draft, files)
    if refusal is not None:
        say_at_fields(form, refusal.findings, FIELDS)
    context = {
        "form": form,
        "draft": draft,
        "files": files,
        "refusal": refusal,
        "returned": returned(draft.matter) if draft else None,
        **shown,
    }
    status = REFUSED if refusal else 200
    return render(request, "web/attendance/leave_new.html", context, status=status)


def reckoned(
    request: DeskRequest, form: LeavePageForm, draft: Leave | None, files: dict[str, Any]
) -> dict[str, Any]:
    """What the law makes of the form as it stands; nothing is said of one that nobody has touched."""
    if form.is_bound:
        typed = LeaveRequest(**filled(form), **files)
    elif draft is not None:
        typed = replace(typed_in(draft), **files)
    else:
        return empty(acting(request), form.initial, request.at)
    return live(acting(request), typed, request.at, draft, chosen(request))


def chosen(request: DeskRequest) -> frozenset[str]:
    """Files picked on the page that will come with the next sending."""
    return frozenset(name for name in FILES if request.POST.get(f"chosen_{name}"))


@require_POST
def leave_preview(request: DeskRequest) -> HttpResponse:
    """What is typed so far, judged; a part of the page, and nothing is written."""
    number = request.POST.get("draft", "")
    draft = own_draft(request, int(number)) if number.isdecimal() else None
    form = LeavePageForm(request.POST, person=acting(request))
    form.is_valid()
    found = {name: kept(request, name) for name in FILES}
    files: dict[str, Any] = {**files_of(draft), **{name: stored for name, stored in found.items() if stored}}
    context = {**reckoned(request, form, draft, files), "swapped": True}
    return render(request, "web/attendance/parts/leave_live.html", context)
