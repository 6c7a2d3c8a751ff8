"""搜索：matters, people, sections and clauses by any word of one character or more."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.search.query import LONGEST_QUERY
from zhixing.web.found import Kind, kinds
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, looking


@require_safe
def search(request: DeskRequest) -> HttpResponse:
    asked = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    if not asked:
        return render(request, "web/search.html", {"asked": "", "longest": LONGEST_QUERY})
    found = kinds(looking(request), asked)
    chosen = chosen_of(found, request.GET.get("kind", ""))
    context = page_of(request, chosen.found)
    return render(
        request,
        "web/search.html",
        {
            **context,
            "asked": asked,
            "longest": LONGEST_QUERY,
            "kinds": found,
            "chosen": chosen,
            "hits": [chosen.show(one) for one in context["page"].object_list],
        },
    )


def chosen_of(found: list[Kind], name: str) -> Kind:
    """The kind asked for; otherwise the first that holds anything."""
    named = next((kind for kind in found if kind.name == name), None)
    return named or next((kind for kind in found if kind.count), found[0])
