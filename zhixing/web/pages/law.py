"""制度库：every regulation, every clause, and what carries it out."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from zhixing.law.refusal import Refusal
from zhixing.law.regulation import Regulation
from zhixing.regulations import shelf
from zhixing.web.lawbook import Book, open_book
from zhixing.web.requests import DeskRequest, looking


@require_safe
def law(request: DeskRequest) -> HttpResponse:
    day = looking(request).day
    return render(request, "web/law.html", {"books": [open_book(each, day) for each in shelf.all()]})


@require_safe
def regulation(request: DeskRequest, number: str) -> HttpResponse:
    book, on = asked(request, number)
    return render(request, "web/regulation.html", {"book": book, "on": on})


@require_safe
def clause(request: DeskRequest, number: str, clause: str) -> HttpResponse:
    book, on = asked(request, number)
    shown = next((each for each in book.clauses if each.clause.id == clause), None)
    if shown is None:
        raise Http404
    return render(request, "web/clause.html", {"book": book, "on": on, "shown": shown})


def asked(request: DeskRequest, number: str) -> tuple[Book, date]:
    """The book of this number, as of the day the address names or today."""
    on = day_asked(request)
    try:
        return open_book(found(number), on), on
    except Refusal as refusal:
        raise Http404(refusal.conclusion) from refusal


def found(number: str) -> Regulation:
    return shelf.by_number(number)


def day_asked(request: DeskRequest) -> date:
    try:
        return parse_date(request.GET.get("on", "")) or looking(request).day
    except ValueError:
        return looking(request).day
