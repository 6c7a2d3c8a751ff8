"""The document as PDF and DOCX (09-2.4)."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from zhixing.organ.policy import visible
from zhixing.regulations.documents.models import IssuedDocument
from zhixing.regulations.documents.papers.issued_document import final_of, word_of
from zhixing.web.requests import DeskRequest, looking

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def issued_print(request: DeskRequest, number: int, kind: str) -> FileResponse:
    rows = visible(looking(request), IssuedDocument).select_related("number", "organ")
    document = get_object_or_404(rows, pk=number)
    if kind == "pdf":
        content, told = final_of(document, request.at), "application/pdf"
    elif kind == "docx":
        content, told = word_of(document, request.at), WORD
    else:
        raise Http404
    name = f"{document.number or '待编号'} {document}.{kind}"
    return FileResponse(BytesIO(content), filename=name, content_type=told)
