"""The form of a new record, with its clause beside it; refused with everything at once."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from zhixing.law.regulation import edition_on
from zhixing.regulations import shelf
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.pressed import Button, press, written
from zhixing.web.pages.records.book import Book
from zhixing.web.requests import DeskRequest, looking


def show(request: DeskRequest, book: Book) -> HttpResponse:
    entry = book.entry
    if entry is None or not entry.may(request):
        raise Http404
    viewer = looking(request)
    form = written(
        request,
        entry.word,
        entry.form,
        "record",
        organ=viewer.organ,
        day=viewer.day,
        initial={"day": viewer.day},
    )
    refusal = None
    if request.method == "POST":
        refusal = press(request, {entry.word: Button(entry.said, form, entry.act, entry.given(request))})
        if refusal is None:
            return redirect(f"web:{book.name}")
    context = {
        "book": book,
        **book.addresses,
        "form": form,
        "refusal": refusal,
        "clause": clause_of(book, request),
    }
    return render(request, "web/records/new.html", context, status=REFUSED if refusal else 200)


def clause_of(book: Book, request: DeskRequest) -> object:
    """The clause as it stands today; None where the edition has none of that number."""
    day = looking(request).day
    return edition_on(shelf.by_number(book.clause.partition("-")[0]), day).clauses.get(book.clause)
