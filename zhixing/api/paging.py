"""One page of a long list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from ninja import Field, Query, Schema

LARGEST_PAGE = 100
PageNumber = Annotated[int, Query(title="第几页", ge=1, le=1_000_000)]
PageSize = Annotated[int, Query(title="每页几条", ge=1, le=LARGEST_PAGE)]


class PageOut(Schema):
    """一页"""

    total: int = Field(title="总数")
    pages: int = Field(title="页数")
    page: int = Field(title="第几页")
    size: int = Field(title="每页几条")


def page_of(
    records: QuerySet[Any], page: int, size: int, shape: Callable[[Any], Mapping[str, Any]]
) -> dict[str, Any]:
    """A page beyond the last one is empty."""
    paginator = Paginator(records, size)
    here = paginator.page(page).object_list if page <= paginator.num_pages else []
    return {
        "total": paginator.count,
        "pages": paginator.num_pages,
        "page": page,
        "size": size,
        "items": [shape(record) for record in here],
    }
