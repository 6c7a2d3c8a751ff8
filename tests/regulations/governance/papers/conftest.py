from collections.abc import Iterator

import pytest

from tests.regulations.governance.party_meeting import KIND, PartyMeeting
from zhixing.office.meetings import kinds
from zhixing.organ.models import Organ


@pytest.fixture
def party(organ: Organ) -> Iterator[PartyMeeting]:
    given = list(kinds._contributions.get(KIND, ()))
    yield PartyMeeting(organ)
    kinds._contributions[KIND] = given
