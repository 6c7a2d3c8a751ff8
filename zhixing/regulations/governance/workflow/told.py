"""Findings about who acts and in which state, so that they stand beside every other fault of the same act."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.organ.models import Person
from zhixing.regulations.governance.workflow.statute import finding


def by(
    actor: Person, expected: str, people: Iterable[Person | None], clause: str, day: date
) -> list[Finding]:
    """A finding unless the actor is one of the people."""
    if any(one is not None and one.pk == actor.pk for one in people):
        return []
    return [
        finding(
            day=day, clause=clause, fact="办理人", found=actor.name, expected=expected,
            mend=f"请由{expected}办理。", who=expected,
        )
    ]  # fmt: skip


def in_state(state: str, wanted: tuple[str, ...], clause: str, day: date) -> list[Finding]:
    if state in wanted:
        return []
    return [
        finding(
            day=day, clause=clause, fact="状态", found=state, expected="、".join(wanted),
            mend="请刷新页面，看清现在到了哪一步。",
        )
    ]  # fmt: skip


def unwritten(texts: dict[str, object], clause: str, day: date) -> list[Finding]:
    """One finding for each thing that must be given and is not."""
    return [
        finding(
            day=day,
            clause=clause,
            fact=fact,
            found="没有填写",
            expected=f"写明{fact}",
            mend=f"请填写{fact}。",
        )
        for fact, text in texts.items()
        if not (text.strip() if isinstance(text, str) else text)
    ]


def ours(actor: Person, people: dict[str, Person | None], clause: str, day: date) -> list[Finding]:
    """Nobody of another organ is named in a record of this one."""
    return [
        finding(
            day=day, clause=clause, fact=fact, found="不属于本单位", expected="本单位的人员",
            mend=f"请重新选择{fact}。",
        )
        for fact, person in people.items()
        if person is not None and person.organ_id != actor.organ_id
    ]  # fmt: skip
