"""核对回执: whether the number on a paper or a screen is an entry of this organ's journal (AU-09)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.journal.receipts import check
from zhixing.web.requests import DeskRequest, looking

LONGEST = 160


@require_safe
def receipt(request: DeskRequest) -> HttpResponse:
    text = request.GET.get("receipt", "").strip()[:LONGEST]
    checked = check(text, organ=looking(request).organ.key) if text else None
    return render(request, "web/receipt.html", {"text": text, "checked": checked})
