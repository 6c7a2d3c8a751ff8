"""The addresses of a register, from its declaration; each name has its row in `web/access.py`."""

from __future__ import annotations

from functools import partial

from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.web.pages.records import entering, listing, single
from zhixing.web.pages.records.book import Book
from zhixing.web.requests import DeskRequest

BOTH = ["GET", "HEAD", "POST"]


def routes(book: Book, address: str) -> list[URLPattern]:
    """`address` such as "guidance/": the list there, the form at new/, a record under its number."""
    patterns = [
        path(address, require_safe(partial(listing.show, book=book)), name=book.name),
        path(
            f"{address}<int:number>/",
            require_http_methods(BOTH)(partial(_single, book)),
            name=f"{book.name}_one",
        ),
    ]
    if book.entry is not None:
        form = require_http_methods(BOTH)(partial(entering.show, book=book))
        patterns.insert(1, path(f"{address}new/", form, name=f"{book.name}_new"))
    return patterns


def _single(book: Book, request: DeskRequest, number: int) -> HttpResponseBase:
    return single.show(request, book, number)
