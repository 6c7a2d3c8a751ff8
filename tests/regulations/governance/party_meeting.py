"""A meeting of the party group of the demo bureau, taken through with real acts: six due, one away, four topics."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TypedDict
from uuid import uuid4

from zhixing.office.meetings.acts.absence import answer_leave, ask_leave, let_know
from zhixing.office.meetings.acts.agenda import invite, put_on
from zhixing.office.meetings.acts.attending import mark
from zhixing.office.meetings.acts.closing import close_meeting
from zhixing.office.meetings.acts.conclude import Task, conclude, postpone
from zhixing.office.meetings.acts.convene import convene
from zhixing.office.meetings.acts.minutes import seal_minutes, submit_minutes
from zhixing.office.meetings.acts.named import cast_named, close_named
from zhixing.office.meetings.acts.notice import send_notice
from zhixing.office.meetings.acts.opening import open_meeting
from zhixing.office.meetings.acts.speech import speak
from zhixing.office.meetings.acts.summary import draft_summary, issue_summary
from zhixing.office.meetings.acts.topics import open_topic
from zhixing.office.meetings.acts.voting import Counts, enter_counts, open_vote
from zhixing.office.meetings.kinds import Contribution, Ready, contribute
from zhixing.office.meetings.models import Absence, Item, Meeting, Minutes, Resolution, Summary, Vote
from zhixing.organ.made import made
from zhixing.organ.models import Organ, Person, Section

PLANNED = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
OPENS = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
KIND = "党组会议"
PREFIX = "trial:"
HERE = ("E001", "E002", "E003", "E006", "E007")  # E004 has leave
TOPICS = {
    "审议2027年度部门预算草案": ("大额资金", "同意预算草案，报区财政局审核。"),
    "研究办公用房调整方案": ("其他重大事项", "同意按方案调整办公用房。"),
    "研究工业企业技改补助名单": ("重大决策", "同意补助名单，公示五个工作日。"),
}


class Acting(TypedDict):
    actor: Person
    at: datetime
    key: str


@dataclass
class PartyMeeting:
    """Acts at a running minute, each with a key of its own; people by their staff numbers."""

    organ: Organ
    at: datetime = PLANNED
    keys: count[int] = field(default_factory=count)
    ready: list[Ready] = field(default_factory=list)

    def topics_come_from_here(self) -> None:
        contribute(KIND, Contribution(PREFIX, ready=lambda organ: self.ready if organ == self.organ else []))

    def person(self, number: str) -> Person:
        return Person.objects.get(organ=self.organ, number=number)

    @property
    def section(self) -> Section:
        found = Section.objects.filter(organ=self.organ, kind="内设科室").order_by("pk").first()
        assert found is not None
        return found

    def who(self, number: str) -> Acting:
        self.at += timedelta(minutes=1)
        return Acting(actor=self.person(number), at=self.at, key=str(uuid4()))

    def planned(self) -> Meeting:
        self.topics_come_from_here()
        receipt = convene(name=KIND, title="", starts_at=OPENS, place="三楼会议室", **self.who("E008"))
        meeting = made(Meeting, receipt)
        for title, (category, proposal) in TOPICS.items():
            reporter = self.person("E011")
            self.ready.append(Ready(f"{PREFIX}{title}", title, category, proposal, self.section, reporter))
            put_on(meeting=meeting, source=f"{PREFIX}{title}", **self.who("E008"))
        first = meeting.items.get(order=1)
        invite(meeting=meeting, person=self.person("E011"), item=first, **self.who("E008"))
        return meeting

    def noticed(self) -> Meeting:
        meeting = self.planned()
        send_notice(meeting=meeting, **self.who("E008"))
        return meeting

    def opened(self) -> Meeting:
        meeting = self.noticed()
        ask_leave(meeting=meeting, reason="赴省厅参加培训", **self.who("E004"))
        answer_leave(absence=Absence.objects.get(meeting=meeting), agreed=True, **self.who("E001"))
        self.at = OPENS
        for number in (*HERE, "E008", "E011"):
            mark(meeting=meeting, person=self.person(number), kind="到会", **self.who("E008"))
        open_meeting(meeting=meeting, **self.who("E008"))
        return meeting

    def discussing(self, meeting: Meeting, order: int) -> Item:
        item = meeting.items.get(order=order)
        open_topic(item=item, **self.who("E008"))
        item.refresh_from_db()
        return item

    def vote(self, item: Item, form: str) -> Vote:
        return made(Vote, open_vote(item=item, form=form, **self.who("E008")))

    def task(self) -> Task:
        return Task(self.person("E002"), self.section, self.person("E011"), date(2026, 12, 18))

    def adopted_by_hand(self, meeting: Meeting, order: int, in_favour: int) -> Item:
        """Passed and handed on with four or five in favour of six due; with three it fails."""
        item = self.discussing(meeting, order)
        speak(item=item, person=self.person("E002"), kind="发言", text="方案可行。", **self.who("E008"))
        speak(item=item, person=self.person("E001"), kind="主持人表态", text="同意。", **self.who("E008"))
        vote = self.vote(item, "举手")
        enter_counts(vote=vote, counts=Counts(in_favour, 5 - in_favour, 0), **self.who("E008"))
        conclude(item=item, decision=item.proposal, task=self.task(), **self.who("E008"))
        item.refresh_from_db()
        return item

    def failed_by_name(self, meeting: Meeting, order: int) -> Item:
        """Three of six due in favour: exactly half is not enough."""
        item = self.discussing(meeting, order)
        vote = self.vote(item, "记名")
        for number, choice in zip(HERE, ("赞成", "赞成", "赞成", "反对", "弃权"), strict=True):
            cast_named(vote=vote, voter=self.person(number), choice=choice, **self.who("E008"))
        close_named(vote=vote, **self.who("E008"))
        conclude(item=item, decision="方案未获通过，完善后再议。", **self.who("E008"))
        item.refresh_from_db()
        return item

    def closed(self) -> Meeting:
        meeting = self.opened()
        let_know(
            meeting=meeting, item=meeting.items.get(order=1), person=self.person("E004"), form="书面",
            text="赞成预算草案。", **self.who("E008"),
        )  # fmt: skip
        self.adopted_by_hand(meeting, 1, 5)
        self.failed_by_name(meeting, 2)
        third = self.discussing(meeting, 3)
        postpone(item=third, reason="名单需要进一步核实。", **self.who("E008"))
        close_meeting(meeting=meeting, **self.who("E008"))
        meeting.refresh_from_db()
        return meeting

    def sealed(self) -> Meeting:
        meeting = self.closed()
        submit_minutes(meeting=meeting, **self.who("E008"))
        seal_minutes(minutes=Minutes.objects.get(meeting=meeting), **self.who("E001"))
        meeting.refresh_from_db()
        return meeting

    def drafted(self) -> Summary:
        meeting = self.sealed()
        texts = {
            item.pk: {
                "通过": "会议原则同意预算草案，由责任科室按会议意见修改后报区财政局审核。",
                "未通过": "会议认为方案还不成熟，未予通过，请完善后再议。",
            }.get(item.result, "会议决定暂缓，名单核实后再提交会议研究。")
            for item in meeting.items.all()
        }
        draft_summary(
            meeting=meeting, texts=texts, sent_to="党组成员，各科室、事业单位。", **self.who("E008")
        )
        return Summary.objects.get(meeting=meeting)

    def issued(self) -> Summary:
        summary = self.drafted()
        issue_summary(summary=summary, **self.who("E001"))
        summary.refresh_from_db()
        return summary

    def resolution(self, meeting: Meeting) -> Resolution:
        return Resolution.objects.get(item__meeting=meeting)
