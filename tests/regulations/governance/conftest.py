from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.people import build_people
from tests.regulations.governance.chamber import NOW, Chamber, unexplained
from zhixing.organ.models import Organ


@pytest.fixture
def organ(db: None) -> Organ:
    return build_people(NOW)


@pytest.fixture
def chamber(organ: Organ) -> Iterator[Chamber]:
    """Whatever a test does with it, the journal explains every row in the end."""
    before = unexplained(organ)
    yield Chamber(organ)
    assert [one for one in unexplained(organ) if one not in before] == []
