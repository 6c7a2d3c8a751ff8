"""What the acts on a notice ask alike: who may act, in which state; and their journal entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.publication.explained import KINDS
from zhixing.office.publication.kinds import Kind, kind_of
from zhixing.office.publication.models import PublicNotice
from zhixing.organ.entries import enter
from zhixing.organ.models import Person


def in_state(notice: PublicNotice, *states: str) -> list[Finding]:
    if notice.state in states:
        return []
    return [Finding("公示状态", notice.state, "或者".join(states), "请刷新页面，看清公示现在到了哪一步。")]


def by(actor: Person, kind: Kind, role: str, day: date) -> list[Finding]:
    """A finding unless the kind lets the actor do what `role` (drafts, reviews, hears) does."""
    if getattr(kind, role)(actor, day):
        return []
    expected = kind.posts[role]
    return [
        Finding(
            "办理人", actor.name, expected, f"请由{expected}办理。", clause=kind.clause("text"), who=expected
        )
    ]


def of_the_organ(actor: Person, notice: PublicNotice) -> list[Finding]:
    if actor.organ_id == notice.organ_id:
        return []
    return [Finding("单位", "不属于本单位", "本单位的公示", "请核对后重新选择。")]


def refuse(conclusion: str, findings: Iterable[Finding]) -> None:
    """Raises one Refusal with everything found; nothing found, nothing said."""
    found = tuple(findings)
    if found:
        raise Refusal(conclusion, found)


def note(
    notice: PublicNotice, action: str, *, actor: Person, at: datetime, key: str, rule: str = "period",
    record: Model | None = None, payload: Mapping[str, object] | None = None, touched: Sequence[Model] = (),
) -> Receipt:  # fmt: skip
    """One entry about the notice or a record of it."""
    about = record or notice
    return enter(
        actor=actor, action=action, kind=KINDS[type(about)], record=about,
        payload={"公示": notice.title, "公示编号": notice.pk, **(payload or {})}, at=at, key=key,
        rule=kind_of(notice).clause(rule), touched=touched,
    )  # fmt: skip
