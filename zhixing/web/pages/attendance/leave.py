"""请（休）假: the form with its days, offset and route while one types; saved, submitted, sent again (02-1.2a)."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zhixing.law.refusal import Refusal
from zhixing.office.matters.machine import EDITABLE
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.forms import LeaveForm
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.leave import draft_leave, request_leave
from zhixing.regulations.attendance.workflow.leave_assess import assess
from zhixing.regulations.attendance.workflow.leave_request import LeaveRequest
from zhixing.regulations.attendance.workflow.leave_store import NAMES
from zhixing.web.pages.attendance.answering import REFUSED, cited, key_of, unreadable
from zhixing.web.pages.attendance.begun import SAVE, sent_on
from zhixing.web.pages.attendance.leave_days import days_of
from zhixing.web.pages.attendance.leave_papers import Papers, papers_of, papers_shown
from zhixing.web.requests import DeskRequest, acting, looking

FIRST_FIELDS = ("kind", "first", "last")


@require_http_methods(["GET", "HEAD", "POST"])
def leave_new(request: DeskRequest, number: int | None = None) -> HttpResponse:
    """A new form, or the own draft, returned or withdrawn request `number` taken up again."""
    draft = own_leave(request, number) if number else None
    if request.method != "POST":
        form = LeaveForm(initial=begun(request, draft), person=acting(request))
        return typing(request, form, draft, papers_shown(draft))
    form, papers = LeaveForm(request.POST, person=acting(request)), Papers()
    try:
        papers = papers_of(request, draft)
        if not form.is_valid():
            return typing(request, form, draft, papers, unreadable(form, "请假没有提交。"))
        return sent(request, form.request(**papers.fields), draft)
    except Refusal as refusal:
        return typing(request, form, draft, papers, cited(refusal, looking(request).day))


def own_leave(request: DeskRequest, number: int) -> Leave:
    rows = visible(looking(request), Leave).select_related("matter", "person", "certificate", "proof")
    return get_object_or_404(rows, pk=number, person=acting(request), matter__state__in=EDITABLE)


def begun(request: DeskRequest, draft: Leave | None) -> dict[str, Any]:
    """What the form opens with: the draft as it was typed, or the leave that is to be extended."""
    if draft is not None:
        return {name: value for name in NAMES if (value := getattr(draft, name)) not in ("", None)}
    before = request.GET.get("extends", "")
    if not before.isdecimal():
        return {"phone": acting(request).phone}
    rows = visible(looking(request), Leave).filter(person=acting(request), status__in=("已批", "已销假"))
    leave = get_object_or_404(rows, pk=int(before))
    return {"extends": leave, "kind": leave.kind, "phone": leave.phone, "stand_in": leave.stand_in}


def sent(request: DeskRequest, typed: LeaveRequest, draft: Leave | None) -> HttpResponse:
    """Saved or submitted, as the pressed button says; raises Refusal."""
    key = key_of(request)
    act = draft_leave if request.POST.get("act") == SAVE else request_leave
    leave = act(request=typed, actor=acting(request), at=request.at, key=key, leave=draft)
    messages.success(request, sent_on(leave.matter, key))
    return redirect("web:matter", leave.matter_id)


def typing(
    request: DeskRequest, form: LeaveForm, draft: Leave | None, papers: Papers, refusal: Refusal | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "draft": draft,
        "papers": papers,
        "refusal": refusal,
        **live(request, form, draft, papers),
    }
    return render(request, "web/attendance/leave_new.html", context, status=REFUSED if refusal else 200)


@require_POST
def leave_preview(request: DeskRequest) -> HttpResponse:
    """What the law makes of what is typed so far; a part of the page, nothing is kept."""
    number = request.POST.get("draft", "")
    draft = own_leave(request, int(number)) if number.isdecimal() else None
    form = LeaveForm(request.POST, person=acting(request))
    context = live(request, form, draft, papers_shown(draft, request.POST))
    return render(request, "web/attendance/parts/leave_live.html", context)


def live(request: DeskRequest, form: LeaveForm, draft: Leave | None, papers: Papers) -> dict[str, Any]:
    """The assessment as it is shown; before kind and dates are there it only says what is still to be chosen."""
    typed = typed_so_far(form, draft, papers)
    if typed is None or not all(getattr(typed, name) for name in FIRST_FIELDS):
        return {"waiting": True}
    assessed = assess(person=acting(request), request=typed, at=request.at, leave=draft)
    return {
        "assessed": assessed,
        "route": assessed.route,
        "faults": cited(Refusal("", assessed.findings), looking(request).day).findings,
        "notes": assessed.notes,
        "ruling": assessed.ruling.as_json() if assessed.ruling else None,
        "days": days_of(acting(request), typed, looking(request).day),
    }


def typed_so_far(form: LeaveForm, draft: Leave | None, papers: Papers) -> LeaveRequest | None:
    if form.is_bound:
        form.is_valid()
        return form.request(**papers.fields) if hasattr(form, "cleaned_data") else None
    return LeaveRequest(**{name: getattr(draft, name) for name in NAMES}) if draft else None
