"""Two things on one half-day: leaves and outings that are asked for or granted hold theirs."""

from __future__ import annotations

from collections.abc import Iterator

from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import Leave, Outing
from zhixing.regulations.attendance.models.choices import HOLDING
from zhixing.regulations.attendance.workflow.leave_case import span_of
from zhixing.regulations.attendance.workflow.span import Span

OUT = ("待批", "已批", "已返回")


def lying_on(
    person: Person, span: Span, *, without_leave: Leave | None = None, without_outing: Outing | None = None
) -> Iterator[tuple[str, Span]]:
    """(what it is, where it lies) for everything of the person that shares a half-day with the span."""
    touching = {
        "organ_id": person.organ_id,
        "person": person,
        "first__lte": span.last,
        "last__gte": span.first,
    }
    leaves = Leave.objects.filter(status__in=HOLDING, **touching).exclude(actual_halves=0)
    for leave in leaves.exclude(pk=without_leave.pk if without_leave else 0).select_related("matter"):
        if span_of(leave).overlaps(span):
            yield f"{leave.matter.number}{leave.kind}，{leave.status}", span_of(leave)
    outings = Outing.objects.filter(status__in=OUT, **touching)
    for outing in outings.exclude(pk=without_outing.pk if without_outing else 0).select_related("matter"):
        if outing_span(outing).overlaps(span):
            yield f"{outing.matter.number}因公外出，{outing.status}", outing_span(outing)


def outing_span(outing: Outing) -> Span:
    assert outing.first is not None
    assert outing.last is not None
    return Span(outing.first, outing.first_half, outing.last, outing.last_half)
