"""Who sees what of a meeting: members and recorder all of it, a section its own task, everybody else nothing."""

from __future__ import annotations

from datetime import date

import pytest

from tests.office.meetings.conftest import ALL, House
from tests.office.meetings.test_deciding import task, voted
from zhixing.office.meetings.acts.agenda import invite
from zhixing.office.meetings.acts.conclude import conclude
from zhixing.office.meetings.acts.notice import send_notice
from zhixing.office.meetings.acts.opening import open_meeting
from zhixing.office.meetings.acts.voting import Counts
from zhixing.office.meetings.models import Item, Meeting, Minutes, Resolution, Speech, Vote
from zhixing.organ.models import Account
from zhixing.organ.policy import Viewer, viewer_of, visible

DAY = date(2026, 11, 24)


def looking(house: House, number: str) -> Viewer:
    person = house.person(number)
    account = Account(username=number, person=person, organ=house.organ)
    return viewer_of(account, DAY)


@pytest.fixture
def held(house: House) -> Meeting:
    meeting = house.planned("甲", "乙")
    invite(
        meeting=meeting, person=house.person("E019"), item=meeting.items.get(title="乙"), **house.who("E008")
    )
    send_notice(meeting=meeting, **house.who("E008"))
    house.come(meeting, *ALL)
    open_meeting(meeting=meeting, **house.who("E008"))
    item = house.discussed(meeting, "甲")
    voted(house, item, Counts(6, 0, 0))
    conclude(item=item, decision="同意。", task=task(house), **house.who("E008"))
    return meeting


@pytest.mark.parametrize("number", [*ALL, "E008"])
def test_members_and_recorder_see_the_meeting(house: House, held: Meeting, number: str) -> None:
    viewer = looking(house, number)
    assert list(visible(viewer, Meeting)) == [held]
    assert visible(viewer, Vote).count() == 1
    assert visible(viewer, Item).count() == 2


@pytest.mark.parametrize("number", ["E005", "E009", "E015", "E019", "E020"])
def test_nobody_else_sees_the_meeting(house: House, held: Meeting, number: str) -> None:
    viewer = looking(house, number)
    for model in (Meeting, Vote, Minutes, Speech):
        assert not visible(viewer, model).exists()


def test_who_was_invited_for_one_topic_sees_that_one(house: House, held: Meeting) -> None:
    assert [one.title for one in visible(looking(house, "E019"), Item)] == ["乙"]


@pytest.mark.parametrize(
    ("number", "sees"), [("E015", True), ("E017", True), ("E003", True), ("E019", False)]
)
def test_a_section_sees_what_it_has_to_carry_out(
    house: House, held: Meeting, number: str, *, sees: bool
) -> None:
    assert visible(looking(house, number), Resolution).exists() is sees


def test_a_plan_is_seen_by_who_is_told_only(house: House) -> None:
    house.planned("甲")
    assert not visible(looking(house, "E003"), Meeting).exists()
    assert visible(looking(house, "E008"), Meeting).exists()
    assert visible(looking(house, "E001"), Meeting).exists()
