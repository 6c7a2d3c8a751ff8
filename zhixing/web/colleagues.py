"""The people one can choose from: everybody of the organ who serves today, by section."""

from datetime import date
from itertools import groupby

from zhixing.organ.models import Person, Service


def colleagues(person: Person, day: date) -> list[tuple[str, list[Person]]]:
    """[(section, people)], without the person; in the order of the sections."""
    serving = (
        Service.objects.on(day)
        .filter(organ_id=person.organ_id)
        .exclude(person=person)
        .select_related("person", "section")
        .order_by("section__order", "section__pk", "person__number")
    )
    return [
        (name, [service.person for service in part])
        for name, part in groupby(serving, key=lambda service: service.section.name)
    ]
