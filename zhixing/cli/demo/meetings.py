"""Half a year of meetings: topics go their way, are discussed and voted on, minutes are sealed, decisions carried out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from zhixing.cli.demo.meeting_data import (
    ACCEPTED,
    AMOUNTS,
    AWAY,
    CHIEFS,
    CLOSING,
    DONE,
    PARTY,
    PERSONNEL,
    PROGRESS,
    SPEECHES,
    TOPICS,
    Matter,
)
from zhixing.cli.demo.stage import Stage
from zhixing.office.matters.acts import agree
from zhixing.office.matters.models import Task
from zhixing.office.meetings.acts.absence import answer_leave, ask_leave
from zhixing.office.meetings.acts.agenda import put_on
from zhixing.office.meetings.acts.attending import mark
from zhixing.office.meetings.acts.closing import close_meeting
from zhixing.office.meetings.acts.conclude import Task as Assigned
from zhixing.office.meetings.acts.conclude import conclude
from zhixing.office.meetings.acts.convene import convene
from zhixing.office.meetings.acts.followup import accept, hand_in, report
from zhixing.office.meetings.acts.minutes import seal_minutes, submit_minutes
from zhixing.office.meetings.acts.notice import read_notice, send_notice
from zhixing.office.meetings.acts.opening import open_meeting
from zhixing.office.meetings.acts.speech import speak
from zhixing.office.meetings.acts.summary import draft_summary, issue_summary
from zhixing.office.meetings.acts.topics import open_topic
from zhixing.office.meetings.acts.voting import Counts, enter_counts, open_vote
from zhixing.office.meetings.kinds import kind
from zhixing.office.meetings.models import Item, Meeting, Minutes, Resolution, Summary, Vote
from zhixing.office.meetings.now import room_of
from zhixing.organ.local_time import at_clock, today
from zhixing.organ.made import made
from zhixing.organ.models import Person, Section
from zhixing.organ.who import holders
from zhixing.regulations.governance.models import Topic
from zhixing.regulations.governance.workflow.topic import submit_topic
from zhixing.regulations.governance.workflow.topic_agenda import source_of
from zhixing.regulations.governance.workflow.topic_request import TopicRequest

LATEST = 5  # half-months that have their meetings; loading more would only take longer
EXPLAINED = "介绍人选的基本情况、民主推荐和考察情况，说明任用理由。"
PERSONNEL_TOPICS = "appointments."  # what the story of appointments has ready by then
EACH = 2  # topics of a meeting
ASKED, CALLED = 6, 3  # working days before a meeting: topics handed in, meeting called
OPENS = {PARTY: time(9, 0), CHIEFS: time(14, 30)}
PLACES = {PARTY: "三楼党组会议室", CHIEFS: "三楼会议室"}


@dataclass
class Story:
    """One meeting from its topics to its minutes; acts follow each other by minutes."""

    stage: Stage
    kind: str
    day: date
    wanted: tuple[Matter, ...]
    opens: time | None = None
    away: int = 500  # in a thousand meetings a member has asked for leave
    topics: list[Topic] = field(default_factory=list)
    meeting: Meeting | None = None

    def person(self, number: str) -> Person:
        return next(one for one in self.stage.cast.staff if one.number == number)

    @property
    def director(self) -> Person:
        return self.stage.cast.director

    def plan(self) -> None:
        stage = self.stage
        days = stage.working_days()
        place = days.index(self.day)
        if place < ASKED:
            return
        stage.agenda.add(at_clock(days[place - ASKED], time(9, 40)), self.propose)
        stage.agenda.add(at_clock(days[place - CALLED], time(10, 10)), self.call)
        stage.agenda.add(at_clock(self.day, OPENS[self.kind]), self.hold)

    def propose(self, at: datetime, key: str) -> None:
        for number, one in enumerate(self.wanted):
            starter = self.person(one.starter)
            section = Section.objects.get(organ=self.stage.cast.organ, name=one.section)
            request = TopicRequest(
                meeting=self.kind, section=section, category=one.category, title=f"{one.title}（{self.day.month}月）",
                proposal=one.proposal, reporter=starter, basis="区政府有关文件", personnel=PERSONNEL.get(one.category, ""), amount=AMOUNTS.get(one.category),
            )  # fmt: skip
            topic = submit_topic(request=request, actor=starter, at=at, key=f"{key}:{number}")
            self.topics.append(topic)
            self._agreed(topic, at, f"{key}:{number}")

    def _agreed(self, topic: Topic, at: datetime, key: str) -> None:
        """Each step on the same day, an hour after the other."""
        for turn in range(1, 6):
            tasks = Task.objects.filter(matter=topic.matter, kind="办理", state="待办").select_related(
                "person"
            )
            task = tasks.order_by("pk").first()
            if task is None:
                return
            topic.matter.refresh_from_db()
            when = at + timedelta(hours=turn)
            agree(matter=topic.matter, actor=task.person, at=when, key=f"{key}:{turn}", text="同意上会。")

    def call(self, at: datetime, key: str) -> None:
        who = self._acting(self.director, at, key)
        starts = at_clock(self.day, self.opens or OPENS[self.kind])
        receipt = convene(name=self.kind, title="", starts_at=starts, place=PLACES[self.kind], **next(who))
        self.meeting = made(Meeting, receipt)
        ready = {one.source for one in kind(self.kind).ready(self.stage.cast.organ)}
        others = sorted(one for one in ready if one.startswith(PERSONNEL_TOPICS))
        for source in (*map(source_of, self.topics), *others):
            if source in ready:
                put_on(meeting=self.meeting, source=source, **next(who))
        if self.meeting.items.exists():
            send_notice(meeting=self.meeting, **next(who))
            for one in self.meeting.invitations.select_related("person"):
                read_notice(meeting=self.meeting, reader=one.person, at=at + timedelta(hours=2))
            self._excuse(at + timedelta(hours=3), f"{key}:away")

    def _excuse(self, at: datetime, key: str) -> None:
        """Now and then a member is away, having asked the convener."""
        assert self.meeting is not None
        room = room_of(self.meeting, at)
        explains = room.kind.explains(self.meeting.organ, room.day)  # a personnel topic cannot do without
        others = [line.person for line in room.due if line.person not in {self.meeting.host, explains}]
        if not self.stage.chance(self.away) or len(others) < CALLED:
            return
        away = self.stage.dice.choice(others)
        ask_leave(meeting=self.meeting, reason=AWAY, actor=away, at=at, key=f"{key}:ask")
        answer_leave(
            absence=self.meeting.absences.get(), agreed=True, actor=self.meeting.host,
            at=at + timedelta(minutes=20), key=f"{key}:yes",
        )  # fmt: skip

    def hold(self, at: datetime, key: str) -> None:
        meeting = self.meeting
        if meeting is None or meeting.state == "筹备":
            return
        meeting.refresh_from_db()
        who = self._acting(self.director, at - timedelta(minutes=12), key)
        away = set(meeting.absences.values_list("person_id", flat=True))
        room = room_of(meeting, at)
        for line in (*room.due, *room.sitting):
            if line.person_id not in away:
                mark(meeting=meeting, person=line.person, kind="到会", **next(who))
        open_meeting(meeting=meeting, **next(who))
        for item in meeting.items.all():
            self._discuss(meeting, item, who)
        close_meeting(meeting=meeting, **next(who))
        self._minutes(meeting, at + timedelta(hours=3), f"{key}:m")

    def _discuss(self, meeting: Meeting, item: Item, who: Iterator[dict[str, Any]]) -> None:
        open_topic(item=item, **next(who))
        room = room_of(meeting, next(who)["at"])
        for line in room.present:
            if line.person_id != meeting.host_id:
                said = self.stage.dice.choice(SPEECHES)
                speak(item=item, person=line.person, kind="发言", text=said, **next(who))
        if item.category in room.kind.explained and (leader := room.kind.explains(meeting.organ, room.day)):
            speak(item=item, person=leader, kind="人事说明", text=EXPLAINED, **next(who))
        speak(item=item, person=meeting.host, kind="主持人表态", text=CLOSING, **next(who))
        vote = made(Vote, open_vote(item=item, form="举手", **next(who)))
        abstained = 1 if self.stage.chance(120) else 0
        enter_counts(vote=vote, counts=Counts(vote.present - abstained, 0, abstained), **next(who))
        vote.refresh_from_db()
        acting = next(who)
        conclude(
            item=item,
            decision=item.proposal,
            task=self._task(item, acting["at"]) if vote.passed else None,
            **acting,
        )

    def _task(self, item: Item, at: datetime) -> Assigned:
        matter = (
            next(one for one in self.wanted if item.title.startswith(one.title)) if self._own(item) else None
        )
        assert item.section is not None
        assert item.reporter is not None
        leaders = holders(self.stage.cast.organ, "分管局长", about=item.reporter, day=today(at))
        days = matter.days if matter else 30
        return Assigned(leaders[0], item.section, item.reporter, today(at) + timedelta(days=days))

    def _own(self, item: Item) -> bool:
        return any(item.title.startswith(one.title) for one in self.wanted)

    def _minutes(self, meeting: Meeting, at: datetime, key: str) -> None:
        who, host = self._acting(self.director, at, key), self._acting(meeting.host, at, f"{key}:h")
        submit_minutes(meeting=meeting, **next(who))
        next(host)
        seal_minutes(minutes=Minutes.objects.get(meeting=meeting), **next(host))
        meeting.refresh_from_db()
        texts = {
            item.pk: f"会议同意{item.title.split('（')[0]}。{item.decision}"
            for item in meeting.items.exclude(result="未议")
        }
        next(who)
        draft_summary(meeting=meeting, texts=texts, sent_to="局领导，各科室、下属单位", **next(who))
        next(host)
        next(host)
        issue_summary(summary=Summary.objects.get(meeting=meeting), **next(host))
        for resolution in Resolution.objects.filter(item__meeting=meeting):
            self._carry_out(resolution)

    def _carry_out(self, resolution: Resolution) -> None:
        """Progress now and then; most are done in time, some wait still, one in six is late."""
        stage, adopted = self.stage, today(resolution.adopted_at)
        length = (resolution.due - adopted).days
        for number, text in enumerate(PROGRESS, 1):
            day = stage.calendar.due(adopted + timedelta(days=length * number // 5), 1).day
            stage.agenda.add(stage.office_hour(day), partial(_progress, resolution, text, 25 * number))
        if stage.chance(830):
            day = stage.calendar.due(adopted + timedelta(days=length * 4 // 5), 1).day
            stage.agenda.add(stage.office_hour(day), partial(_finish, resolution))

    def _acting(self, actor: Person, at: datetime, key: str) -> Iterator[dict[str, Any]]:
        """Actor, time and key of one act after the other, a minute between them."""
        number = 0
        while True:
            number += 1
            yield {
                "actor": actor,
                "at": at + timedelta(minutes=number),
                "key": f"{key}:{actor.number}:{number}",
            }


def _progress(resolution: Resolution, text: str, percent: int, at: datetime, key: str) -> None:
    resolution.refresh_from_db()
    if resolution.state == "办理中" and resolution.percent <= percent:
        report(resolution=resolution, text=text, percent=percent, actor=resolution.person, at=at, key=key)


def _finish(resolution: Resolution, at: datetime, key: str) -> None:
    resolution.refresh_from_db()
    if resolution.state != "办理中":
        return
    hand_in(resolution=resolution, text=DONE, actor=resolution.person, at=at, key=f"{key}:in")
    later = at + timedelta(minutes=90)
    accept(resolution=resolution, text=ACCEPTED, actor=resolution.set_by, at=later, key=f"{key}:ok")


def meetings(stage: Stage) -> None:
    """One of each kind in each of the latest half-months of the story (G-76)."""
    for name in (PARTY, CHIEFS):
        stock = list(TOPICS[name])
        for place, day in enumerate(party_days(stage) if name == PARTY else _half_months(stage, 5)):
            wanted = tuple(stock[(EACH * place + one) % len(stock)] for one in range(EACH))
            Story(stage, name, day, wanted).plan()


def party_days(stage: Stage) -> list[date]:
    """On which days of the story the party group meets."""
    return _half_months(stage, 3)


def _half_months(stage: Stage, nth: int) -> list[date]:
    """The nth working day of each of the latest half-months before which topics can still be handed in."""
    halves: dict[tuple[int, int, bool], list[date]] = {}
    for day in stage.working_days():
        halves.setdefault((day.year, day.month, day.day > 15), []).append(day)  # noqa: PLR2004 -- G-76
    working = stage.working_days()
    chosen = [days[nth] for days in halves.values() if len(days) > nth]
    return [day for day in chosen if working.index(day) >= ASKED][-LATEST:]
