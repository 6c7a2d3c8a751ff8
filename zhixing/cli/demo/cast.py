"""Who does what in the demo's half year, found by the posts they hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.organ.models import Holding, Organ, Person
from zhixing.organ.who import service_on
from zhixing.regulations.attendance.workflow.day_facts import on_staff_between

KEEPER = ("考勤管理员", "办公室主任")


@dataclass(frozen=True, slots=True)
class Cast:
    organ: Organ
    chief: Person
    director: Person
    keeper: Person
    accountant: Person
    staff: tuple[Person, ...]

    def serving(self, day: date) -> list[Person]:
        return [person for person in self.staff if service_on(person, day)]


def cast_of(organ: Organ, first: date, last: date) -> Cast:
    return Cast(
        organ=organ,
        chief=_holder(organ, last, "局长"),
        director=_holder(organ, last, "办公室主任"),
        keeper=_holder(organ, last, *KEEPER),
        accountant=_holder(organ, last, "会计"),
        staff=tuple(on_staff_between(organ, first, last)),
    )


def _holder(organ: Organ, day: date, *posts: str) -> Person:
    """Whoever holds the first of the posts that anybody holds."""
    for post in posts:
        held = Holding.objects.on(day).filter(organ=organ, post=post).select_related("person").first()
        if held:
            return held.person
    raise LookupError(f"nobody is {posts[0]}")
