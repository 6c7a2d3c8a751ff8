"""What waits for a person: boxes to sign, papers to read, things to do."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from zhixing.office.circulation.kinds import kinds
from zhixing.office.circulation.models import UNREAD, Assignment, Box, Reader
from zhixing.office.circulation.models.assignments import OPEN
from zhixing.office.circulation.models.readers import TAKEN_BACK
from zhixing.office.circulation.models.sheet import RUNNING, WAITING
from zhixing.office.circulation.stand_in import givers
from zhixing.organ.policy import Viewer


def to_sign(viewer: Viewer, at: datetime) -> QuerySet[Box]:
    """The own boxes and those of whoever the viewer stands in for."""
    person = viewer.person
    if person is None:
        return Box.objects.none()
    mine = Q(leader=person)
    for kind, leaders in givers(person, [one.name for one in kinds()], at).items():
        if leaders:
            mine |= Q(sheet__kind=kind, leader__in=leaders)
    rows = Box.objects.filter(mine, organ=viewer.organ, state=WAITING, sheet__state=RUNNING)
    return rows.select_related("sheet", "leader").order_by("arrived_at", "pk")


def to_do(viewer: Viewer) -> QuerySet[Assignment]:
    rows = Assignment.objects.filter(organ=viewer.organ, doer=viewer.person, state=OPEN, sheet__state=RUNNING)
    return rows.select_related("sheet", "section", "doer", "box__leader").order_by("due", "pk")


def to_read(viewer: Viewer) -> QuerySet[Reader]:
    return sent(viewer).filter(state__in=UNREAD)


def sent(viewer: Viewer) -> QuerySet[Reader]:
    """Everything that went round to the viewer, the newest first."""
    rows = Reader.objects.filter(organ=viewer.organ, person=viewer.person).exclude(state=TAKEN_BACK)
    return rows.select_related("sheet", "person", "sent_by").order_by("-sent_at", "-pk")
