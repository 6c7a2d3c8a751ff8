"""What a person types to claim overtime."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from zhixing.regulations.attendance.models import Overtime


@dataclass(frozen=True, slots=True)
class OvertimeRequest:
    nature: str = ""
    reason: str = ""
    began: datetime | None = None
    ended: datetime | None = None


NAMES = tuple(field.name for field in fields(OvertimeRequest))


def typed_in(overtime: Overtime) -> OvertimeRequest:
    """The request as the row holds it."""
    return OvertimeRequest(**{name: getattr(overtime, name) for name in NAMES})


def typed_into(overtime: Overtime, request: OvertimeRequest) -> None:
    for name in NAMES:
        setattr(overtime, name, getattr(request, name))
