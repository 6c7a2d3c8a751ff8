"""Which procedures 02 runs through matters, and what each decision does to its own records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from zhixing.office import registry
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person
from zhixing.regulations.attendance.workflow import (
    cancel_decided,
    leave_decided,
    outing_decided,
    overtime_decided,
)

KEY = "attendance"
Callback = Callable[..., None]


def nothing(matter: Matter, *, actor: Person, at: datetime) -> None:
    """This turn of the matter changes no record of ours."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """One procedure's callbacks; `register` is the word of its numbers."""

    register: str
    on_approved: Callback
    on_refused: Callback
    on_withdrawn: Callback
    on_filed: Callback = nothing

    def approved(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        self.on_approved(matter, actor=actor, at=at)

    def filed(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        self.on_filed(matter, actor=actor, at=at)

    def refused(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        self.on_refused(matter, actor=actor, at=at)

    def withdrawn(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        self.on_withdrawn(matter, actor=actor, at=at)


LEAVE = Decisions(
    "假", leave_decided.approved, leave_decided.refused, leave_decided.withdrawn, leave_decided.filed
)
CANCEL = Decisions("撤假", cancel_decided.approved, cancel_decided.refused, cancel_decided.withdrawn)
OUTING = Decisions("外出", outing_decided.approved, outing_decided.refused, outing_decided.withdrawn)
OVERTIME = Decisions(
    "加班", overtime_decided.approved, overtime_decided.refused, overtime_decided.withdrawn, overtime_decided.filed
)
PROCEDURES = {
    "请假": LEAVE,
    "续假": LEAVE,
    "补办": LEAVE,
    "病假补报": LEAVE,
    "撤销请假": CANCEL,
    "因公外出": OUTING,
    "加班补休": OVERTIME,
}


def register() -> None:
    registry.register(registry.Handler(KEY, PROCEDURES))
