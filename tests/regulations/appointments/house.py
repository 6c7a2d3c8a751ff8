"""The demo bureau filling the post of a deputy head: each test goes as far along the seven steps as it needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from zhixing.files.models import StoredFile
from zhixing.files.store import keep
from zhixing.law.refusal import Refusal
from zhixing.office.meetings.acts.agenda import put_on
from zhixing.office.meetings.acts.attending import mark
from zhixing.office.meetings.acts.conclude import Task, conclude, passed_on
from zhixing.office.meetings.acts.convene import convene
from zhixing.office.meetings.acts.notice import send_notice
from zhixing.office.meetings.acts.opening import open_meeting
from zhixing.office.meetings.acts.speech import speak
from zhixing.office.meetings.acts.topics import open_topic
from zhixing.office.meetings.acts.voting import Counts, enter_counts, open_vote
from zhixing.office.meetings.models import Item, Meeting, Vote
from zhixing.office.publication.acts.draft import approve, draft
from zhixing.office.publication.acts.publish import publish
from zhixing.office.publication.models import PublicNotice
from zhixing.organ.made import made
from zhixing.organ.models import Organ, Person, Section
from zhixing.regulations.appointments.models import Case, Submission
from zhixing.regulations.appointments.workflow import appoint, inspect, motion, recommend, review, submissions
from zhixing.regulations.appointments.workflow.announce import NAME, notice_of
from zhixing.regulations.appointments.workflow.ballots import Ballots, Votes

MONDAY = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
ALL = ("E001", "E002", "E003", "E004", "E006", "E007")
CANDIDATE, RIVAL = "E020", "E017"
SECTION, TITLE = "经济运行科", "经济运行科副科长"
BALLOTS = (
    Ballots("班子", 7, 7, 7, 7, 7),
    Ballots("中层", 15, 14, 14, 14, 13),
    Ballots("一般", 15, 15, 15, 14, 14),
)


@dataclass
class House:
    """People by number; acts at a running minute, each with its own key."""

    organ: Organ
    at: datetime = MONDAY
    keys: count[int] = field(default_factory=count)

    def person(self, number: str) -> Person:
        return Person.objects.get(organ=self.organ, number=number)

    def who(self, number: str) -> dict[str, Any]:
        self.at += timedelta(minutes=1)
        return {"actor": self.person(number), "at": self.at, "key": f"key-{next(self.keys)}"}

    def on(self, year: int, month: int, day: int) -> None:
        """Nine o'clock of that day."""
        self.at = datetime(year, month, day, 1, 0, tzinfo=UTC)

    @property
    def day(self) -> date:
        return self.at.date()

    def section(self, name: str = SECTION) -> Section:
        return Section.objects.get(organ=self.organ, name=name)

    def file(self) -> StoredFile:
        return keep(
            organ=self.organ.pk, name="考察材料.txt", content="德能勤绩廉".encode(), by="E008", at=self.at
        )

    # 第一步
    def proposed(self, **other: Any) -> Case:
        said: dict[str, Any] = {
            "section": self.section(), "post": "科室副职", "title": TITLE, "qualifications": "任科员三年以上",
            "pool": "全局科员", "reason": "科室缺副职",
        } | other  # fmt: skip
        return made(Case, motion.propose(**said, **self.who("E002")))

    def prepared(self) -> Case:
        case = self.proposed()
        motion.accept(case=case, **self.who("E001"))
        motion.consult(
            case=case, person=self.person("E003"), day=self.day, opinion="同意", **self.who("E008")
        )
        motion.set_plan(case=case, text="按程序选任一名副科长。", **self.who("E008"))
        motion.contact(case=case, day=self.day, whom="干部科", content="同意启动", **self.who("E008"))
        self.approve(case)
        return case

    def approve(self, case: Case, approved: int = 1) -> None:
        motion.approve_headcount(
            case=case, document="鹿组干〔2026〕5号", day=self.day, approved=approved, **self.who("E008")
        )

    # 第二步
    def begun(self) -> Case:
        case = self.prepared()
        motion.begin_recommendation(case=case, **self.who("E002"))
        case.refresh_from_db()
        return case

    def recommend(self, case: Case, kind: str, held_on: date | None = None, **other: Any) -> None:
        said: dict[str, Any] = {
            "case": case, "kind": kind, "held_on": held_on or self.day, "scope": "局领导、中层干部和全体科员",
            "counted_by": "孙怀瑾", "watched_by": "郑伯言", "ballots": BALLOTS, "votes": self.votes(),
        } | other  # fmt: skip
        recommend.record(**said, **self.who("E008"))

    def votes(self) -> list[Votes]:
        chosen, rival = self.person(CANDIDATE), self.person(RIVAL)
        return [
            Votes(chosen, "班子", 5),
            Votes(rival, "班子", 2),
            Votes(chosen, "中层", 10),
            Votes(chosen, "一般", 9),
        ]

    def recommended(self) -> Case:
        case = self.begun()
        self.recommend(case, "会议推荐")
        self.recommend(case, "谈话推荐")
        recommend.begin_inspection(case=case, **self.who("E002"))
        case.refresh_from_db()
        return case

    # 第三步
    def submitted(self, case: Case, purpose: str, candidate: str | None = None) -> Submission:
        named = self.person(candidate) if candidate else None
        receipt = submissions.submit(
            case=case, purpose=purpose, candidate=named, proposal="建议按程序办理。", **self.who("E002")
        )
        return made(Submission, receipt)

    def consented(self, case: Case, purpose: str, candidate: str | None = None) -> Submission:
        asked = self.submitted(case, purpose, candidate)
        submissions.consent(submission=asked, **self.who("E001"))
        asked.refresh_from_db()
        return asked

    def meeting(self, asked: Submission, present: tuple[str, ...] = ALL) -> Item:
        """Called for the next day, opened, the topic under discussion."""
        starts = self.at + timedelta(days=1)
        receipt = convene(name="党组会议", title="", starts_at=starts, place="三楼会议室", **self.who("E008"))
        meeting = made(Meeting, receipt)
        put_on(meeting=meeting, source=asked.source, **self.who("E008"))
        send_notice(meeting=meeting, **self.who("E008"))
        self.at = starts
        for number in present:
            mark(meeting=meeting, person=self.person(number), kind="到会", **self.who("E008"))
        open_meeting(meeting=meeting, **self.who("E008"))
        item = Item.objects.get(meeting=meeting)
        open_topic(item=item, **self.who("E008"))
        return item

    def explained(self, item: Item) -> None:
        leader = self.person("E002")
        speak(item=item, person=leader, kind="人事说明", text="介绍人选情况。", **self.who("E008"))

    def voted(self, item: Item, in_favour: int, against: int = 0) -> None:
        vote = made(Vote, open_vote(item=item, form="举手", **self.who("E008")))
        counts = Counts(in_favour, against, vote.present - in_favour - against)
        enter_counts(vote=vote, counts=counts, **self.who("E008"))

    def concluded(self, item: Item) -> None:
        task = Task(
            self.person("E002"), self.section("办公室"), self.person("E008"), self.day + timedelta(days=30)
        )
        item.refresh_from_db()
        conclude(item=item, decision="同意。", task=task, **self.who("E008"))

    def adopted(self, asked: Submission, in_favour: int = 6, present: tuple[str, ...] = ALL) -> Item:
        item = self.meeting(asked, present)
        self.explained(item)
        self.voted(item, in_favour)
        self.concluded(item)
        return item

    def chosen(self) -> Case:
        case = self.recommended()
        self.adopted(self.consented(case, "考察对象", CANDIDATE))
        case.refresh_from_db()
        return case

    def inspected(self) -> Case:
        case = self.chosen()
        self.team(case)
        self.filed(case)
        self.checked(case)
        case.refresh_from_db()
        return case

    def team(self, case: Case, *numbers: str) -> None:
        people = [self.person(one) for one in numbers or ("E006", "E009")]
        inspect.set_team(case=case, people=people, leader=people[0], **self.who("E008"))

    def filed(self, case: Case, **other: Any) -> None:
        said: dict[str, Any] = {
            "case": case, "first": self.day, "last": self.day, "talked": 12, "findings": "表现良好",
            "shortcomings": "基层经历不多", "archive": "三龄两历一身份审核无误", "integrity": "没有不良反映",
            "material": self.file(),
        } | other  # fmt: skip
        inspect.file_inspection(**said, **self.who("E008"))

    def checked(self, case: Case, **other: Any) -> None:
        said: dict[str, Any] = {
            "case": case, "penalty": "", "penalty_until": None, "relative": None, "explanation": "",
            "source": "派驻纪检组回复",
        } | other  # fmt: skip
        inspect.check_restrictions(**said, **self.who("E006"))

    def heard(self) -> Case:
        case = self.inspected()
        item = self.meeting(self.consented(case, "考察汇报"))
        passed_on(item=item, text="听取了考察情况汇报。", **self.who("E008"))
        case.refresh_from_db()
        return case

    # 第四步到第七步
    def decided(self) -> Case:
        case = self.heard()
        self.adopted(self.consented(case, "讨论决定"))
        case.refresh_from_db()
        return case

    def reviewed(self, reply: str = "同意") -> Case:
        case = self.decided()
        review.send(case=case, sent_on=self.day, document="温鹿经信党〔2026〕8号", **self.who("E008"))
        review.record_reply(
            case=case, reply=reply, replied_on=self.day, document="鹿组干〔2026〕19号", text="请按规定办理",
            **self.who("E008"),
        )  # fmt: skip
        case.refresh_from_db()
        return case

    def announced(self, case: Case) -> PublicNotice:
        draft(
            name=NAME, source=case.source, title="任前公示", text="拟任人选一名。", scope="局机关和下属单位",
            contact="88880000", **self.who("E008"),
        )  # fmt: skip
        notice = notice_of(case)
        assert notice is not None
        approve(notice=notice, opinion="", **self.who("E002"))
        publish(notice=notice, **self.who("E008"))
        notice.refresh_from_db()
        return notice

    def appointed(self, case: Case, **other: Any) -> None:
        said: dict[str, Any] = {
            "case": case, "document": "温鹿经信〔2026〕21号", "effective_on": self.day, "talked_on": self.day,
            "talked_by": self.person("E001"),
        } | other  # fmt: skip
        appoint.appoint(**said, **self.who("E008"))


def facts(refused: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [one.fact for one in refused.value.findings]


def clauses(refused: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [one.clause for one in refused.value.findings]
