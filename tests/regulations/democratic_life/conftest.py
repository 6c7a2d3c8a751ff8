from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.people import build_people
from tests.regulations.democratic_life.hall import NOW, Hall
from tests.regulations.governance.chamber import unexplained
from zhixing.organ.models import Organ


@pytest.fixture
def organ(db: None) -> Organ:
    return build_people(NOW)


@pytest.fixture
def hall(organ: Organ) -> Iterator[Hall]:
    """Whatever a test does with it, the journal explains every row in the end."""
    before = unexplained(organ)
    yield Hall(organ)
    assert [one for one in unexplained(organ) if one not in before] == []
