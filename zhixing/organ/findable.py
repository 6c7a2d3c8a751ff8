"""Under which words people and sections are found."""

import re

from zhixing.files.models import StoredFile
from zhixing.files.store import text_of
from zhixing.organ import models
from zhixing.search.index import Words, register

BROKEN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\s+(?=[\u3000-\u9fff\uff00-\uffef])")
LONGEST = 200_000


def person(one: models.Person) -> Words:
    return Words(one.name, f"{one.number} {one.pinyin}")


def section(one: models.Section) -> Words:
    return Words(one.name, one.kind)


def stored_file(one: StoredFile) -> Words:
    """Its name and what it says. A line that ends within a word is joined: paper breaks Chinese anywhere."""
    return Words(one.name, BROKEN.sub("", text_of(one))[:LONGEST])


def publish() -> None:
    register(StoredFile, "附件", stored_file)
    register(models.Person, "人员", person)
    register(models.Section, "科室", section)
