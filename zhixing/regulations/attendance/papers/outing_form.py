"""因公外出表: one line for each outing, the three fields of the clause always filled (02-1.1c)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from zhixing.organ.models import Organ
from zhixing.organ.who import service_on
from zhixing.regulations.attendance.models import Outing
from zhixing.regulations.attendance.papers.printed import Print
from zhixing.regulations.attendance.workflow.figures import cite
from zhixing.regulations.attendance.workflow.local_time import today
from zhixing.regulations.attendance.workflow.span import Span

TITLE = "因公外出表"
TEMPLATE = "outing.typ"
CLAUSE = "02-1.1c"


def outing_form(organ: Organ, outings: Iterable[Outing], printing: Print) -> dict[str, object]:
    """Everything outing.typ shows; one outing on its own sheet, or many as a register."""
    rows = list(outings)
    single = rows[0].matter if len(rows) == 1 else None
    number, state = (single.number, single.state) if single else ("登记册", "已办结")
    frame = printing.frame(organ, title=TITLE, number=number, state=state)
    return {**frame, "rows": [_row(one) for one in rows], "basis": cite(CLAUSE, today(printing.at))}


def _row(outing: Outing) -> list[str]:
    service = service_on(outing.person, outing.first) if outing.first else None
    return [
        _span(outing),
        outing.person.name,
        service.section.name if service else "",
        outing.destination,
        outing.reason,
        _approver(outing),
        f"{_clock(outing.leaves_at)}至{_clock(outing.returns_at)}",
        outing.companions,
        "是" if outing.by_car else "否",
    ]


def _span(outing: Outing) -> str:
    if outing.first is None or outing.last is None:
        return ""
    return Span(outing.first, outing.first_half, outing.last, outing.last_half).shown()


def _approver(outing: Outing) -> str:
    """Who really agreed; "" while nobody has."""
    said = outing.matter.opinions.exclude(person=outing.person).exclude(step=None)
    agreed = said.filter(act__in=("同意", "批准", "审批")).select_related("person").last()
    return agreed.person.name if agreed else ""


def _clock(clock: time | None) -> str:
    return f"{clock:%H:%M}" if clock else "—"
