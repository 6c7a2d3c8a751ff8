"""The list of a register: searched, filtered, page by page, and as Excel with the same rights."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from zhixing.office.papers.columns import Column
from zhixing.organ.policy import visible
from zhixing.web.list_export import MOST, sheet_xlsx
from zhixing.web.pages.records.book import Book
from zhixing.web.pages.records.written import cells
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, looking

LONGEST = 60


def show(request: DeskRequest, book: Book) -> HttpResponseBase:
    asked = {name: request.GET.get(name, "").strip()[:LONGEST] for name in ("q", "state")}
    rows = found(request, book, asked)
    if request.GET.get("export") == "xlsx":
        return as_xlsx(request, book, rows)
    listed = page_of(request, rows)
    context = {
        **listed,
        **book.above(request),
        "book": book,
        **book.addresses,
        "asked": asked,
        "lines": [(one, cells(book.listed, one)) for one in listed["page"].object_list],
        "may_enter": book.entry is not None and book.entry.may(request),
    }
    return render(request, book.list_template, context)


def found(request: DeskRequest, book: Book, asked: dict[str, str]) -> QuerySet[Any]:
    """What the policy lets this viewer see, narrowed by what was asked."""
    rows = visible(looking(request), book.model).select_related(*book.related)
    field, words = book.states
    if asked["state"] in words:
        rows = rows.filter(**{field: asked["state"]})
    if asked["q"] and book.search:
        looked = Q()
        for path in book.search:
            looked |= Q(**{f"{path}__contains": asked["q"]})
        rows = rows.filter(looked)
    return rows.prefetch_related(*book.prefetch).order_by(*book.order)


def as_xlsx(request: DeskRequest, book: Book, rows: QuerySet[Any]) -> FileResponse:
    columns = tuple(Column(one.head, one.kind, width=one.width) for one in book.columns)
    filled = [[column.of(one) for column in book.columns] for one in rows[:MOST]]
    return sheet_xlsx(request, book.title, columns, filled, rows.count())
