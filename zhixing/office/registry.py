"""Which regulation answers to which key, and what it does when a matter of it moves on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, runtime_checkable

from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person


class ProcedureHandler(Protocol):
    """What a regulation does with its own records; every callback runs in the transaction of the act.

    `register` is the word before the year in the number of a matter: 假 gives 假〔2026〕12号.
    """

    @property
    def register(self) -> str: ...

    def approved(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        """The last deciding step has agreed; filing may still follow."""

    def filed(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        """Every step is done: 已办结."""

    def refused(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        """不同意."""

    def withdrawn(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        """Back with the starter (撤回, 退回) or void (作废); `matter.state` says which."""


@runtime_checkable
class Attentive(Protocol):
    """A handler that is also told when a matter sets out (again), and when a decision was taken back."""

    def submitted(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        """提交, the first time or after a return; a Refusal raised here stops the act."""

    def reopened(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        """取回 of the last deciding act: what `approved` did is undecided again."""


@runtime_checkable
class Watchful(Protocol):
    """A handler that looks at each step as it is done: 备案 of a leave, say."""

    def passed(self, matter: Matter, act: str, *, actor: Person, at: datetime) -> None:
        """The step whose act is `act` is done; a Refusal raised here stops the act."""


@runtime_checkable
class Dated(Protocol):
    """A handler that knows the days of the events that limits run from: 返岗次日 needs the day of 返岗."""

    def event_day(self, matter: Matter, event: str) -> date | None:
        """None where that day is not known yet."""


@dataclass(frozen=True, slots=True)
class Handler:
    """A regulation by its key, with one handler for each procedure it runs."""

    key: str
    procedures: Mapping[str, ProcedureHandler] = field(default_factory=dict)


_handlers: dict[str, Handler] = {}


def register(handler: Handler) -> None:
    """Called from the `ready()` of a regulation's AppConfig; the later of two with one key stands."""
    _handlers[handler.key] = handler


def handler(key: str) -> Handler:
    """Raises LookupError for a regulation that never registered."""
    try:
        return _handlers[key]
    except KeyError:
        raise LookupError(f"no regulation answers to {key!r}") from None


def handler_of(matter: Matter) -> ProcedureHandler:
    """The handler of the matter's own procedure; LookupError where its regulation does not run it."""
    procedures = handler(matter.regulation).procedures
    if matter.procedure not in procedures:
        raise LookupError(f"{matter.regulation} does not run {matter.procedure}")
    return procedures[matter.procedure]


def procedures() -> tuple[str, ...]:
    """Every procedure that some regulation runs, in the order in which they were registered."""
    return tuple(name for handler in _handlers.values() for name in handler.procedures)
