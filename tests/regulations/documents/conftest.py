from datetime import UTC, datetime

import pytest

from tests.people import build_people
from zhixing.organ.models import Organ, Person


@pytest.fixture
def organ(db: None) -> Organ:
    return build_people(datetime(2025, 1, 1, tzinfo=UTC))


@pytest.fixture
def people(organ: Organ) -> dict[str, Person]:
    return {one.number: one for one in Person.objects.filter(organ=organ)}
