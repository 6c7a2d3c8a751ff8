"""Which sections a person answers for, so that a topic of theirs may be proposed by this person (01-6.3, 01-8.3)."""

from __future__ import annotations

from datetime import date

from zhixing.organ.models import Holding, Person, Section
from zhixing.organ.who import service_on

POSTS = ("科室负责人", "科室副职", "办公室主任")


def sections_of(person: Person, day: date) -> list[Section]:
    """Sections whose head or deputy head the person is on that day, in the order of the organ."""
    held = Holding.objects.on(day).filter(organ=person.organ_id, person=person, post__in=POSTS)
    service = service_on(person, day)
    own = service.section if service else None  # where the post itself names no section
    sections = {section for one in held.select_related("section") if (section := one.section or own)}
    return sorted(sections, key=lambda one: (one.order, one.pk))
