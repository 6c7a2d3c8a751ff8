"""One record: what it says, what may be done with it, and what the journal tells of it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from zhixing.law.refusal import Refusal
from zhixing.organ.policy import visible
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.pressed import press
from zhixing.web.pages.records.book import Book
from zhixing.web.pages.records.entering import clause_of
from zhixing.web.pages.records.written import cells
from zhixing.web.record_trail import done_to
from zhixing.web.requests import DeskRequest, looking


def show(request: DeskRequest, book: Book, number: int) -> HttpResponse:
    rows = visible(looking(request), book.model).select_related(*book.related)
    record = get_object_or_404(rows, pk=number)
    buttons = book.buttons(request, record)
    refusal: Refusal | None = None
    if request.method == "POST":
        refusal = press(request, buttons)
        if refusal is None:
            return redirect(f"web:{book.name}_one", record.pk)
        record.refresh_from_db()
    context = {
        "book": book,
        **book.addresses,
        "record": record,
        "said": cells(book.columns, record),
        "buttons": [(word, button.form) for word, button in buttons.items()],
        "refusal": refusal,
        "clause": clause_of(book, request),
        "trail": done_to(looking(request).organ, record),
        **book.beside(request, record),
    }
    return render(request, book.template, context, status=REFUSED if refusal else 200)
