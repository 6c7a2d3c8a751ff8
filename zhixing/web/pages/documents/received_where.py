"""公文去向: what lies too long and with whom, who has been left out (09-1.4)."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.office.circulation.models import Sheet
from zhixing.office.circulation.models.sheet import RUNNING
from zhixing.office.circulation.where import delayed
from zhixing.organ.policy import visible
from zhixing.regulations.documents.workflow.received_round import KIND
from zhixing.web.pages.documents.received_desk import addresses
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, looking

CHOICES = (1, 3, 7, 14)
USUAL = 3


@require_safe
def received_where(request: DeskRequest) -> HttpResponse:
    """Delays of the documents one may see; `days` is how long something may lie before it is named."""
    viewer, asked = looking(request), request.GET.get("days", "")
    most = int(asked) if asked.isascii() and asked.isdecimal() and int(asked[:4]) in CHOICES else USUAL
    sheets = visible(viewer, Sheet).filter(kind=KIND, state=RUNNING).order_by()
    rows = delayed(viewer.organ, request.at, most=most, among=sheets.values_list("pk", flat=True))
    listed = page_of(request, rows)  # type: ignore[arg-type]  # a list turns over like rows do
    shown = list(listed["page"].object_list)
    places = addresses([one.sheet for one in shown])
    context = {
        **listed,
        "rows": [(one, places.get(one.sheet.pk, "")) for one in shown],
        "most": most,
        "choices": CHOICES,
    }
    return render(request, "web/documents/received_where.html", context)
