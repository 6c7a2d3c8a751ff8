"""Whose records a page may gather: the whole house, the sections led, the section headed (domain 4.10)."""

from datetime import date

from django.db.models import Q

from zhixing.organ.models import Holding, Person, Portfolio, Section, Service
from zhixing.organ.policy import Viewer

WHOLE_HOUSE = frozenset({"办公室", "局长"})


def sees_all(viewer: Viewer) -> bool:
    return bool(viewer.roles & WHOLE_HOUSE)


def answered_for(viewer: Viewer) -> set[int]:
    """The numbers of those whose discipline this viewer may know: all, else the own sections' and oneself."""
    serving = Service.objects.on(viewer.day).filter(organ=viewer.organ)
    if not sees_all(viewer):
        led = Portfolio.objects.on(viewer.day).filter(organ=viewer.organ, leader=viewer.person)
        serving = serving.filter(Q(section__in=led.values("section")) | Q(person=viewer.person))
    return set(serving.values_list("person", flat=True))


def sections_counted(viewer: Viewer) -> list[Section]:
    """The sections whose figures this viewer may see: a head of section the own, office and leaders all."""
    sections = Section.objects.on(viewer.day).filter(organ=viewer.organ)
    if not viewer.roles & {"办公室", "局领导", "局长"}:
        headed = Holding.objects.on(viewer.day).filter(
            organ=viewer.organ, person=viewer.person, post="科室负责人"
        )
        sections = sections.filter(pk__in=headed.values("section"))
    return list(sections.order_by("order", "pk"))


def staff_of(viewer: Viewer, day: date) -> list[tuple[Person, str]]:
    """Everybody who serves on `day`, with the section, by number."""
    serving = Service.objects.on(day).filter(organ=viewer.organ).select_related("person", "section")
    return [(row.person, row.section.name) for row in serving.order_by("person__number")]
