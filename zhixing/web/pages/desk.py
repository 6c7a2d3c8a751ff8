"""工作台：what waits, what runs, what is late, where to begin, and how today stands."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.office.matters import lists, machine
from zhixing.organ.parameters_changed import waiting_for
from zhixing.regulations.governance.workflow.staff import unsigned_by
from zhixing.web.desk_dated import dated_of
from zhixing.web.desk_today import today_of
from zhixing.web.entries import entries_of
from zhixing.web.pages.documents.received_desk import to_read as papers_to_read
from zhixing.web.pages.documents.received_desk import waiting as papers_waiting
from zhixing.web.pages.duties import own_open
from zhixing.web.pages.meetings.meetings import own_coming
from zhixing.web.requests import DeskRequest, acting, looking

FEW = 6


@require_safe
def desk(request: DeskRequest) -> HttpResponse:
    viewer = looking(request)
    todo, to_read = lists.todo(viewer), lists.sent_to_me(viewer).filter(state="待办")
    started = lists.started(viewer)
    dated = dated_of(viewer, acting(request))
    pressing = [*lists.warnings(viewer, request.at), *(one for one in dated if one.word)]
    papers, unread = papers_waiting(viewer, request.at), papers_to_read(viewer, FEW)
    counts = [
        ("待办", "inbox", "web:todo", todo.count(), False),
        ("待阅", "eye", "web:sent_to_me", to_read.count(), False),
        ("公文", "file-earmark-text", "web:received_mine", len(papers) + unread.many, False),
        ("我发起的在办", "send", "web:started", started.filter(state__in=machine.UNDER_WAY).count(), False),
        ("预警", "alarm", "web:warnings", len(pressing), bool(pressing)),
    ]
    context = {
        "counts": counts,
        "todo": todo[:FEW],
        "started": started[:FEW],
        "to_read": to_read[:FEW],
        "papers": [*papers[:FEW], *unread.lines],
        "entries": entries_of(request.roles),
        "today": today_of(acting(request), request.at),
        "now": request.at,
        "meetings": own_coming(request)[:FEW],
        "dated": dated,
        "duties": own_open(viewer)[:FEW],
        "unsigned": unsigned_by(acting(request), viewer.day),
        "values": waiting_for(acting(request), viewer.day),
    }
    return render(request, "web/desk.html", context)
