"""制度库：every regulation, every clause, and what carries it out."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.law.refusal import Refusal
from zhixing.law.regulation import Regulation
from zhixing.office.matters.models import Matter
from zhixing.organ.parameters import own_values
from zhixing.organ.policy import visible
from zhixing.organ.texts import texts_of
from zhixing.regulations import shelf
from zhixing.search.query import citations, citing
from zhixing.web.days import day_in
from zhixing.web.lawbook import Book, open_book
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, looking

CASES = "事项"


@require_safe
def law(request: DeskRequest) -> HttpResponse:
    day = looking(request).day
    return render(request, "web/law.html", {"books": [open_book(each, day) for each in shelf.all()]})


@require_safe
def regulation(request: DeskRequest, number: str) -> HttpResponse:
    book, on = asked(request, number)
    viewer = looking(request)
    counts = citations(viewer.organ.pk, CASES, visible(viewer, Matter))
    issued = texts_of(viewer.organ, number)
    clauses = [(shown, counts.get(shown.clause.id, 0), issued.get(shown.clause.id)) for shown in book.clauses]
    context = {"book": book, "on": on, "clauses": clauses, "entered": len(issued)}
    return render(request, "web/regulation.html", context)


@require_safe
def clause(request: DeskRequest, number: str, clause: str) -> HttpResponse:
    book, on = asked(request, number)
    shown = next((each for each in book.clauses if each.clause.id == clause), None)
    if shown is None:
        raise Http404
    viewer = looking(request)
    cases = visible(viewer, Matter).filter(pk__in=citing(viewer.organ.pk, CASES, clause))
    context = page_of(request, cases.select_related("starter").order_by("-submitted_at", "-pk"))
    issued = texts_of(viewer.organ, number)
    page = {**context, "book": book, "on": on, "shown": shown, "issued": issued.get(clause), "missing": True}
    return render(request, "web/clause.html", page)


def asked(request: DeskRequest, number: str) -> tuple[Book, date]:
    """The book of this number, as of the day the address names or today."""
    on = day_asked(request)
    try:
        return open_book(found(number), on, own_values(looking(request).organ.pk, number).on(on)), on
    except Refusal as refusal:
        raise Http404(refusal.conclusion) from refusal


def found(number: str) -> Regulation:
    return shelf.by_number(number)


def day_asked(request: DeskRequest) -> date:
    return day_in(request.GET.get("on", "")) or looking(request).day
