"""待办、已办、我发起的、传阅给我：the lists of a desk."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.office.matters import lists
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, looking


def shown(request: DeskRequest, listed: QuerySet[Any], path: str, title: str, empty: str) -> HttpResponse:
    """A list searched by words of the title, one page of it."""
    words = request.GET.get("q", "").strip()[:60]
    found = listed.filter(**{f"{path}title__contains": words}) if words else listed
    context = {**page_of(request, found), "title": title, "empty": empty, "words": words, "now": request.at}
    template = "web/matter_list.html" if path == "" else "web/task_list.html"
    return render(request, template, context)


@require_safe
def todo(request: DeskRequest) -> HttpResponse:
    return shown(request, lists.todo(looking(request)), "matter__", "待办", "没有待办事项")


@require_safe
def done(request: DeskRequest) -> HttpResponse:
    return shown(request, lists.done(looking(request)), "matter__", "已办", "还没有办过事项")


@require_safe
def started(request: DeskRequest) -> HttpResponse:
    return shown(request, lists.started(looking(request)), "", "我发起的", "还没有发起过事项")


@require_safe
def sent_to_me(request: DeskRequest) -> HttpResponse:
    return shown(request, lists.sent_to_me(looking(request)), "matter__", "传阅给我", "没有传阅给您的事项")
