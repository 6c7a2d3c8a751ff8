"""Who takes part: the party group of the day, its secretary, the office director (13-1, 13-2)."""

from __future__ import annotations

from datetime import date

from zhixing.law.refusal import Finding
from zhixing.organ.models import Holding, Organ, Person

SECRETARY = ("党组书记",)
GROUP = ("党组书记", "党组副书记", "党组成员")
OFFICE = ("办公室主任",)
SECRETARY_WORDS, OFFICE_WORDS, MEMBER_WORDS = "党组书记", "办公室主任", "党组成员"


def holding(organ: Organ, posts: tuple[str, ...], day: date) -> dict[Person, str]:
    """Everybody who holds one of the posts on that day with the first of them, by staff number; a vacancy is nobody."""
    held = Holding.objects.on(day).filter(organ=organ, post__in=posts).select_related("person")
    found: dict[Person, str] = {}
    for one in sorted(held, key=lambda one: posts.index(one.post)):
        found.setdefault(one.person, one.post)
    return dict(sorted(found.items(), key=lambda pair: pair[0].number))


def party_group(organ: Organ, day: date) -> dict[Person, str]:
    return holding(organ, GROUP, day)


def office_directors(organ: Organ, day: date) -> dict[Person, str]:
    return holding(organ, OFFICE, day)


def secretary(organ: Organ, day: date) -> Person | None:
    return next(iter(holding(organ, SECRETARY, day)), None)


def is_member(person: Person, day: date) -> bool:
    return person in party_group(person.organ, day)


def is_office(person: Person, day: date) -> bool:
    return person in office_directors(person.organ, day)


def is_secretary(person: Person, day: date) -> bool:
    return person in holding(person.organ, SECRETARY, day)


def by_office(actor: Person, day: date, clause: str) -> list[Finding]:
    return [] if is_office(actor, day) else [_not_theirs(actor, OFFICE_WORDS, clause)]


def by_secretary(actor: Person, day: date, clause: str) -> list[Finding]:
    return [] if is_secretary(actor, day) else [_not_theirs(actor, SECRETARY_WORDS, clause)]


def by_office_or_secretary(actor: Person, day: date, clause: str) -> list[Finding]:
    if is_office(actor, day) or is_secretary(actor, day):
        return []
    return [_not_theirs(actor, f"{OFFICE_WORDS}或者{SECRETARY_WORDS}", clause)]


def by_member(actor: Person, day: date, clause: str) -> list[Finding]:
    return [] if is_member(actor, day) else [_not_theirs(actor, MEMBER_WORDS, clause)]


def by_office_or_member(actor: Person, day: date, clause: str) -> list[Finding]:
    if is_office(actor, day) or is_member(actor, day):
        return []
    return [_not_theirs(actor, f"{OFFICE_WORDS}或者{MEMBER_WORDS}", clause)]


def _not_theirs(actor: Person, expected: str, clause: str) -> Finding:
    return Finding("办理人", actor.name, expected, f"请由{expected}办理。", clause=clause, who=expected)
