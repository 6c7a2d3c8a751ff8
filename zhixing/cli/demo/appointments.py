"""Two appointments on their way: one published and appointed, one waiting for the party group's decision (04)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from zhixing.cli.demo.meeting_data import PARTY
from zhixing.cli.demo.meetings import CALLED, LATEST, party_days
from zhixing.cli.demo.stage import Stage
from zhixing.files.store import keep
from zhixing.office.publication.acts.draft import approve, draft
from zhixing.office.publication.acts.publish import publish
from zhixing.organ.local_time import at_clock, today
from zhixing.organ.made import made
from zhixing.organ.models import Person, Section
from zhixing.organ.uploads import uploader
from zhixing.regulations.appointments.models import Case, Submission
from zhixing.regulations.appointments.workflow import appoint, inspect, motion, recommend, review, submissions
from zhixing.regulations.appointments.workflow.announce import NAME, notice_of, proposed_text
from zhixing.regulations.appointments.workflow.ballots import Ballots, Votes
from zhixing.regulations.appointments.workflow.submissions import CHOOSE, DECIDE, HEAR
from zhixing.regulations.appointments.workflow.validity import MEETING, TALKS

SECRETARY, LEADER, DIRECTOR, DISCIPLINE, ASSISTANT = "E001", "E002", "E008", "E006", "E009"
BALLOTS = (
    Ballots("班子", 7, 7, 7, 7, 7), Ballots("中层", 15, 14, 14, 14, 14), Ballots("一般", 14, 13, 13, 13, 12),
)  # fmt: skip
SCOPE = "局领导班子成员、中层干部和全体在编干部，了解情况、工作有关联、有代表性"
MATERIAL = "考察材料：德、能、勤、绩、廉的表现，主要缺点和不足，民主推荐和谈话情况。"
Act = Callable[[datetime, str], None]


@dataclass
class Story:
    """One post to be filled; each part is an act on the agenda and finds the case as the former part left it."""

    stage: Stage
    section: str
    title: str
    candidate: str
    rival: str
    case: Case | None = None

    def person(self, number: str) -> Person:
        return next(one for one in self.stage.cast.staff if one.number == number)

    def plan(self, meetings: list[date]) -> None:
        """`meetings` are the days on which the party group chooses, hears and decides; missing ones do not happen."""
        days = self.stage.working_days()
        if not meetings or days.index(meetings[0]) < CALLED + 9:
            return
        first = days.index(meetings[0])
        self._at(days[first - CALLED - 9], self.propose)
        self._at(days[first - CALLED - 4], self.hold_recommendation)
        for purpose, day in zip((CHOOSE, HEAR, DECIDE), meetings, strict=False):
            self._at(days[days.index(day) - CALLED - 1], self._asked(purpose))
        self._at(self.stage.next_working(meetings[0], 2), self.look_into)
        if len(meetings) > len((CHOOSE, HEAR)):
            self._at(self.stage.next_working(meetings[2], 1), self.send)
            self._at(self.stage.next_working(meetings[2], 4), self.announce)

    def propose(self, at: datetime, key: str) -> None:
        office, leader, secretary = (self._who(one, at, key) for one in (DIRECTOR, LEADER, SECRETARY))
        day = today(at)
        receipt = motion.propose(
            section=Section.objects.get(organ=self.stage.cast.organ, name=self.section), post="科室副职",
            title=self.title, qualifications="任科员三年以上，近两年年度考核称职以上。", pool="本局在编科员",
            reason="科室业务量大，长期没有副职，需要配齐。", **next(leader),
        )  # fmt: skip
        case = self.case = made(Case, receipt)
        motion.accept(case=case, **next(secretary))
        for number in ("E003", "E004", DISCIPLINE):
            motion.consult(
                case=case, person=self.person(number), day=day, opinion="同意启动。", **next(office)
            )
        motion.set_plan(case=case, text="按七个步骤选任，办公室具体组织。", **next(office))
        motion.contact(
            case=case, day=day, whom="区委组织部干部科", content="同意按程序启动。", **next(office)
        )
        document = f"鹿组干〔{day.year}〕{day.month * 3}号"
        motion.approve_headcount(case=case, document=document, day=day, approved=1, **next(office))
        motion.begin_recommendation(case=case, **next(leader))

    def hold_recommendation(self, at: datetime, key: str) -> None:
        case, office, leader = self._case(), self._who(DIRECTOR, at, key), self._who(LEADER, at, key)
        chosen, rival = self.person(self.candidate), self.person(self.rival)
        votes = [
            Votes(chosen, "班子", 5), Votes(rival, "班子", 2), Votes(chosen, "中层", 9), Votes(rival, "中层", 4),
            Votes(chosen, "一般", 8), Votes(rival, "一般", 3),
        ]  # fmt: skip
        for kind in (MEETING, TALKS):
            recommend.record(
                case=case, kind=kind, held_on=today(at), scope=SCOPE, counted_by=self.person(ASSISTANT).name,
                watched_by=self.person(DISCIPLINE).name, ballots=BALLOTS, votes=votes, **next(office),
            )  # fmt: skip
        for _ in range(3):
            acting = next(leader)
        recommend.begin_inspection(case=case, **acting)

    def look_into(self, at: datetime, key: str) -> None:
        case, office = self._case(), self._who(DIRECTOR, at, key)
        team = [self.person(DISCIPLINE), self.person(ASSISTANT)]
        inspect.set_team(case=case, people=team, leader=team[0], **next(office))
        director = self.person(DIRECTOR)
        material = keep(
            organ=case.organ_id, name="考察材料.txt", content=MATERIAL.encode(), by=uploader(director), at=at
        )
        inspect.file_inspection(
            case=case, first=today(at), last=today(at), talked=12, findings="政治坚定，业务熟悉，作风踏实，群众基础好。",
            shortcomings="基层工作经历不多，统筹协调还要锻炼。", archive="年龄、工龄、党龄、学历、身份审核无误。",
            integrity="派驻纪检组回复：没有发现不廉洁问题。", material=material, **next(office),
        )  # fmt: skip
        inspect.check_restrictions(
            case=case, penalty="", penalty_until=None, relative=None, explanation="", source="派驻纪检组书面回复",
            **next(office),
        )  # fmt: skip

    def send(self, at: datetime, key: str) -> None:
        office = self._who(DIRECTOR, at, key)
        document = f"温鹿经信党〔{today(at).year}〕{today(at).month}号"
        review.send(case=self._case(), sent_on=today(at), document=document, **next(office))

    def announce(self, at: datetime, key: str) -> None:
        case, office, leader = self._case(), self._who(DIRECTOR, at, key), self._who(LEADER, at, key)
        day = today(at)
        review.record_reply(
            case=case, reply="同意", replied_on=day, document=f"鹿组干〔{day.year}〕{day.month * 4}号", text="",
            **next(office),
        )  # fmt: skip
        case = self._case()
        text = proposed_text(case, day).replace("〔请填写〕", "大学本科")
        draft(
            name=NAME, source=case.source, title=f"{self.section}干部任前公示", text=text, scope="局机关和下属单位",
            contact="局办公室、派驻纪检组，电话88880000", **next(office),
        )  # fmt: skip
        notice = notice_of(case)
        assert notice is not None
        for _ in range(3):
            acting = next(leader)
        approve(notice=notice, opinion="同意公示。", **acting)
        next(office)
        publish(notice=notice, **next(office))
        notice.refresh_from_db()
        assert notice.last_day is not None
        self._at(self.stage.next_working(notice.last_day, 1), self.take_office)

    def take_office(self, at: datetime, key: str) -> None:
        """From the first of the month after the story, so that the past half year is nobody's but the old one's."""
        last = self.stage.last
        effective = date(last.year + last.month // 12, last.month % 12 + 1, 1)
        office, case = self._who(DIRECTOR, at, key), self._case()
        appoint.appoint(
            case=case, document=f"温鹿经信〔{today(at).year}〕{30 + today(at).month}号", effective_on=effective,
            talked_on=today(at), talked_by=self.person(SECRETARY), **next(office),
        )  # fmt: skip

    def _asked(self, purpose: str) -> Act:
        def ask(at: datetime, key: str) -> None:
            case, leader, secretary = self._case(), self._who(LEADER, at, key), self._who(SECRETARY, at, key)
            receipt = submissions.submit(
                case=case, purpose=purpose, candidate=self.person(self.candidate) if purpose == CHOOSE else None,
                proposal=f"建议{PARTY}按程序研究。", **next(leader),
            )  # fmt: skip
            submissions.consent(submission=made(Submission, receipt), **next(secretary))

        return ask

    def _case(self) -> Case:
        assert self.case is not None
        return Case.objects.select_related("organ", "section", "candidate").get(pk=self.case.pk)

    def _at(self, day: date, act: Act) -> None:
        self.stage.agenda.add(at_clock(day, time(15, 10)), act)

    def _who(self, number: str, at: datetime, key: str) -> Iterator[dict[str, Any]]:
        """Actor, time and key of one act after the other, minutes between them."""
        actor, place = self.person(number), 0
        while True:
            place += 1
            yield {"actor": actor, "at": at + timedelta(minutes=2 * place), "key": f"{key}:{number}:{place}"}


def appointments(stage: Stage) -> None:
    """The first begins before the earliest of the latest meetings, the second before the last but one.

    A short story has no room for seven steps.
    """
    days = party_days(stage)
    if len(days) < LATEST:
        return
    Story(stage, "经济运行科", "经济运行科副科长", "E020", "E017").plan(days[:3])
    Story(stage, "节能监察中心", "节能监察中心副主任", "E040", "E041").plan(days[-2:])
