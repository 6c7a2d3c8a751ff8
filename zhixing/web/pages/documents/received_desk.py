"""公文待办: boxes that wait for one, things to do, papers to read; on the desk and on a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from zhixing.office.circulation import lists
from zhixing.office.circulation.models import Sheet
from zhixing.organ.policy import Viewer
from zhixing.regulations.documents.models import ReceivedDocument
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, looking


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line: what is asked of one, for whom else it is asked, since when, until when."""

    number: str
    title: str
    what: str
    instead_of: str
    since: datetime | None
    due: date | None
    address: str


def waiting(viewer: Viewer, at: datetime) -> list[Waiting]:
    """Boxes and things to do, what is due first."""
    boxes, doing = list(lists.to_sign(viewer, at)), list(lists.to_do(viewer))
    places = addresses([box.sheet for box in boxes] + [one.sheet for one in doing])
    found = [
        _line(
            box.sheet,
            box.label,
            "" if box.leader == viewer.person else box.leader.name,
            box.arrived_at,
            places,
        )
        for box in boxes
    ]
    found += [_line(one.sheet, "承办", "", one.assigned_at, places, one.due) for one in doing]
    return sorted(found, key=lambda one: (one.due is None, one.due or at.date(), one.number))


class Unread(NamedTuple):
    """The first lines of what waits to be read, and how many there are in all."""

    lines: list[Waiting]
    many: int


def to_read(viewer: Viewer, few: int) -> Unread:
    unread = lists.to_read(viewer)
    rows = list(unread[:few])
    places = addresses([one.sheet for one in rows])
    lines = [_line(one.sheet, f"传阅{one.state}", "", one.sent_at, places) for one in rows]
    return Unread(lines, unread.count())


def addresses(sheets: list[Sheet]) -> dict[int, str]:
    """{sheet: where it is opened}."""
    rows = ReceivedDocument.objects.filter(sheet__in=sheets).values_list("sheet", "pk")
    return {sheet: reverse("web:received_one", args=[pk]) for sheet, pk in rows if sheet is not None}


@require_safe
def received_mine(request: DeskRequest) -> HttpResponse:
    """传阅给我的公文: what waits first, then everything that went round to one."""
    viewer = looking(request)
    listed = page_of(request, lists.sent(viewer))
    rows = list(listed["page"].object_list)
    places = addresses([one.sheet for one in rows])
    context = {
        **listed,
        "waiting": waiting(viewer, request.at),
        "read": [(one, places.get(one.sheet_id, "")) for one in rows],
        "today": viewer.day,
    }
    return render(request, "web/documents/received_mine.html", context)


def _line(
    sheet: Sheet, what: str, instead_of: str, since: datetime | None, places: dict[int, str],
    due: date | None = None,
) -> Waiting:  # fmt: skip
    return Waiting(
        sheet.number, sheet.title, what, instead_of, since, due or sheet.due, places.get(sheet.pk, "")
    )
