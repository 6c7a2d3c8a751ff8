"""文件传阅单、退文通知单 as PDF (09-1.2, 09-1.4)."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from zhixing.organ.policy import visible
from zhixing.regulations.documents.models import ReceivedDocument
from zhixing.regulations.documents.models.received import RETURNED
from zhixing.regulations.documents.papers.received import Printing, print_return, print_sheet
from zhixing.web.requests import DeskRequest, acting, looking


@require_safe
def received_print(request: DeskRequest, number: int, paper: str) -> FileResponse:
    rows = visible(looking(request), ReceivedDocument).select_related(
        "sheet", "organ", "registered_by", "reviewed_by"
    )
    document = get_object_or_404(rows, pk=number)
    printing = Printing(acting(request), request.at)
    if paper == "sheet" and document.sheet is not None:
        title, content = "文件传阅单", print_sheet(document, document.sheet, printing)
    elif paper == "return" and document.state == RETURNED:
        title, content = "退文通知单", print_return(document, printing)
    else:
        raise Http404
    name = f"{title} {document.shown}.pdf"
    return FileResponse(BytesIO(content), filename=name, content_type="application/pdf")
