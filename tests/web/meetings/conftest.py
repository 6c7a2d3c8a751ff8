from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.people import build_people
from tests.regulations.governance.party_meeting import KIND, PartyMeeting
from tests.web.bureau import build
from tests.web.meetings.rooms import Rooms
from zhixing.office.meetings import kinds
from zhixing.organ.models import Account, Person


@pytest.fixture
def rooms(db: None) -> Iterator[Rooms]:
    """The demo bureau with an account for everybody, and a second organ."""
    given = list(kinds._contributions.get(KIND, ()))
    party = PartyMeeting(build_people(PartyMeeting.at))
    for person in Person.objects.filter(organ=party.organ):
        Account.objects.create(organ=party.organ, person=person, username=person.number)
    other = build("ouhai-jx", "瓯海区经信局")
    yield Rooms(party, other)
    kinds._contributions[KIND] = given
