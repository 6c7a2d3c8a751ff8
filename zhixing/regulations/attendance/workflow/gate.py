"""Findings about who acts, so that they stand beside every other fault of the same act."""

from __future__ import annotations

from datetime import date

from zhixing.law.refusal import Finding
from zhixing.organ.authority import is_chief, is_office
from zhixing.organ.models import Person
from zhixing.regulations.attendance.workflow.statute import finding


def not_of_office(actor: Person, day: date, clause: str) -> list[Finding]:
    """Empty when the actor keeps attendance at the office on that day."""
    return [] if is_office(actor, day) else [_wrong_actor(actor, "办公室", day, clause)]


def not_chief(actor: Person, day: date, clause: str) -> list[Finding]:
    return [] if is_chief(actor, day) else [_wrong_actor(actor, "局长", day, clause)]


def not_self(actor: Person, person: Person, day: date, clause: str) -> list[Finding]:
    return [] if actor.pk == person.pk else [_wrong_actor(actor, "本人", day, clause)]


def _wrong_actor(actor: Person, post: str, day: date, clause: str) -> Finding:
    return finding(
        day=day,
        clause=clause,
        fact="办理人",
        found=actor.name,
        expected=f"由{post}办理",
        mend=f"请交{post}办理。",
        who=post,
    )


def other_organ(actor: Person, organ_id: str, day: date, clause: str) -> list[Finding]:
    """Nothing crosses organs."""
    if actor.organ_id == organ_id:
        return []
    return [
        finding(
            day=day,
            clause=clause,
            fact="单位",
            found="不属于本单位",
            expected="本单位的人员和记录",
            mend="请核对后重新选择。",
            who="办公室",
        )
    ]


def unwritten(texts: dict[str, str], day: date, clause: str, who: str = "本人") -> list[Finding]:
    """One finding for each text that must be written and is not."""
    return [
        finding(
            day=day,
            clause=clause,
            fact=fact,
            found="没有填写",
            expected=f"写明{fact}",
            mend=f"请填写{fact}。",
            who=who,
        )
        for fact, text in texts.items()
        if not text.strip()
    ]
