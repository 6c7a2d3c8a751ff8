"""待办、已办、我发起的、传阅给我：the lists of a desk, each narrowed, turned over, printed and taken away as Excel."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.office.matters import lists
from zhixing.office.matters.models import Task
from zhixing.office.registry import procedures
from zhixing.web.list_asked import MATTER_STATES, asked_of
from zhixing.web.list_export import matters_xlsx, tasks_xlsx
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, looking


@require_safe
def todo(request: DeskRequest) -> HttpResponseBase:
    return tasks(request, lists.todo(looking(request)), "待办", "arrived_at", "没有待办事项")


@require_safe
def done(request: DeskRequest) -> HttpResponseBase:
    return tasks(request, lists.done(looking(request)), "已办", "done_at", "还没有办过事项")


@require_safe
def sent_to_me(request: DeskRequest) -> HttpResponseBase:
    return tasks(request, lists.sent_to_me(looking(request)), "传阅给我", "arrived_at", "没有传阅给您的事项")


def tasks(request: DeskRequest, mine: QuerySet[Task], title: str, day: str, empty: str) -> HttpResponseBase:
    asked = asked_of(request)
    found = asked.within("matter__", day, mine)
    if asked.late:
        found = found.filter(state="待办", due_at__lt=request.at)
    if request.GET.get("export"):
        return tasks_xlsx(request, title, found)
    more = {"may_be_late": title == "待办", "finished": day == "done_at", "day_word": DAY_WORDS[day]}
    return shown(request, "web/task_list.html", found, title, empty, more)


@require_safe
def started(request: DeskRequest) -> HttpResponseBase:
    found = asked_of(request).within("", "created_at", lists.started(looking(request)))
    if request.GET.get("export"):
        return matters_xlsx(request, "我发起的", found)
    more = {"day_word": DAY_WORDS["created_at"]}
    return shown(request, "web/matter_list.html", found, "我发起的", "还没有发起过事项", more)


DAY_WORDS = {"arrived_at": "到达日期", "done_at": "办理日期", "created_at": "建立日期"}


def shown(
    request: DeskRequest, template: str, found: QuerySet[Any], title: str, empty: str, more: dict[str, Any]
) -> HttpResponse:
    asked = asked_of(request)
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        **page_of(request, found),
        "title": title,
        "empty": "没有符合条件的事项" if asked.narrows else empty,
        "asked": asked,
        "states": MATTER_STATES,
        "procedures": procedures(),
        "export": f"?{query.urlencode()}&export=xlsx" if query else "?export=xlsx",
        "now": request.at,
        **more,
    }
    return render(request, template, context)
