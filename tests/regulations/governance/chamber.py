"""What people of the demo bureau do in the tests of topics and meetings, in one line each."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, TypedDict

import pytest

from zhixing.files.models import StoredFile
from zhixing.files.store import keep
from zhixing.journal.verify import verify
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.matters import acts
from zhixing.office.matters.models import Matter, Task
from zhixing.office.meetings.acts.agenda import put_on
from zhixing.office.meetings.acts.attending import mark
from zhixing.office.meetings.acts.convene import convene
from zhixing.office.meetings.acts.notice import send_notice
from zhixing.office.meetings.acts.opening import open_meeting
from zhixing.office.meetings.models import Item, Meeting
from zhixing.organ.made import made
from zhixing.organ.models import Organ, Person, Section
from zhixing.regulations.governance.models import Topic
from zhixing.regulations.governance.workflow.topic import draft_topic, submit_topic
from zhixing.regulations.governance.workflow.topic_request import TopicRequest

Fields = dict[str, Any]  # keyword arguments by name
NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
OPENING = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
PARTY, CHIEFS = "党组会议", "局长办公会议"
GROUP = ("E001", "E002", "E003", "E004", "E006", "E007")
PROPOSAL = "同意按方案开展技改项目申报，由技术改造与投资科牵头，12月底前完成。"


class Acting(TypedDict):
    actor: Person
    at: datetime
    key: str


@dataclass
class Chamber:
    """People by number; acts at a running minute, each with its own key."""

    organ: Organ
    at: datetime = NOW
    keys: count[int] = field(default_factory=count)

    def person(self, number: str) -> Person:
        return Person.objects.get(organ=self.organ, number=number)

    def section(self, name: str) -> Section:
        return Section.objects.get(organ=self.organ, name=name)

    def who(self, number: str) -> Acting:
        self.at += timedelta(minutes=1)
        return Acting(actor=self.person(number), at=self.at, key=f"key-{next(self.keys)}")

    def file(self, name: str) -> StoredFile:
        content = f"{name} {next(self.keys)}".encode()
        return keep(organ=self.organ.pk, name=f"{name}.txt", content=content, by="E022 罗景行", at=self.at)

    def paper(self, **more: object) -> TopicRequest:
        """A whole topic of the section of technical renewal for the chief's meeting."""
        whole = TopicRequest(
            meeting=CHIEFS, section=self.section("技术改造与投资科"), category="重要问题与重大项目活动",
            title="2027年技改项目申报方案", proposal=PROPOSAL, reporter=self.person("E022"), basis="区技改文件",
        )  # fmt: skip
        return replace(whole, **more)  # type: ignore[arg-type]  # fields by name

    def party_paper(self, **more: object) -> TopicRequest:
        given = {"meeting": PARTY, "category": "其他党组事项", "title": "年度党建工作要点", **more}
        return self.paper(**given)

    def drafted(self, number: str = "E022", **more: object) -> Topic:
        return draft_topic(request=self.paper(**more), **self.who(number))

    def sent(self, number: str = "E022", request: TopicRequest | None = None) -> Topic:
        return submit_topic(request=request or self.paper(), **self.who(number))

    def next_of(self, matter: Matter) -> Person:
        return Task.objects.get(matter=matter, kind="办理", state="待办").person

    def step(self, topic: Topic) -> str:
        """The next one agrees; tells which step that was."""
        task = Task.objects.select_related("step", "person").get(
            matter=topic.matter, kind="办理", state="待办"
        )
        topic.matter.refresh_from_db()
        acts.agree(matter=topic.matter, text="", **self.who(task.person.number))
        assert task.step is not None
        return f"{task.step.name}：{task.person.name}"

    def ready(self, number: str = "E022", request: TopicRequest | None = None) -> Topic:
        """Gone the whole way."""
        topic = self.sent(number, request)
        while Task.objects.filter(matter=topic.matter, kind="办理", state="待办").exists():
            self.step(topic)
        topic.refresh_from_db()
        return topic

    def planned(self, name: str = CHIEFS) -> Meeting:
        receipt = convene(name=name, title="", starts_at=OPENING, place="三楼会议室", **self.who("E008"))
        return made(Meeting, receipt)

    def listed(self, meeting: Meeting, source: str) -> Item:
        put_on(meeting=meeting, source=source, **self.who("E008"))
        return meeting.items.get(source=source)

    def opened(self, meeting: Meeting, *present: str) -> Meeting:
        send_notice(meeting=meeting, **self.who("E008"))
        self.at = OPENING
        for number in present:
            mark(meeting=meeting, person=self.person(number), kind="到会", **self.who("E008"))
        open_meeting(meeting=meeting, **self.who("E008"))
        return meeting


def refused(act: object, /, **given: object) -> tuple[Finding, ...]:
    """Everything the act was refused with."""
    assert callable(act)
    with pytest.raises(Refusal) as caught:
        act(**given)
    return caught.value.findings


def unexplained(organ: Organ) -> list[str]:
    """Accounts are made by the tests themselves."""
    return [fault.says for fault in verify(organ.pk).faults if not fault.says.startswith("账号")]
