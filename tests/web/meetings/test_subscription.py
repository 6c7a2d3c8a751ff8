"""会议日历 under an address of one's own: the address alone opens it, and it opens nothing beside."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.web.meetings.rooms import Rooms
from zhixing.journal.models import Entry
from zhixing.journal.verify import verify
from zhixing.office.meetings.acts.convene import call_off
from zhixing.office.meetings.models import Subscription
from zhixing.organ.models import Account, Service

PAGE = "/meetings/calendar/subscription/"
MADE, ENDED = "生成订阅地址", "停用订阅地址"


def made(rooms: Rooms, number: str = "E002") -> str:
    """The path of a new address."""
    answer = rooms.press(number, PAGE, MADE)
    assert answer.status_code == 200
    return str(answer.context["address"]).removeprefix("http://testserver")


def fetched(rooms: Rooms, path: str) -> tuple[int, str]:
    """As a calendar program asks: without a session."""
    with rooms.clock():
        answer = Client().get(path)
    return answer.status_code, answer.content.decode()


def test_the_address_opens_ones_own_meetings_without_a_session(rooms: Rooms) -> None:
    rooms.party.noticed()
    status, file = fetched(rooms, made(rooms))
    assert (status, file.count("BEGIN:VEVENT")) == (200, 1)
    assert "LOCATION:" in file
    assert fetched(rooms, made(rooms, "E020"))[1].count("BEGIN:VEVENT") == 0


def test_a_meeting_called_off_is_marked_and_no_topic_is_named(rooms: Rooms) -> None:
    meeting = rooms.party.noticed()
    path = made(rooms)
    file = fetched(rooms, path)[1]
    assert all(item.title not in file.replace("\r\n ", "") for item in meeting.items.all())
    call_off(meeting=meeting, reason="改期", **rooms.party.who("E001"))
    assert "STATUS:CANCELLED" in fetched(rooms, path)[1]


def test_a_wrong_address_is_not_found(rooms: Rooms) -> None:
    made(rooms)
    for wrong in ("x", "a" * 43, "令牌", str(Subscription.objects.get().digest)):
        assert fetched(rooms, reverse("web:meetings_feed", args=[wrong]))[0] == 404
    assert rooms.get("E002", reverse("web:meetings_feed", args=["x"])).status_code == 404


def test_a_new_address_ends_the_old_one_and_is_shown_once(rooms: Rooms) -> None:
    first = made(rooms)
    second = made(rooms)
    assert [fetched(rooms, one)[0] for one in (first, second)] == [404, 200]
    secret = second.split("/")[-1].removesuffix(".ics")
    assert secret not in rooms.read("E002", PAGE)
    assert all(secret not in entry.payload + entry.states for entry in Entry.objects.all())
    with connection.cursor() as cursor:
        cursor.execute("SELECT digest FROM meetings_subscription")
        assert all(secret not in row[0] for row in cursor.fetchall())
    said = [fault.says for fault in verify(rooms.party.organ.pk).faults]
    assert not any("会议日历订阅" in one for one in said)


def test_the_form_sent_twice_makes_one(rooms: Rooms) -> None:
    key = str(uuid4())
    with rooms.clock():
        client = rooms.client("E002")
        answers = [client.post(PAGE, {"key": key, "act": MADE}).status_code for _ in range(2)]
    assert (answers, Subscription.objects.count()) == ([200, 422], 1)


def test_it_ends_when_its_person_says_so_or_leaves(rooms: Rooms) -> None:
    path = made(rooms)
    assert rooms.press("E002", PAGE, ENDED).status_code == 302
    assert fetched(rooms, path)[0] == 404
    assert "没有停用" in rooms.press("E002", PAGE, ENDED).content.decode()
    path = made(rooms)
    left = rooms.party.at.date() - timedelta(days=1)
    Service.objects.filter(person__number="E002", until=None).update(until=left)
    assert fetched(rooms, path)[0] == 404


def test_the_address_is_no_key_to_the_interface(rooms: Rooms) -> None:
    secret = made(rooms).split("/")[-1].removesuffix(".ics")
    with rooms.clock():
        answer = Client().get("/api/todo", headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code == 401


def test_nobody_but_staff_has_such_an_address(rooms: Rooms) -> None:
    officers = Account.objects.exclude(officer="")
    assert officers.exists()
    for officer in officers:
        client = Client()
        client.force_login(officer)
        assert client.post(PAGE, {"key": str(uuid4()), "act": MADE}).status_code == 403
