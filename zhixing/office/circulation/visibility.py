"""Who sees a sheet: whom the kind lets in, and everybody it came to."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from zhixing.office.circulation.kinds import kinds
from zhixing.office.circulation.models import Assignment, Box, Hand, Progress, Reader, Sheet, Urging
from zhixing.office.circulation.models.sheet import AHEAD, WAITING
from zhixing.organ.models import Delegation, Holding
from zhixing.organ.policy import Viewer, register

Rows = QuerySet[Any]


def staff(viewer: Viewer) -> bool:
    return viewer.person is not None and "职员" in viewer.roles


def sheets(viewer: Viewer, rows: Rows) -> Rows:
    if not staff(viewer):
        return rows.none()
    inside = [kind.name for kind in kinds() if kind.inside(viewer)]
    return rows.filter(Q(kind__in=inside) | reached(viewer))


def reached(viewer: Viewer) -> Q:
    """Whoever signs or stands in for who signs, reads, holds, urges or does it, and the head of a section that does."""
    person, organ = viewer.person, viewer.organ
    came = ~Q(state=AHEAD)
    boxes = Box.objects.filter(organ=organ).filter(
        (Q(leader=person) & came) | Q(signed_by=person) | Q(leader__in=_leaders(viewer), state=WAITING)
    )
    readers = Reader.objects.filter(organ=organ, person=person, taken_back_at=None)
    hands = Hand.objects.filter(organ=organ, holder=person, until=None)
    headed = Holding.objects.on(viewer.day).filter(organ=organ, person=person, post="科室负责人")
    assigned = Assignment.objects.filter(organ=organ).filter(
        Q(doer=person) | Q(section__in=headed.exclude(section=None).values("section"))
    )
    found = Q(watcher=person)
    for among in (boxes, readers, hands, assigned):
        found |= Q(pk__in=among.order_by().values("sheet"))
    return found


def _leaders(viewer: Viewer) -> Rows:
    """Whose boxes the viewer has been entrusted with, now or earlier today."""
    given = Delegation.objects.filter(organ=viewer.organ, receiver=viewer.person, revoked_at=None)
    return given.filter(since__date__lte=viewer.day, until__date__gte=viewer.day).values("giver")


def of_the_sheet(viewer: Viewer, rows: Rows) -> Rows:
    return rows.filter(sheet__in=sheets(viewer, Sheet.objects.filter(organ=viewer.organ)).values("pk"))


def of_the_assignment(viewer: Viewer, rows: Rows) -> Rows:
    seen = sheets(viewer, Sheet.objects.filter(organ=viewer.organ)).values("pk")
    return rows.filter(assignment__sheet__in=seen)


def publish() -> None:
    register(Sheet, sheets)
    for model in (Box, Reader, Hand, Urging, Assignment):
        register(model, of_the_sheet)
    register(Progress, of_the_assignment)
