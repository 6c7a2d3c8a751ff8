"""Who bears a duty on a day: the holders of the post it names."""

from __future__ import annotations

from datetime import date

from zhixing.office.duties.models import DutyDue
from zhixing.organ.models import Holding, Organ, Person, Service
from zhixing.organ.who import holders

EVERYBODY = frozenset({"本人", "全体人员", "全局工作人员"})
OF_SECTIONS = {"各科室": "科室负责人", "科室": "科室负责人", "涉企科室": "科室负责人"}


def bearers_of(due: DutyDue, day: date) -> list[Person]:
    return holders_of(due.organ, due.post, day)


def holders_of(organ: Organ, post: str, day: date) -> list[Person]:
    """Everybody who holds `post`; empty for a duty of everybody, who is not reminded one by one."""
    if post in EVERYBODY:
        return []
    held = OF_SECTIONS.get(post, post)
    found = Holding.objects.on(day).filter(organ=organ, post=held).select_related("person")
    people = list(dict.fromkeys(one.person for one in found))
    anybody = Service.objects.on(day).filter(organ=organ).select_related("person").first()
    if people or anybody is None:
        return people
    return holders(organ, held, about=anybody.person, day=day)


def above(organ: Organ, person: Person, day: date) -> list[Person]:
    """分管领导 of a bearer; nobody is above himself."""
    found = holders(organ, "分管局长", about=person, day=day)
    return [leader for leader in found if leader.pk != person.pk]
