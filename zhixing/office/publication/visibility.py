"""Who sees notices: what is being published everybody on the staff, drafts and objections whom the kind lets."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from zhixing.office.publication.kinds import kinds
from zhixing.office.publication.models import PUBLIC_STATES, Objection, PublicNotice, PublishedText
from zhixing.organ.policy import Viewer, register

Rows = QuerySet[Any]


def _inside(viewer: Viewer) -> list[str]:
    if viewer.person is None or "职员" not in viewer.roles:
        return []
    return [kind.name for kind in kinds() if kind.inside(viewer)]


def notices(viewer: Viewer, rows: Rows) -> Rows:
    if "职员" not in viewer.roles:
        return rows.none()
    return rows.filter(Q(kind__in=_inside(viewer)) | Q(state__in=PUBLIC_STATES))


def of_the_inside(viewer: Viewer, rows: Rows) -> Rows:
    """Earlier texts and objections: not for everybody."""
    return rows.filter(notice__kind__in=_inside(viewer))


def publish() -> None:
    register(PublicNotice, notices)
    register(PublishedText, of_the_inside)
    register(Objection, of_the_inside)
