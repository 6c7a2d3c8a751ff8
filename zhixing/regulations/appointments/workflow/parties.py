"""Who moves an appointment: the personnel leader, the secretary, the party group, the office (domain R4 4.1)."""

from __future__ import annotations

from datetime import date

from zhixing.law.refusal import Finding
from zhixing.organ.authority import holds
from zhixing.organ.models import Holding, Organ, Person
from zhixing.organ.who import holders

GROUP = ("党组书记", "党组副书记", "党组成员")
OFFICE = ("办公室主任",)
SECRETARY = ("党组书记",)
LEADER_WORDS, SECRETARY_WORDS, OFFICE_WORDS = "分管人事的领导", "党组书记", "办公室主任"


def personnel_leaders(organ: Organ, day: date) -> list[Person]:
    """分管人事的领导 is who leads the office, where personnel sits (domain 5.2)."""
    anybody = Person.objects.filter(organ=organ).first()
    return holders(organ, "分管办公室领导", about=anybody, day=day) if anybody else []


def secretaries(organ: Organ, day: date) -> list[Person]:
    return _holding(organ, SECRETARY, day)


def group_members(organ: Organ, day: date) -> list[Person]:
    return _holding(organ, GROUP, day)


def office_directors(organ: Organ, day: date) -> list[Person]:
    return _holding(organ, OFFICE, day)


def is_personnel_leader(person: Person, day: date) -> bool:
    return person in personnel_leaders(person.organ, day)


def is_office(person: Person, day: date) -> bool:
    return holds(person, OFFICE, day)


def is_secretary(person: Person, day: date) -> bool:
    return holds(person, SECRETARY, day)


def by_leader(actor: Person, day: date, clause: str) -> list[Finding]:
    return [] if is_personnel_leader(actor, day) else [_not_theirs(actor, LEADER_WORDS, clause)]


def by_secretary(actor: Person, day: date, clause: str) -> list[Finding]:
    return [] if is_secretary(actor, day) else [_not_theirs(actor, SECRETARY_WORDS, clause)]


def by_office(actor: Person, day: date, clause: str) -> list[Finding]:
    return [] if is_office(actor, day) else [_not_theirs(actor, OFFICE_WORDS, clause)]


def by_office_or_leader(actor: Person, day: date, clause: str) -> list[Finding]:
    if is_office(actor, day) or is_personnel_leader(actor, day):
        return []
    return [_not_theirs(actor, f"{OFFICE_WORDS}或者{LEADER_WORDS}", clause)]


def not_about_himself(actor: Person, candidate: Person | None, clause: str) -> list[Finding]:
    """Whoever is to be appointed does nothing in the own case (G-05)."""
    if candidate is None or candidate.pk != actor.pk:
        return []
    return [
        Finding("办理人", f"{actor.name}是人选本人", "人选以外的同志", "请交别的同志办理。", clause=clause)
    ]


def _holding(organ: Organ, posts: tuple[str, ...], day: date) -> list[Person]:
    held = Holding.objects.on(day).filter(organ=organ, post__in=posts).select_related("person")
    return list(dict.fromkeys(one.person for one in held.order_by("person__number")))


def _not_theirs(actor: Person, expected: str, clause: str) -> Finding:
    return Finding("办理人", actor.name, expected, f"请由{expected}办理。", clause=clause, who=expected)
