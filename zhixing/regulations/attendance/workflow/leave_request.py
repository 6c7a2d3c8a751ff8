"""What a person types to ask for leave, and what the law makes of it before anything is submitted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from zhixing.files.models import StoredFile
from zhixing.law.refusal import Finding
from zhixing.law.ruling import Ruling
from zhixing.office.matters.route import Route
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.balance_reading import Drawing
from zhixing.regulations.attendance.workflow.span import AFTERNOON, MORNING, Span

EMPTY = Drawing((), ())


@dataclass(frozen=True, slots=True)
class LeaveRequest:
    """Everything of the 请（休）假审批表 that the person fills in; nothing is required while typing."""

    kind: str = ""
    first: date | None = None
    first_half: str = MORNING
    last: date | None = None
    last_half: str = AFTERNOON
    reason: str = ""
    place: str = ""
    phone: str = ""
    stand_in: Person | None = None
    consent: bool | None = None
    emergency: bool = False
    asked_whom: Person | None = None
    asked_at: datetime | None = None
    asked_how: str = ""
    hospital: str = ""
    hospital_grade: str = ""
    doctor_title: str = ""
    certificate: StoredFile | None = None
    proof: StoredFile | None = None
    extends: Leave | None = None

    @property
    def span(self) -> Span | None:
        """The stretch asked for; None while a date is missing or the end lies before the start."""
        if self.first is None or self.last is None:
            return None
        span = Span(self.first, self.first_half, self.last, self.last_half)
        return None if span.backwards else span


@dataclass(frozen=True, slots=True)
class Split:
    """冲抵方案 in half-days: comp, annual, and the rest that stays of the kind asked for."""

    comp: int = 0
    annual: int = 0
    rest: int = 0
    draw_comp: Drawing = EMPTY
    draw_annual: Drawing = EMPTY
    ruling: Ruling | None = None


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """One account before and after the request, in half-days; requests under way are already off."""

    account: str
    before: int
    taken: int

    @property
    def left(self) -> int:
        return self.before - self.taken


@dataclass(frozen=True, slots=True)
class LeaveAssessment:
    """Everything the start page shows. `findings` stop the submission, `notes` do not.

    `halves` is this request, `total` with the adjoining requests summed; `estimated` says 暂估.
    """

    request: LeaveRequest
    halves: int = 0
    total: int = 0
    estimated: bool = False
    adjoining: tuple[Leave, ...] = ()
    ruling: Ruling | None = None
    certificate: Ruling | None = None
    rulings: dict[str, Ruling] = field(default_factory=dict)
    split: Split = Split()
    balances: tuple[BalanceLine, ...] = ()
    route: Route | None = None
    findings: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def may_submit(self) -> bool:
        return not self.findings
