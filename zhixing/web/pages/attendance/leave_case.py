"""What a granted leave still needs: its paper, 销假 with the days really taken, 撤销 with those who approved it."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.files.models import StoredFile
from zhixing.law.refusal import Refusal
from zhixing.office.matters.machine import EDITABLE
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.forms import DATE
from zhixing.regulations.attendance.models import BalanceMove, Leave, LeaveCancellation
from zhixing.regulations.attendance.models.choices import HALVES
from zhixing.regulations.attendance.papers.leave_form import print_leave
from zhixing.regulations.attendance.papers.printed import Printing
from zhixing.regulations.attendance.policies import sees_certificate
from zhixing.regulations.attendance.workflow.leave_back import report_back
from zhixing.regulations.attendance.workflow.leave_cancel import cancel_leave
from zhixing.regulations.attendance.workflow.span import Span
from zhixing.web.pages.answering import REFUSED, attempt, cited, key_of, unreadable
from zhixing.web.pages.attendance.begun import sent_on
from zhixing.web.requests import DeskRequest, acting, looking


class BackForm(forms.Form):
    """实际起止."""

    first = forms.DateField(label="实际起始日期", widget=DATE)
    first_half = forms.ChoiceField(label="实际起始半天", choices=HALVES)
    last = forms.DateField(label="实际终止日期", widget=DATE)
    last_half = forms.ChoiceField(label="实际终止半天", choices=HALVES)

    def span(self) -> Span:
        typed = self.cleaned_data
        return Span(typed["first"], typed["first_half"], typed["last"], typed["last_half"])


@dataclass(frozen=True, slots=True)
class LeavePanel:
    """What the matter page shows beside the paper of a leave."""

    leave: Leave
    files: tuple[StoredFile, ...]
    moves: tuple[BalanceMove, ...]
    may_edit: bool
    may_return: bool
    may_extend: bool
    may_cancel: bool


def panel_of(request: DeskRequest, matter: Matter) -> LeavePanel | None:
    """None for a matter that is no leave."""
    leave = (
        visible(looking(request), Leave).filter(matter=matter).select_related("certificate", "proof").first()
    )
    if leave is None:
        return None
    mine = leave.person_id == acting(request).pk
    granted = leave.status == "已批"
    given_up = LeaveCancellation.objects.filter(leave=leave, status__in=("草稿", "待批", "已批")).exists()
    return LeavePanel(
        leave=leave,
        files=tuple(file for file in (leave.certificate, leave.proof) if file),
        moves=tuple(visible(looking(request), BalanceMove).filter(leave=leave).order_by("pk")),
        may_edit=mine and matter.state in EDITABLE,
        may_return=mine and granted,
        may_extend=mine and leave.status in {"已批", "已销假"},
        may_cancel=mine and granted and not given_up,
    )


def own(request: DeskRequest, number: int, *statuses: str) -> Leave:
    person: Person = acting(request)
    rows = visible(looking(request), Leave).select_related("matter", "person", "organ")
    return get_object_or_404(rows, pk=number, person=person, status__in=statuses)


@require_safe
def leave_print(request: DeskRequest, number: int) -> HttpResponseBase:
    rows = visible(looking(request), Leave).select_related("matter", "person", "organ")
    leave = get_object_or_404(rows.exclude(matter__number=""), pk=number)
    if leave.kind == "病假" and not sees_certificate(looking(request), leave):
        raise PermissionDenied("病情只有本人、审批人和办公室可以看。")
    paper = print_leave(leave, Printing(acting(request), request.at))
    return FileResponse(BytesIO(paper), filename=f"请休假审批表{leave.matter.number}.pdf")


@require_http_methods(["GET", "HEAD", "POST"])
def leave_back(request: DeskRequest, number: int) -> HttpResponse:
    """销假; back earlier than granted, the days left over return to where they came from."""
    leave = own(request, number, "已批")
    granted = {name: getattr(leave, name) for name in BackForm.base_fields}
    if request.method != "POST":
        return asking(request, "leave_back", leave, BackForm(initial=granted))
    form = BackForm(request.POST)
    if not form.is_valid():
        return asking(request, "leave_back", leave, form, unreadable(form, "没有销假。"))
    person, actual = acting(request), form.span()
    refusal = attempt(
        request,
        "销假成功。",
        lambda key: report_back(leave=leave, actor=person, at=request.at, key=key, actual=actual),
    )
    if refusal is not None:
        return asking(request, "leave_back", leave, form, refusal)
    return redirect("web:matter", leave.matter_id)


class CancelForm(forms.Form):
    reason = forms.CharField(
        label="撤销事由", widget=forms.Textarea(attrs={"rows": 3}), max_length=500, required=False
    )


@require_http_methods(["GET", "HEAD", "POST"])
def leave_cancel(request: DeskRequest, number: int) -> HttpResponse:
    """撤销: those who approved it agree; then everything it used goes back."""
    leave = own(request, number, "已批")
    form = CancelForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return asking(request, "leave_cancel", leave, form)
    try:
        key = key_of(request)
        given_up = cancel_leave(
            leave=leave, reason=form.cleaned_data["reason"], actor=acting(request), at=request.at, key=key
        )
    except Refusal as refusal:
        return asking(request, "leave_cancel", leave, form, cited(refusal, looking(request).day))
    messages.success(request, sent_on(given_up.matter, key))
    return redirect("web:matter", given_up.matter_id)


def asking(
    request: DeskRequest, template: str, leave: Leave, form: forms.Form, refusal: Refusal | None = None
) -> HttpResponse:
    context: dict[str, Any] = {"leave": leave, "form": form, "refusal": refusal}
    return render(request, f"web/attendance/{template}.html", context, status=REFUSED if refusal else 200)
