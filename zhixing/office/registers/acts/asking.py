"""What the acts on kept things ask alike: who may act, in which state; and their journal entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.registers.explained import KINDS
from zhixing.office.registers.kinds import Register, kind_of
from zhixing.office.registers.models import Kept
from zhixing.organ.entries import enter
from zhixing.organ.models import Person


def in_state(record: Kept | Model, *states: str) -> list[Finding]:
    found: str = record.state  # type: ignore[union-attr]  # every record asked here has a state
    if found in states:
        return []
    return [Finding("状态", found, "或者".join(states), "请刷新页面，看清现在的状态。")]


def of_the_organ(actor: Person, record: Model) -> list[Finding]:
    if actor.organ_id == record.organ_id:  # type: ignore[attr-defined]  # every record has an organ
        return []
    return [Finding("单位", "不属于本单位", "本单位的登记", "请核对后重新选择。")]


def managed_by(actor: Person, register: Register, day: date) -> list[Finding]:
    if register.manages(actor, day):
        return []
    return [_somebody_else(actor, register.posts["manages"], register.clause("entry"))]


def held_by(actor: Person, kept: Kept) -> list[Finding]:
    """In whose hands it lies: the keeper, or whoever keeps it for a while."""
    if kept.holder_id == actor.pk:
        return []
    return [_somebody_else(actor, kept.holder.name, kind_of(kept).clause("keeper"))]


def only(actor: Person, person: Person, clause: str) -> list[Finding]:
    return [] if actor.pk == person.pk else [_somebody_else(actor, person.name, clause)]


def _somebody_else(actor: Person, expected: str, clause: str) -> Finding:
    return Finding("办理人", actor.name, expected, f"请由{expected}办理。", clause=clause, who=expected)


def refuse(conclusion: str, findings: Iterable[Finding]) -> None:
    """Raises one Refusal with everything found; nothing found, nothing said."""
    found = tuple(findings)
    if found:
        raise Refusal(conclusion, found)


def note(
    kept: Kept, action: str, *, actor: Person, at: datetime, key: str, rule: str, record: Model | None = None,
    payload: Mapping[str, object] | None = None, touched: Sequence[Model] = (),
) -> Receipt:  # fmt: skip
    """One entry about the thing or a record of it."""
    about = record or kept
    return enter(
        actor=actor, action=action, kind=KINDS[type(about)], record=about,
        payload={"登记簿": kept.register, "名称": kept.name, "登记号": kept.number, **(payload or {})}, at=at,
        key=key, rule=kind_of(kept).clause(rule), touched=touched,
    )  # fmt: skip
