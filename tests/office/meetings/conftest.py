"""A party group of six (E001 to E004, E006, E007), its recorder (E008), and a kind of meeting with a rule of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TypedDict

import pytest

from tests.office.meetings.rulebook import quorum, result
from tests.people import build_people
from zhixing.law.refusal import Finding
from zhixing.office.meetings import kinds
from zhixing.office.meetings.acts.agenda import put_on
from zhixing.office.meetings.acts.attending import mark
from zhixing.office.meetings.acts.convene import convene
from zhixing.office.meetings.acts.notice import send_notice
from zhixing.office.meetings.acts.opening import open_meeting
from zhixing.office.meetings.acts.topics import open_topic
from zhixing.office.meetings.kinds import Kind, Member, Ready
from zhixing.office.meetings.models import Item, Meeting
from zhixing.organ.made import made
from zhixing.organ.models import Holding, Organ, Person

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
OPENING = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
CLAUSES = {
    "host": "99-h", "notice": "99-n", "topics": "99-t", "quorum": "99-1", "vote": "99-2", "record": "99-r",
    "one_by_one": "99-o", "sitting_in": "99-s", "last_word": "99-l", "absence": "99-a", "resolution": "99-e",
}  # fmt: skip
GROUP = ("党组书记", "党组副书记", "党组成员")


def members(organ: Organ, day: date) -> list[Member]:
    held = Holding.objects.on(day).filter(organ=organ, post__in=GROUP).select_related("person")
    return [Member(one.person, one.post) for one in held.order_by("person__number")]


def sitters(organ: Organ, day: date) -> list[Member]:
    held = Holding.objects.on(day).filter(organ=organ, post="办公室主任").select_related("person")
    return [Member(one.person, one.post) for one in held]


def secretary(organ: Organ, day: date) -> Person | None:
    held = Holding.objects.on(day).filter(organ=organ, post="党组书记").first()
    return held.person if held else None


def host_findings(person: Person, entrusted: bool, organ: Organ, day: date) -> list[Finding]:  # noqa: FBT001
    of_group = any(one.person == person for one in members(organ, day))
    if person == secretary(organ, day) or (entrusted and of_group):
        return []
    return [Finding("主持人", person.name, "书记或者受委托的成员", "请委托成员主持。", clause="99-h")]


@dataclass
class Drawer:
    """Topics that are ready, and what the regulation was told of their ends."""

    ready: list[Ready] = field(default_factory=list)
    refused: dict[str, Finding] = field(default_factory=dict)
    told: list[tuple[str, str]] = field(default_factory=list)

    def topics(self, organ: Organ) -> list[Ready]:
        return self.ready

    def gate(self, source: str, meeting: Meeting) -> list[Finding]:
        return [self.refused[source]] if source in self.refused else []

    def decided(self, item: Item, *, actor: Person, at: datetime) -> None:
        self.told.append((item.title, item.result))


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    drawer = Drawer()
    kinds.register(
        Kind(
            name="试会",
            regulation="trial",
            members=members,
            sitters=sitters,
            convener=secretary,
            host_findings=host_findings,
            quorum=quorum,
            result=result,
            clauses=CLAUSES,
            categories=("一般", "干部任免"),
            explained=frozenset({"干部任免"}),
            ready=drawer.topics,
            gate=drawer.gate,
            decided=drawer.decided,
            summary_series="试会纪要",
        )
    )
    yield drawer
    kinds._kinds.pop("试会")


@pytest.fixture
def organ(db: None) -> Organ:
    return build_people(NOW)


class Acting(TypedDict):
    actor: Person
    at: datetime
    key: str


@dataclass
class House:
    """The bureau as the tests speak of it: people by number, acts at a running minute, each with its own key."""

    organ: Organ
    drawer: Drawer
    at: datetime = NOW
    keys: count[int] = field(default_factory=count)

    def person(self, number: str) -> Person:
        return Person.objects.get(organ=self.organ, number=number)

    def who(self, number: str) -> Acting:
        """Actor, time and key of the next act."""
        self.at += timedelta(minutes=1)
        return Acting(actor=self.person(number), at=self.at, key=f"key-{next(self.keys)}")

    def topic(self, title: str, category: str = "一般") -> None:
        self.drawer.ready.append(Ready(f"trial:{title}", title, category, "同意按方案办理。"))

    def planned(self, *titles: str, category: str = "一般", name: str = "试会") -> Meeting:
        receipt = convene(name=name, title="", starts_at=OPENING, place="三楼会议室", **self.who("E008"))
        meeting = made(Meeting, receipt)
        for title in titles:
            self.topic(title, category)
            put_on(meeting=meeting, source=f"trial:{title}", **self.who("E008"))
        return meeting

    def noticed(self, *titles: str, category: str = "一般") -> Meeting:
        meeting = self.planned(*titles, category=category)
        send_notice(meeting=meeting, **self.who("E008"))
        self.at = OPENING
        return meeting

    def come(self, meeting: Meeting, *numbers: str, kind: str = "到会") -> None:
        for number in numbers:
            mark(meeting=meeting, person=self.person(number), kind=kind, **self.who("E008"))

    def opened(self, *titles: str, present: tuple[str, ...], category: str = "一般") -> Meeting:
        meeting = self.noticed(*titles, category=category)
        self.come(meeting, *present)
        open_meeting(meeting=meeting, **self.who("E008"))
        return meeting

    def discussed(self, meeting: Meeting, title: str) -> Item:
        item = meeting.items.get(title=title)
        open_topic(item=item, **self.who("E008"))
        item.refresh_from_db()
        return item


@pytest.fixture
def house(organ: Organ, drawer: Drawer) -> House:
    return House(organ, drawer)


ALL = ("E001", "E002", "E003", "E004", "E006", "E007")
