"""Who may do what: office, chief, the deputy in charge, finance (domain R2 2.1)."""

from __future__ import annotations

from datetime import date

from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.models import Holding, Person
from zhixing.organ.who import holders

OFFICE_POSTS = ("办公室主任", "考勤管理员")
FINANCE_POSTS = ("会计", "出纳")


def holds(person: Person, posts: tuple[str, ...], day: date) -> bool:
    """Whether `person` holds one of the posts on that day."""
    held = Holding.objects.filter(organ_id=person.organ_id, person=person, post__in=posts, since__lte=day)
    return held.exclude(until__lt=day).exists()


def is_office(person: Person, day: date) -> bool:
    return holds(person, OFFICE_POSTS, day)


def is_finance(person: Person, day: date) -> bool:
    return holds(person, FINANCE_POSTS, day)


def is_chief(person: Person, day: date) -> bool:
    return person in holders(person.organ, "局长", about=person, day=day)


def leads(leader: Person, person: Person, day: date) -> bool:
    """Whether `leader` is the chief or in charge of the person's section; nobody leads himself."""
    if leader.pk == person.pk or leader.organ_id != person.organ_id:
        return False
    organ = person.organ
    return leader in holders(organ, "局长", about=person, day=day) or leader in holders(
        organ, "分管局长", about=person, day=day
    )


def office_only(actor: Person, day: date, *, clause: str) -> None:
    """Raises Refusal unless the actor keeps attendance for the office."""
    if not is_office(actor, day):
        raise _not_yours(actor, "办公室主任或者考勤管理员", clause)


def chief_only(actor: Person, day: date, *, clause: str) -> None:
    if not is_chief(actor, day):
        raise _not_yours(actor, "局长", clause)


def leader_only(actor: Person, person: Person, day: date, *, clause: str) -> None:
    if not leads(actor, person, day):
        raise _not_yours(actor, "局长或者分管这个科室的局领导，并且不是本人", clause)


def own_only(actor: Person, person: Person, *, clause: str) -> None:
    if actor.pk != person.pk:
        raise _not_yours(actor, "本人", clause)


def same_organ(actor: Person, *, organ_id: str, clause: str) -> None:
    """A record of another organ does not exist for the actor."""
    if actor.organ_id != organ_id:
        raise _not_yours(actor, "本单位的人员", clause)


def _not_yours(actor: Person, expected: str, clause: str) -> Refusal:
    return Refusal(
        "这件事不归您办理。",
        (Finding("办理人", actor.name, expected, f"请交{expected}办理。", clause=clause, who=expected),),
    )
