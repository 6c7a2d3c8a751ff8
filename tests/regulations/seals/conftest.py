from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.people import build_people
from tests.regulations.seals.cabinet import NOW, Cabinet, unexplained
from zhixing.office import away
from zhixing.organ.models import Organ, Person
from zhixing.regulations.seals.models import Seal


@pytest.fixture
def organ(db: None) -> Organ:
    return build_people(NOW)


@pytest.fixture
def cabinet(organ: Organ) -> Iterator[Cabinet]:
    """Whatever a test does with it, the journal explains every row in the end."""
    before = unexplained(organ)
    yield Cabinet(organ)
    assert [one for one in unexplained(organ) if one not in before] == []


@pytest.fixture
def seal(cabinet: Cabinet) -> Seal:
    return cabinet.seal()


@pytest.fixture
def absent() -> Iterator[set[str]]:
    """The numbers of those whose granted leave covers every moment."""
    gone: set[str] = set()

    def source(person: Person, at: object) -> bool:
        return person.number in gone

    away.register_source("test", source)
    yield gone
    away._sources.pop("test")
