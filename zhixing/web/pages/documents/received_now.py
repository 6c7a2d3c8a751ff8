"""What the list of received documents says of now: in whose hands each lies, how many wait in which state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Prefetch, Q

from zhixing.office.circulation.models import Assignment, Box, Hand
from zhixing.office.circulation.models.sheet import ADVICE
from zhixing.organ.policy import visible
from zhixing.regulations.documents.models import ReceivedDocument
from zhixing.regulations.documents.models.received import ENDED, STATES, TO_ACT
from zhixing.regulations.documents.workflow.received_round import manages
from zhixing.web.requests import DeskRequest, looking

HOLDERS = (
    Prefetch(
        "sheet__hands",
        queryset=Hand.objects.filter(until=None).select_related("holder"),
        to_attr="open_hands",
    ),
    Prefetch("sheet__boxes", queryset=Box.objects.filter(label=ADVICE), to_attr="advice_boxes"),
    Prefetch(
        "sheet__assignments", queryset=Assignment.objects.select_related("doer", "section"), to_attr="given"
    ),
)


def above(request: DeskRequest) -> Mapping[str, Any]:
    """Counts of what is not over, each a filter of the list; overdue ones on the page of delays."""
    viewer = looking(request)
    running = visible(viewer, ReceivedDocument).exclude(state__in=ENDED).order_by()
    over = Count("pk", filter=Q(mode=TO_ACT, due__lt=viewer.day))
    rows = running.values_list("state").annotate(many=Count("pk"), over=over)
    counted = {state: (many, late) for state, many, late in rows}
    office = viewer.person is not None and manages(viewer.person, viewer.day)
    ordered = {state: counted[state][0] for state, _ in STATES if state in counted}
    return {"running": ordered, "late": sum(late for _, late in counted.values()), "office": office}
