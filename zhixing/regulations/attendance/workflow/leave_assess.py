"""assess: everything the law makes of a request, without writing anything."""

from __future__ import annotations

from datetime import datetime

from zhixing.law.refusal import Finding
from zhixing.law.ruling import Ruling
from zhixing.office.matters.route import Route
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.adjoining import Adjoined, adjoining
from zhixing.regulations.attendance.workflow.certificate import certificate_faults, certificate_of
from zhixing.regulations.attendance.workflow.leave_case import Case, read_case
from zhixing.regulations.attendance.workflow.leave_chain import approval, approval_facts, planned
from zhixing.regulations.attendance.workflow.leave_checks import CHECKS
from zhixing.regulations.attendance.workflow.leave_notes import notes_on
from zhixing.regulations.attendance.workflow.leave_request import LeaveAssessment, LeaveRequest
from zhixing.regulations.attendance.workflow.leave_route import route_of
from zhixing.regulations.attendance.workflow.offset import (
    balance_lines,
    consent_unsaid,
    short_of_balance,
    split_of,
)


def assess(
    *, person: Person, request: LeaveRequest, at: datetime, leave: Leave | None = None
) -> LeaveAssessment:
    """Days, chain, certificate, offset, balances, route and every finding; `leave` is the draft being edited."""
    case = read_case(person=person, request=request, at=at, leave=leave)
    summed = adjoining(case)
    split = split_of(case)
    certificate = certificate_of(case)
    facts = approval_facts(case, summed.total)
    ruling = approval(facts, case)
    rulings = planned(ruling, certificate) if ruling else {}
    route = route_of(case, rulings) if rulings else None
    findings = [finding for check in CHECKS for finding in check(case)]
    findings += certificate_faults(case, certificate)
    findings += [*short_of_balance(case, split), *consent_unsaid(case)]
    findings += _of_route(route)
    return LeaveAssessment(
        request=request,
        halves=case.halves,
        total=summed.total,
        estimated=case.estimated,
        adjoining=summed.leaves,
        ruling=ruling,
        certificate=certificate,
        rulings=rulings,
        split=split,
        balances=balance_lines(case, split),
        route=route,
        findings=tuple(findings),
        notes=_notes(case, summed),
        facts=told(ruling),
    )


def _of_route(route: Route | None) -> list[Finding]:
    return list(route.findings) if route else []


def _notes(case: Case, summed: Adjoined) -> tuple[Finding, ...]:
    return tuple(notes_on(case, summed))


def told(ruling: Ruling | None) -> dict[str, str]:
    """The facts of the ruling as an official writes them."""
    return {name: str(fact) for name, fact in ruling.facts_shown.items()} if ruling else {}
