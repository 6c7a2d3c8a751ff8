"""Between what was typed and the row: 请（休）假审批表 in and out."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.leave_request import LeaveAssessment, LeaveRequest

NAMES = tuple(field.name for field in fields(LeaveRequest))


def typed_into(leave: Leave, request: LeaveRequest) -> None:
    """Take what was typed into the draft, right or wrong: nothing typed is lost."""
    for name in NAMES:
        setattr(leave, name, getattr(request, name))


def typed_in(leave: Leave) -> LeaveRequest:
    """The request as the row holds it."""
    values: dict[str, Any] = {name: getattr(leave, name) for name in NAMES}
    return LeaveRequest(**values)


def judged_into(leave: Leave, assessed: LeaveAssessment) -> None:
    leave.halves = assessed.halves
    leave.approval_halves = assessed.total
    leave.estimated = assessed.estimated
    leave.offset_comp = assessed.split.comp
    leave.offset_annual = assessed.split.annual
    leave.rest = assessed.split.rest


def paper_of(request: LeaveRequest) -> dict[str, str]:
    """What was typed, as the matter's form keeps it and the paper form prints it."""
    span = request.span
    return {
        "假别": request.kind,
        "起止": span.shown() if span else "",
        "事由": request.reason,
        "外出地点": request.place,
        "联系电话": request.phone,
        "工作代理人": request.stand_in.name if request.stand_in else "",
        "本人同意冲抵": {True: "是", False: "否", None: ""}[request.consent],
        "请示对象": request.asked_whom.name if request.asked_whom else "",
        "请示时间": str(request.asked_at or ""),
        "请示方式": request.asked_how,
    }


def title_of(name: str, request: LeaveRequest) -> str:
    span = request.span
    return f"{name}请{request.kind or '假'}" + (f"，{span.shown()}" if span else "")
