"""Which sections a person answers for, so that a topic of theirs may be proposed by this person (01-6.3, 01-8.3)."""

from __future__ import annotations

from datetime import date

from zhixing.organ.models import Holding, Person, Section

POSTS = ("科室负责人", "科室副职", "办公室主任")


def sections_of(person: Person, day: date) -> list[Section]:
    """Sections whose head or deputy head the person is on that day, in the order of the organ."""
    held = Holding.objects.on(day).filter(organ=person.organ_id, person=person, post__in=POSTS)
    sections = {one.section for one in held.select_related("section") if one.section is not None}
    return sorted(sections, key=lambda one: (one.order, one.pk))
