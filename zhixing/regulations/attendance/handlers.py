"""Which procedures 02 runs through matters, and what each move does to its own records."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.office import registry
from zhixing.office.matters.models import Matter
from zhixing.office.registry import ProcedureHandler
from zhixing.organ.models import Person
from zhixing.regulations.attendance.workflow import (
    cancel_decided,
    leave_decided,
    leave_handed_over,
    leave_submitted,
    outing_decided,
    overtime_decided,
    papers_due,
)

KEY = "attendance"


class LeaveHandler:
    register = "假"

    def event_day(self, matter: Matter, event: str) -> date | None:
        """返岗: the day after the leave on which the person is to be back."""
        return papers_due.return_day(matter) if event == "返岗" else None

    def submitted(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        leave_submitted.submitted(matter, actor=actor, at=at, key=key_of(matter))

    def approved(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        leave_decided.approved(matter, actor=actor, at=at, key=key_of(matter))

    def reopened(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        leave_decided.reopened(matter, actor=actor, at=at, key=key_of(matter))

    def filed(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        leave_decided.filed(matter, actor=actor, at=at, key=key_of(matter))

    def passed(self, matter: Matter, act: str, *, actor: Person, at: datetime) -> None:  # noqa: ARG002
        leave_handed_over.passed(matter, act, at=at)

    def refused(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        leave_decided.refused(matter, actor=actor, at=at, key=key_of(matter))

    def withdrawn(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        leave_decided.withdrawn(matter, actor=actor, at=at, key=key_of(matter))


class CancelHandler:
    register = "撤假"

    def reopened(self, matter: Matter, *, actor: Person, at: datetime) -> None:  # noqa: ARG002 -- asked alike
        cancel_decided.reopened(matter, actor=actor)

    def filed(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        """Filing changes no record of ours."""

    def submitted(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        cancel_decided.submitted(matter, actor=actor, at=at, key=key_of(matter))

    def approved(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        cancel_decided.approved(matter, actor=actor, at=at, key=key_of(matter))

    def refused(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        cancel_decided.refused(matter, actor=actor, at=at, key=key_of(matter))

    def withdrawn(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        cancel_decided.withdrawn(matter, actor=actor, at=at, key=key_of(matter))


class OutingHandler:
    register = "外出"

    def filed(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        """Coming back is noted by the person, not by the last step."""

    def submitted(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        outing_decided.submitted(matter, actor=actor, at=at, key=key_of(matter))

    def approved(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        outing_decided.approved(matter, actor=actor, at=at, key=key_of(matter))

    def reopened(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        outing_decided.reopened(matter, actor=actor, at=at, key=key_of(matter))

    def refused(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        outing_decided.refused(matter, actor=actor, at=at, key=key_of(matter))

    def withdrawn(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        outing_decided.withdrawn(matter, actor=actor, at=at, key=key_of(matter))


class OvertimeHandler:
    register = "加班"

    def submitted(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        overtime_decided.submitted(matter, actor=actor, at=at, key=key_of(matter))

    def approved(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        overtime_decided.approved(matter, actor=actor, at=at, key=key_of(matter))

    def reopened(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        overtime_decided.reopened(matter, actor=actor, at=at, key=key_of(matter))

    def filed(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        overtime_decided.filed(matter, actor=actor, at=at, key=key_of(matter))

    def refused(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        overtime_decided.refused(matter, actor=actor, at=at, key=key_of(matter))

    def withdrawn(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        overtime_decided.withdrawn(matter, actor=actor, at=at, key=key_of(matter))


def key_of(matter: Matter) -> str:
    """One key for each move of a matter: its version grows with every one."""
    return f"{KEY}:{matter.pk}:v{matter.version}"


LEAVE = LeaveHandler()
PROCEDURES: dict[str, ProcedureHandler] = {
    "请假": LEAVE,
    "续假": LEAVE,
    "补办": LEAVE,
    "病假补报": LEAVE,
    "撤销请假": CancelHandler(),
    "因公外出": OutingHandler(),
    "加班补休": OvertimeHandler(),
}


def register() -> None:
    """Called once by the app when it is ready."""
    registry.register(registry.Handler(KEY, PROCEDURES))
