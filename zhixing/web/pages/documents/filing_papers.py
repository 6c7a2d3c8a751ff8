"""归档文件目录 as PDF and Excel, and the package of what was filed (09-3)."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from zhixing.organ.policy import visible
from zhixing.regulations.documents.models import FilingList
from zhixing.regulations.documents.models.filing import KEPT_BY_OFFICE
from zhixing.regulations.documents.papers.filing import Printing, file_list_sheet, package, print_file_list
from zhixing.web.requests import DeskRequest, acting, looking

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAPERS: dict[str, tuple[str, str, Callable[[FilingList, Printing], bytes]]] = {
    "pdf": ("归档文件目录", "application/pdf", print_file_list),
    "xlsx": ("归档文件目录", EXCEL, file_list_sheet),
    "zip": ("归档包", "application/zip", package),
}


@require_safe
def filing_print(request: DeskRequest, number: int, kind: str) -> FileResponse:
    rows = visible(looking(request), FilingList).select_related("section", "organ", "offered_by", "taken_by")
    filing = get_object_or_404(rows, pk=number)
    if kind not in PAPERS or (kind == "zip" and filing.state != KEPT_BY_OFFICE):
        raise Http404
    title, told, made = PAPERS[kind]
    content = made(filing, Printing(acting(request), request.at))
    name = f"{title} {filing.section.name}{filing.year}.{kind}"
    return FileResponse(BytesIO(content), filename=name, content_type=told, as_attachment=kind != "pdf")
