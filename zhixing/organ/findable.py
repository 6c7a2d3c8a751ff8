"""Under which words people and sections are found."""

from zhixing.organ import models
from zhixing.search.index import Words, register


def person(one: models.Person) -> Words:
    return Words(one.name, f"{one.number} {one.pinyin}")


def section(one: models.Section) -> Words:
    return Words(one.name, one.kind)


def publish() -> None:
    register(models.Person, "人员", person)
    register(models.Section, "科室", section)
