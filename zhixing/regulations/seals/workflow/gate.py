"""What the acts of 17 do alike: their journal entries, who is let in, what must be written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.organ.authority import holds
from zhixing.organ.entries import enter
from zhixing.organ.models import Person
from zhixing.regulations.seals.explained import KINDS
from zhixing.regulations.seals.workflow.statute import finding

MANAGERS = ("办公室主任", "印章管理员")


def keep(
    record: Model, action: str, *, actor: Person, at: datetime, key: str, rule: str,
    payload: Mapping[str, object] | None = None, touched: Sequence[Model] = (),
) -> Receipt:  # fmt: skip
    """One entry about a record of 17, sealed with what it touches."""
    return enter(
        actor=actor, action=action, kind=KINDS[type(record)], record=record, payload=payload or {}, at=at,
        key=key, rule=rule, touched=touched,
    )  # fmt: skip


def manages(person: Person, day: date) -> bool:
    """The office keeps the register of seals (17-1)."""
    return holds(person, MANAGERS, day)


def not_manager(actor: Person, day: date, clause: str) -> Iterator[Finding]:
    if not manages(actor, day):
        who = "办公室主任或者印章管理员"
        yield finding(
            day=day, clause=clause, fact="办理人", found=actor.name, expected=who, mend=f"请交{who}办理。",
            who=who,
        )  # fmt: skip


def not_the(actor: Person, person: Person, what: str, day: date, clause: str) -> Iterator[Finding]:
    """Unless the actor is that person."""
    if actor.pk != person.pk:
        yield finding(
            day=day, clause=clause, fact="办理人", found=actor.name, expected=f"{what}{person.name}",
            mend=f"请由{what}{person.name}办理。", who=person.name,
        )  # fmt: skip


def unwritten(texts: Mapping[str, object], day: date, clause: str) -> Iterator[Finding]:
    for fact, said in texts.items():
        if said is None or not str(said).strip():
            yield finding(
                day=day, clause=clause, fact=fact, found="没有填写", expected=f"写明{fact}",
                mend=f"请填写{fact}。",
            )  # fmt: skip


def foreign(actor: Person, organ: str | None, day: date, clause: str) -> Iterator[Finding]:
    """What belongs to another organ does not exist here."""
    if organ is not None and organ != actor.organ_id:
        yield finding(
            day=day, clause=clause, fact="单位", found="不属于本单位", expected="本单位的登记",
            mend="请核对后重新选择。",
        )  # fmt: skip
