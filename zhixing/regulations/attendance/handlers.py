"""Which procedures 02 runs through matters, and what each move does to its own records."""

from __future__ import annotations

from datetime import datetime

from zhixing.office import registry
from zhixing.office.matters.models import Matter
from zhixing.office.registry import ProcedureHandler
from zhixing.organ.models import Person
from zhixing.regulations.attendance.workflow import (
    cancel_decided,
    leave_decided,
    leave_submitted,
    outing_decided,
    overtime_decided,
)

KEY = "attendance"


class LeaveHandler(ProcedureHandler):
    register = "假"
    may_reopen = True

    def submitted(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        leave_submitted.submitted(matter, actor=actor, at=at, key=key)

    def approved(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        leave_decided.approved(matter, actor=actor, at=at, key=key)

    def reopened(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        leave_decided.reopened(matter, actor=actor, at=at, key=key)

    def filed(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        leave_decided.filed(matter, actor=actor, at=at, key=key)

    def refused(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        leave_decided.refused(matter, actor=actor, at=at, key=key)

    def withdrawn(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        leave_decided.withdrawn(matter, actor=actor, at=at, key=key)


class CancelHandler(ProcedureHandler):
    register = "撤假"

    def submitted(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        cancel_decided.submitted(matter, actor=actor, at=at, key=key)

    def approved(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        cancel_decided.approved(matter, actor=actor, at=at, key=key)

    def refused(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        cancel_decided.refused(matter, actor=actor, at=at, key=key)

    def withdrawn(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        cancel_decided.withdrawn(matter, actor=actor, at=at, key=key)


class OutingHandler(ProcedureHandler):
    register = "外出"
    may_reopen = True

    def submitted(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        outing_decided.submitted(matter, actor=actor, at=at, key=key)

    def approved(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        outing_decided.approved(matter, actor=actor, at=at, key=key)

    def reopened(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        outing_decided.reopened(matter, actor=actor, at=at, key=key)

    def refused(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        outing_decided.refused(matter, actor=actor, at=at, key=key)

    def withdrawn(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        outing_decided.withdrawn(matter, actor=actor, at=at, key=key)


class OvertimeHandler(ProcedureHandler):
    register = "加班"
    may_reopen = True

    def submitted(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        overtime_decided.submitted(matter, actor=actor, at=at, key=key)

    def approved(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        overtime_decided.approved(matter, actor=actor, at=at, key=key)

    def reopened(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        overtime_decided.reopened(matter, actor=actor, at=at, key=key)

    def filed(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        overtime_decided.filed(matter, actor=actor, at=at, key=key)

    def refused(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        overtime_decided.refused(matter, actor=actor, at=at, key=key)

    def withdrawn(self, matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
        overtime_decided.withdrawn(matter, actor=actor, at=at, key=key)


PROCEDURES: dict[str, ProcedureHandler] = {
    "请假": LeaveHandler(),
    "续假": LeaveHandler(),
    "补办": LeaveHandler(),
    "病假补报": LeaveHandler(),
    "撤销请假": CancelHandler(),
    "因公外出": OutingHandler(),
    "加班补休": OvertimeHandler(),
}


def register() -> None:
    """Called once by the app when it is ready."""
    for procedure, handler in PROCEDURES.items():
        registry.register(KEY, procedure, handler)
