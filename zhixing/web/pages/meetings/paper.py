"""The papers of a meeting, each for whoever sees the meeting; an extract for whoever carries its items out too."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from zhixing.office.meetings.models import Resolution, Summary
from zhixing.organ.models import Section
from zhixing.organ.policy import visible
from zhixing.regulations.governance.papers.notice import print_notice
from zhixing.regulations.governance.papers.printed import Printing
from zhixing.regulations.governance.papers.record import print_record
from zhixing.regulations.governance.papers.sign_in import print_sign_in
from zhixing.regulations.governance.papers.summary import print_extract, print_summary
from zhixing.regulations.governance.papers.summary_word import summary_docx
from zhixing.web.pages.meetings.seen import meeting_of
from zhixing.web.requests import DeskRequest, acting, looking


def printing(request: DeskRequest) -> Printing:
    return Printing(acting(request), request.at)


def answered(content: bytes, name: str) -> FileResponse:
    return FileResponse(BytesIO(content), filename=name)


@require_safe
def meeting_notice(request: DeskRequest, number: int) -> HttpResponseBase:
    meeting = meeting_of(request, number)
    return answered(print_notice(meeting, printing(request)), f"会议通知-{meeting.title}.pdf")


@require_safe
def meeting_sign_in(request: DeskRequest, number: int) -> HttpResponseBase:
    meeting = meeting_of(request, number)
    return answered(print_sign_in(meeting, printing(request)), f"会议签到表-{meeting.title}.pdf")


@require_safe
def minutes_print(request: DeskRequest, number: int) -> HttpResponseBase:
    meeting = meeting_of(request, number)
    if meeting.opened_at is None:
        raise Http404
    minutes = getattr(meeting, "minutes", None)
    return answered(print_record(meeting, minutes, printing(request)), f"会议记录-{meeting.title}.pdf")


@require_safe
def summary_print(request: DeskRequest, number: int) -> HttpResponseBase:
    summary = summary_of(request, number)
    return answered(print_summary(summary, printing(request)), f"{summary}.pdf")


@require_safe
def summary_word(request: DeskRequest, number: int) -> HttpResponseBase:
    summary = summary_of(request, number)
    return FileResponse(
        BytesIO(summary_docx(summary, request.at)), filename=f"{summary}.docx", as_attachment=True
    )


@require_safe
def summary_extract(request: DeskRequest, number: int, section: int) -> HttpResponseBase:
    """Only of an issued summary, only for a section that has something to carry out."""
    viewer = looking(request)
    own = get_object_or_404(Section, organ=viewer.organ, pk=section)
    printed = Resolution.objects.filter(organ=viewer.organ, item__meeting=number, section=own)
    seen = visible(viewer, Resolution).filter(pk__in=printed.values("pk"))
    if not 0 < seen.count() == printed.count():
        raise Http404
    summary = get_object_or_404(
        Summary.objects.filter(organ=viewer.organ).exclude(issued_at=None), meeting=number
    )
    content = print_extract(summary, own.name, printing(request))
    return answered(content, f"议定事项摘编-{own.name}.pdf")


def summary_of(request: DeskRequest, number: int) -> Summary:
    rows = visible(looking(request), Summary).select_related("meeting", "organ", "signed_by")
    return get_object_or_404(rows, meeting=number)
