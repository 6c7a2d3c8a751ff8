"""Outings (02-1.1c): destination and reason are required, and the half-days must be free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime, time

from zhixing.law.refusal import Finding
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import Outing
from zhixing.regulations.attendance.workflow.gate import unwritten
from zhixing.regulations.attendance.workflow.overlap import lying_on
from zhixing.regulations.attendance.workflow.span import AFTERNOON, MORNING, Span
from zhixing.regulations.attendance.workflow.started import has_begun
from zhixing.regulations.attendance.workflow.statute import finding

CLAUSE = "02-1.1c"


@dataclass(frozen=True, slots=True)
class OutingRequest:
    """The columns of the 因公外出表 that the person fills in."""

    destination: str = ""
    reason: str = ""
    first: date | None = None
    first_half: str = MORNING
    last: date | None = None
    last_half: str = AFTERNOON
    leaves_at: time | None = None
    returns_at: time | None = None
    companions: str = ""
    phone: str = ""
    by_car: bool = False

    @property
    def span(self) -> Span | None:
        if self.first is None or self.last is None:
            return None
        span = Span(self.first, self.first_half, self.last, self.last_half)
        return None if span.backwards else span


NAMES = tuple(field.name for field in fields(OutingRequest))


def typed_in(outing: Outing) -> OutingRequest:
    """The request as the row holds it."""
    return OutingRequest(**{name: getattr(outing, name) for name in NAMES})


def typed_into(outing: Outing, request: OutingRequest) -> None:
    for name in NAMES:
        setattr(outing, name, getattr(request, name))


def faults_of(
    person: Person, request: OutingRequest, at: datetime, *, own: Outing | None = None
) -> Iterator[Finding]:
    day = today(at)
    texts = {
        "公出单位": request.destination,
        "公出事由": request.reason,
        "起始日期": str(request.first or ""),
        "终止日期": str(request.last or ""),
    }
    yield from unwritten(texts, day, CLAUSE)
    span = request.span
    if span is None:
        if request.first and request.last:
            yield _fault(day, "起止", f"{request.first}至{request.last}", "终止不早于起始", "请改正起止。")
        return
    if has_begun(span, person.organ, at):
        mend = "没有事先办理的，请告诉办公室，由办公室核实备注。"
        yield _fault(day, "起始日期", f"{span.first}{span.first_half}已经开始", "事先办理", mend)
    for what, other in lying_on(person, span, without_outing=own):
        found = f"与{what}（{other.shown()}）重叠"
        yield _fault(day, "起止", found, "与请假、别的外出不重叠", "请改起止，或者先撤回那一张单子。")


def _fault(day: date, fact: str, found: str, expected: str, mend: str) -> Finding:
    return finding(day=day, clause=CLAUSE, fact=fact, found=found, expected=expected, mend=mend)
