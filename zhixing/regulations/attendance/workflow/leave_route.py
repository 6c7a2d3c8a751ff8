"""Which 程序 a request runs, and the way it will go."""

from __future__ import annotations

from zhixing.law.ruling import Ruling
from zhixing.office.matters.route import Route, preview
from zhixing.regulations.attendance.workflow.away import is_away
from zhixing.regulations.attendance.workflow.leave_case import Case
from zhixing.regulations.attendance.workflow.leave_request import LeaveRequest
from zhixing.regulations.attendance.workflow.statute import edition


def procedure_of(request: LeaveRequest) -> str:
    if request.emergency:
        return "病假补报" if request.kind == "病假" else "补办"
    return "续假" if request.extends else "请假"


def route_of(case: Case, rulings: dict[str, Ruling]) -> Route:
    """The stops for this person on this day; a leader on leave is passed over (B2-26)."""
    return preview(
        organ=case.person.organ,
        procedure=procedure_of(case.request),
        edition=edition(case.day),
        rulings=rulings,
        starter=case.person,
        at=case.at,
        absent=is_away,
    )
