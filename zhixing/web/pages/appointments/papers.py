"""The printed forms of a case: 推荐情况汇总表, 区委组织部审核表, 公示文本 (04-2a, 04-5, 04-6)."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from zhixing.regulations.appointments.models import Case
from zhixing.regulations.appointments.papers.notice_text import print_notice
from zhixing.regulations.appointments.papers.printed import Printing
from zhixing.regulations.appointments.papers.review_form import print_review
from zhixing.regulations.appointments.papers.summary import print_summary
from zhixing.web.pages.appointments.cases import rows_of
from zhixing.web.requests import DeskRequest, acting

PAPERS: dict[str, tuple[str, Callable[[Case, Printing], bytes]]] = {
    "summary": ("民主推荐情况汇总表", print_summary),
    "review": ("任前审核表", print_review),
    "notice": ("任前公示", print_notice),
}


@require_safe
def appointment_print(request: DeskRequest, number: int, paper: str) -> FileResponse:
    case = get_object_or_404(rows_of(request), pk=number)
    if paper not in PAPERS:
        raise Http404
    title, made = PAPERS[paper]
    content = made(case, Printing(acting(request), request.at))
    return FileResponse(
        BytesIO(content), filename=f"{title} {case.number}.pdf", content_type="application/pdf"
    )
