"""A life meeting of the demo bureau: six members of the party group; each test goes as far as it needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from typing import Any, TypedDict
from uuid import uuid4

import pytest

from zhixing.files.models import StoredFile
from zhixing.files.store import keep
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.meetings.acts.attending import mark
from zhixing.office.meetings.acts.closing import close_meeting
from zhixing.office.meetings.acts.conclude import passed_on
from zhixing.office.meetings.acts.minutes import seal_minutes, submit_minutes
from zhixing.office.meetings.acts.notice import send_notice
from zhixing.office.meetings.acts.opening import open_meeting
from zhixing.office.meetings.acts.topics import open_topic
from zhixing.office.meetings.models import Meeting, Minutes
from zhixing.organ.made import made
from zhixing.organ.models import Organ, Person
from zhixing.regulations.democratic_life.models import CONTENTS, LifeMeeting, Measure, Problem
from zhixing.regulations.democratic_life.workflow import (
    criticisms,
    materials,
    needs,
    opinions,
    plan,
    problems,
    superior,
    talks,
)

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
DAY = date(2026, 12, 15)
OPENS = datetime(2026, 12, 15, 1, 0, tzinfo=UTC)
GROUP = ("E001", "E002", "E003", "E004", "E006", "E007")
SECRETARY, OFFICE, OUTSIDE_DEPUTY, CLERK = "E001", "E008", "E005", "E020"
ITEMS = tuple(name for name, _ in CONTENTS[:7])
CONCLUSION = "照会议要求落实。"


class Acting(TypedDict):
    actor: Person
    at: datetime
    key: str


@dataclass
class Hall:
    """People by number; acts at a running minute, each with its own key."""

    organ: Organ
    at: datetime = NOW
    texts: dict[str, str] = field(
        default_factory=lambda: {
            "sections": "希望多到科室听意见。",
            "units": "希望审批再快些。",
            "public": "希望多下企业。",
            "retirees": "征求过，没有意见。",
        }
    )

    def person(self, number: str) -> Person:
        return Person.objects.get(organ=self.organ, number=number)

    def who(self, number: str) -> Acting:
        self.at += timedelta(minutes=1)
        return Acting(actor=self.person(number), at=self.at, key=str(uuid4()))

    def file(self) -> StoredFile:
        return keep(organ=self.organ.pk, name="报告.txt", content="会前报告".encode(), by="E008", at=self.at)

    def planned(self, **other: Any) -> LifeMeeting:
        said: dict[str, Any] = {
            "sort": "年度", "ground": "无", "theme": "贯彻上级要求，改进作风", "day": DAY, "contents": ITEMS,
        } | other  # fmt: skip
        return made(LifeMeeting, plan.plan(**said, **self.who(OFFICE)))

    def report(self, case: LifeMeeting, day: date | None = None, **other: Any) -> None:
        said: dict[str, Any] = {
            "case": case, "whom": "区委", "document": "温鹿经信党〔2026〕9号", "day": day or self.at.date(),
            "file": self.file(),
        } | other  # fmt: skip
        superior.report(**said, **self.who(OFFICE))

    def summarized(self, case: LifeMeeting) -> None:
        opinions.summarize(case=case, **self.texts, **self.who(OFFICE))

    def called(self, case: LifeMeeting, starts_at: datetime = OPENS) -> Meeting:
        plan.call_meeting(case=case, starts_at=starts_at, place="三楼会议室", **self.who(OFFICE))
        case.refresh_from_db()
        assert case.meeting is not None
        return case.meeting

    def noticed(self, case: LifeMeeting) -> Meeting:
        meeting = self.called(case)
        send_notice(meeting=meeting, **self.who(OFFICE))
        return meeting

    def ready(self) -> LifeMeeting:
        """Reported, opinions summed up, notice sent."""
        case = self.planned()
        self.report(case)
        self.summarized(case)
        self.noticed(case)
        return case

    def come(self, meeting: Meeting, *present: str) -> None:
        self.at = OPENS
        for number in present:
            mark(meeting=meeting, person=self.person(number), kind="到会", **self.who(OFFICE))

    def opened(self, *present: str) -> LifeMeeting:
        case = self.ready()
        assert case.meeting is not None
        self.come(case.meeting, *(present or GROUP))
        open_meeting(meeting=case.meeting, **self.who(OFFICE))
        case.refresh_from_db()
        return case

    def talk_all(self, case: LifeMeeting) -> None:
        for one, other in combinations(GROUP, 2):
            talks.talked(
                case=case,
                one=self.person(one),
                other=self.person(other),
                day=self.at.date(),
                **self.who(OFFICE),
            )

    def outline(self, case: LifeMeeting, number: str) -> None:
        materials.hand_in(case=case, kind="发言提纲", text="对照检查提纲。", file=None, **self.who(number))

    def criticize(self, case: LifeMeeting, giver: str, receiver: str, text: str = "要多下基层。") -> None:
        criticisms.criticize(case=case, receiver=self.person(receiver), text=text, **self.who(giver))

    def marked(self, case: LifeMeeting) -> None:
        for content in case.contents.all():
            plan.mark_content(content=content, covered=True, remark="", **self.who(OFFICE))

    def sealed(self, *present: str) -> LifeMeeting:
        case = self.opened(*present)
        opinions.tell_meeting(case=case, **self.who(OFFICE))
        self.criticize(case, "E001", "E001", "抓落实不够紧。")
        self.closed(case)
        return case

    def closed(self, case: LifeMeeting) -> None:
        meeting = case.meeting
        assert meeting is not None
        for item in meeting.items.all():
            open_topic(item=item, **self.who(OFFICE))
            passed_on(item=item, text=CONCLUSION, **self.who(OFFICE))
        close_meeting(meeting=meeting, **self.who(OFFICE))
        submit_minutes(meeting=meeting, **self.who(OFFICE))
        seal_minutes(minutes=Minutes.objects.get(meeting=meeting), **self.who(SECRETARY))
        case.refresh_from_db()

    def problem(self, case: LifeMeeting, level: str = "一般") -> Problem:
        receipt = problems.list_problem(
            case=case, text="下企业不够多。", source="征求意见", level=level, **self.who(OFFICE)
        )
        return made(Problem, receipt)

    def measure(self, problem: Problem, number: str = "E011", days: int = 30) -> Measure:
        receipt = problems.set_measure(
            problem=problem, text="每月下企业两天。", person=self.person(number),
            due=self.at.date() + timedelta(days=days), **self.who(OFFICE),
        )  # fmt: skip
        return made(Measure, receipt)

    def carried_out(self, measure: Measure) -> None:
        problems.follow_up(
            measure=measure, day=self.at.date(), text="已经下企业八天。", done=True, **self.who("E011")
        )

    def finished(self, case: LifeMeeting) -> None:
        self.marked(case)
        needs.finish(case=case, **self.who(OFFICE))
        case.refresh_from_db()


def refused(act: object, /, **given: object) -> tuple[Finding, ...]:
    """Everything the act was refused with."""
    assert callable(act)
    with pytest.raises(Refusal) as caught:
        act(**given)
    return caught.value.findings


def facts(findings: tuple[Finding, ...]) -> list[str]:
    return [one.fact for one in findings]
