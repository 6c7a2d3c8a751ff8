"""What every page of the desk shows: unit, person, counts."""

from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest

from zhixing.office.duties.notices import unread
from zhixing.office.matters.lists import todo
from zhixing.organ.who import service_on
from zhixing.web.requests import DeskRequest


def desk(request: HttpRequest) -> dict[str, Any]:
    shown: dict[str, Any] = {"demo": settings.DEMO}
    viewer = getattr(cast("DeskRequest", request), "viewer", None)
    if viewer is None:
        return shown
    service = service_on(viewer.person, viewer.day) if viewer.person else None
    return shown | {
        "todo_count": todo(viewer).count(),
        "notice_count": unread(viewer).count(),
        "unit": viewer.organ,
        "who_name": viewer.person.name if viewer.person else viewer.account.username,
        "who_title": (service.title or service.section.name) if service else viewer.account.officer,
    }
