"""因公外出表: one line for each outing, the three fields of the clause always filled (02-1.1c)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from zhixing.office.matters.desk import KIND
from zhixing.office.papers.form import print_form
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ
from zhixing.organ.who import service_on
from zhixing.regulations.attendance.models import Outing
from zhixing.regulations.attendance.papers.printed import HERE, Printing, receipt_about
from zhixing.regulations.attendance.workflow.figures import cite
from zhixing.regulations.attendance.workflow.span import Span

TITLE = "因公外出表"
TEMPLATE = HERE / "outing.typ"
HEADINGS = ("日期", "姓名", "科室", "公出单位", "公出事由", "审批人", "外出、返回时间", "同行人", "用车")
CLAUSE = "02-1.1c"


def outing_form(outings: Iterable[Outing], printing: Printing) -> dict[str, object]:
    """Everything outing.typ shows."""
    basis = cite(CLAUSE, today(printing.at))
    return {"columns": HEADINGS, "rows": [_row(one) for one in outings], "basis": basis}


def print_outing(outing: Outing, printing: Printing) -> bytes:
    """One outing on its own sheet, as PDF/A."""
    matter = outing.matter
    envelope = printing.envelope(
        outing.organ, title=TITLE, number=matter.number, state=matter.state,
        receipt=receipt_about(matter, outing.organ, KIND),
    )  # fmt: skip
    return print_form(TEMPLATE, outing_form([outing], printing), envelope)


def print_outings(organ: Organ, outings: Iterable[Outing], printing: Printing) -> bytes:
    """The register of many outings, as PDF/A."""
    envelope = printing.envelope(organ, title=TITLE, number="登记册", state="已办结")
    return print_form(TEMPLATE, outing_form(outings, printing), envelope)


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
