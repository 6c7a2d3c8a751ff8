"""One page of a long list."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

PER_PAGE = 15


def page_of(request: HttpRequest, records: QuerySet[Any], at: str = "") -> dict[str, Any]:
    """{page, pages, list_at}: the page the address asks for; a wrong number gives the nearest one.

    `at` names the page of the list where another address shows it too: a form refused there shows the list
    again, and its links must lead to the list itself, which answers GET.
    """
    paginator = Paginator(records, PER_PAGE)
    page: Page[Any] = paginator.get_page(request.GET.get("page"))
    return {
        "page": page,
        "list_at": reverse(at) if at else request.path,
        "pages": list(paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)),
    }
