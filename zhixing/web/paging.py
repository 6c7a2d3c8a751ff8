"""One page of a long list."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PER_PAGE = 15


def page_of(request: HttpRequest, records: QuerySet[Any]) -> dict[str, Any]:
    """{page, pages}: the page the address asks for; a wrong number gives the nearest one."""
    paginator = Paginator(records, PER_PAGE)
    page: Page[Any] = paginator.get_page(request.GET.get("page"))
    return {
        "page": page,
        "pages": list(paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)),
    }
