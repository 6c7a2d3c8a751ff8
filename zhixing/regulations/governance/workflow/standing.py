"""Who is secretary, member of the party group, chief, deputy on a day: the rolls of the two meetings (01-6.2, 01-8.2)."""

from __future__ import annotations

from datetime import date

from zhixing.organ.models import Holding, Organ, Person
from zhixing.organ.who import holders
from zhixing.regulations.governance.facts import CHIEFS

SECRETARY = ("党组书记",)
GROUP = ("党组书记", "党组副书记", "党组成员")
CHIEF = ("局长",)
ACTING_CHIEF = ("主持工作",)
DEPUTIES = ("副局长",)
OFFICE = ("办公室主任",)


def holding(organ: Organ, posts: tuple[str, ...], day: date) -> dict[Person, str]:
    """Everybody who holds one of the posts on that day, with the first of them, in order of the staff numbers."""
    held = Holding.objects.on(day).filter(organ=organ, post__in=posts).select_related("person")
    found: dict[Person, str] = {}
    for one in sorted(held, key=lambda one: posts.index(one.post)):
        found.setdefault(one.person, one.post)
    return dict(sorted(found.items(), key=lambda pair: pair[0].number))


def party_group(organ: Organ, day: date) -> dict[Person, str]:
    """A vacancy is nobody, so that it is not due; a discipline head sits here where he is a member."""
    return holding(organ, GROUP, day)


def chiefs_meeting(organ: Organ, day: date) -> dict[Person, str]:
    """行政一把手 and the deputies; whoever stands in for a vacant chief sits in his place."""
    found = holding(organ, (*CHIEF, *DEPUTIES), day)
    if "局长" in found.values():
        return found
    return {**found, **holding(organ, ACTING_CHIEF, day)}


def secretary(organ: Organ, day: date) -> Person | None:
    return next(iter(holding(organ, SECRETARY, day)), None)


def chief(organ: Organ, day: date) -> Person | None:
    found = holding(organ, CHIEF, day) or holding(organ, ACTING_CHIEF, day)
    return next(iter(found), None)


def office_directors(organ: Organ, day: date) -> dict[Person, str]:
    return holding(organ, OFFICE, day)


def personnel_leader(organ: Organ, day: date) -> Person | None:
    """分管人事的领导 is who leads the office, where personnel sits (domain 5.2)."""
    anybody = Person.objects.filter(organ=organ).first()
    found = holders(organ, "分管办公室领导", about=anybody, day=day) if anybody else []
    return found[0] if found else None


def standing_for(person: Person, meeting: str, day: date) -> str:
    """书记, 党组成员, 局长, 副局长 or 其他: of several the one that counts for the meeting."""
    group, administration = _in_group(person, day), _in_administration(person, day)
    first, second = (administration, group) if meeting in AS_ADMINISTRATION else (group, administration)
    return first or second or "其他"


AS_ADMINISTRATION = frozenset({CHIEFS, "全体会议", "专题会议"})


def _in_group(person: Person, day: date) -> str:
    if person == secretary(person.organ, day):
        return "书记"
    return "党组成员" if person in party_group(person.organ, day) else ""


def _in_administration(person: Person, day: date) -> str:
    if person == chief(person.organ, day):
        return "局长"
    return "副局长" if person in holding(person.organ, DEPUTIES, day) else ""
