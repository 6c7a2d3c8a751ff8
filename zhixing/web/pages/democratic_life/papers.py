"""Printed: 征求意见汇总表 and 整改清单 (13-5, 13-7)."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from zhixing.regulations.democratic_life.models import LifeMeeting
from zhixing.regulations.democratic_life.papers.mending import print_mending
from zhixing.regulations.democratic_life.papers.opinions import print_opinions
from zhixing.regulations.democratic_life.papers.printed import Printing
from zhixing.web.pages.democratic_life.cases import case_of
from zhixing.web.requests import DeskRequest, acting

PAPERS: dict[str, tuple[str, Callable[[LifeMeeting, Printing], bytes]]] = {
    "opinions": ("征求意见汇总表", print_opinions),
    "mending": ("整改清单", print_mending),
}


@require_safe
def life_print(request: DeskRequest, number: int, paper: str) -> FileResponse:
    case = case_of(request, number)
    if paper not in PAPERS:
        raise Http404
    title, made = PAPERS[paper]
    content = made(case, Printing(acting(request), request.at))
    return FileResponse(
        BytesIO(content), filename=f"{title} {case.number}.pdf", content_type="application/pdf"
    )
