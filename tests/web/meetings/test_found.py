"""Meetings are reached from the desk, from a notice and, once something is resolved, from the search."""

from __future__ import annotations

from tests.web.meetings.rooms import Rooms
from zhixing.office.duties.models import Notice
from zhixing.search.models import Document


def test_the_desk_shows_ones_own_meetings_that_are_to_come(rooms: Rooms) -> None:
    meeting = rooms.party.noticed()
    desk = rooms.get("E002", "/desk/").content.decode()
    assert f'href="/meetings/{meeting.pk}/"' in desk
    assert meeting.title not in rooms.get("E020", "/desk/").content.decode()


def test_a_meeting_under_way_leads_into_its_room(rooms: Rooms) -> None:
    meeting = rooms.party.opened()
    assert f'href="/meetings/{meeting.pk}/room/"' in rooms.get("E002", "/desk/").content.decode()


def test_the_notice_leads_to_the_meeting(rooms: Rooms) -> None:
    meeting = rooms.party.noticed()
    told = Notice.objects.get(person__number="E002", object_kind="会议")
    done = rooms.press("E002", "/notices/read/", "", notice=told.pk)
    assert done.headers["Location"] == f"/meetings/{meeting.pk}/"


def test_what_was_resolved_is_found_by_those_who_may_see_it(rooms: Rooms) -> None:
    meeting = rooms.party.sealed()
    task = rooms.party.resolution(meeting)
    Document.objects.get(kind="决定事项", object_id=str(task.pk))
    assert task.number in rooms.read("E011", "/search/", q="预算草案")
    assert task.number not in rooms.read("E030", "/search/", q="预算草案")
