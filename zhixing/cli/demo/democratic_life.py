"""Two democratic life meetings: one held, its problems being mended and one of them late; the next in preparation (13)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import combinations
from typing import Any

from zhixing.cli.demo import democratic_life_data as said
from zhixing.cli.demo.agenda import Act
from zhixing.cli.demo.stage import Stage, in_turn
from zhixing.files.models import StoredFile
from zhixing.files.store import keep
from zhixing.office.meetings.acts.attending import mark
from zhixing.office.meetings.acts.closing import close_meeting
from zhixing.office.meetings.acts.conclude import passed_on
from zhixing.office.meetings.acts.minutes import seal_minutes, submit_minutes
from zhixing.office.meetings.acts.notice import read_notice, send_notice
from zhixing.office.meetings.acts.opening import open_meeting
from zhixing.office.meetings.acts.topics import open_topic
from zhixing.office.meetings.models import Meeting, Minutes
from zhixing.organ.local_time import at_clock, today
from zhixing.organ.made import made
from zhixing.organ.models import Person
from zhixing.organ.uploads import uploader
from zhixing.regulations.democratic_life.models import LifeMeeting, Measure, Problem
from zhixing.regulations.democratic_life.workflow import (
    criticisms,
    materials,
    opinions,
    plan,
    problems,
    superior,
    talks,
)

WHOLE = 50  # working days that a meeting with all that follows it needs
PLANNED, HELD = 7, 26  # on which working day of the story the first is planned and held
NEXT, SINCE = 14, 9  # working days after the story's end and before it
TALKED, WROTE = 7, 2  # pairs and members who are ready for the next one already


@dataclass
class Story:
    """One meeting from its plan on; each part is an act on the agenda."""

    stage: Stage
    theme: str
    sort: str
    case: LifeMeeting | None = None

    def person(self, number: str) -> Person:
        return next(one for one in self.stage.cast.staff if one.number == number)

    def who(self, number: str, at: datetime, key: str) -> Iterator[dict[str, Any]]:
        return in_turn(self.person(number), at, key)

    def at(self, day: date, hour: time, act: Act) -> None:
        self.stage.agenda.add(at_clock(day, hour), act)

    def begun(self) -> LifeMeeting:
        assert self.case is not None
        return LifeMeeting.objects.select_related("organ", "meeting").get(pk=self.case.pk)

    def plan(self, day: date, at: datetime, key: str) -> None:
        receipt = plan.plan(
            sort=self.sort, ground="无", theme=self.theme, day=day, contents=said.CONTENTS,
            **next(self.who(said.OFFICE, at, key)),
        )  # fmt: skip
        self.case = made(LifeMeeting, receipt)

    def hear(self, signed: tuple[tuple[str, str, str], ...], at: datetime, key: str) -> None:
        """Signed, unsigned and from outside (13-5)."""
        case, office = self.begun(), self.who(said.OFFICE, at, key)
        for number, group, text in signed:
            opinions.give(case=case, group=group, text=text, **next(self.who(number, at, f"{key}:own")))
        for group, source, text in said.HEARD:
            opinions.enter_heard(
                case=case, group=group, source=source, text=text, day=today(at), **next(office)
            )
        group, text = said.UNSIGNED
        opinions.enter_heard_unsigned(case=case, group=group, text=text, **next(office))

    def talk(self, pairs: int, at: datetime, key: str) -> None:
        office = self.who(said.OFFICE, at, key)
        for one, other in list(combinations(said.GROUP, 2))[:pairs]:
            talks.talked(
                case=self.begun(),
                one=self.person(one),
                other=self.person(other),
                day=today(at),
                **next(office),
            )

    def write(self, members: int, at: datetime, key: str) -> None:
        for number in said.GROUP[:members]:
            materials.hand_in(
                case=self.begun(),
                kind="发言提纲",
                text=said.OUTLINE,
                file=None,
                **next(self.who(number, at, key)),
            )


@dataclass
class Held(Story):
    """The one that was held: reported, prepared, opened, sealed, its problems listed."""

    def arrange(self, days: list[date]) -> None:
        first, day = days[PLANNED], days[HELD]
        self.at(first, time(9, 20), partial(self.plan, day))
        self.at(days[PLANNED + 2], time(9, 40), self.report)
        self.at(days[PLANNED + 3], time(10, 15), partial(self.hear, said.SIGNED))
        self.at(days[HELD - 6], time(15, 5), partial(self.talk, 15))
        self.at(days[HELD - 5], time(16, 10), partial(self.write, len(said.GROUP)))
        self.at(days[HELD - 4], time(9, 45), self.sum_up)
        self.at(days[HELD - 3], time(10, 20), partial(self.call, day))
        self.at(day, time(14, 0), self.hold)
        self.at(days[HELD + 2], time(9, 30), self.list_problems)

    def report(self, at: datetime, key: str) -> None:
        document = f"温鹿经信党〔{today(at).year}〕{today(at).month}号"
        superior.report(
            case=self.begun(), whom=said.SUPERIOR, document=document, day=today(at), file=self._file(at),
            **next(self.who(said.OFFICE, at, key)),
        )  # fmt: skip

    def sum_up(self, at: datetime, key: str) -> None:
        opinions.summarize(case=self.begun(), **said.SUMMARY, **next(self.who(said.OFFICE, at, key)))

    def call(self, day: date, at: datetime, key: str) -> None:
        case, office = self.begun(), self.who(said.OFFICE, at, key)
        plan.call_meeting(
            case=case, starts_at=at_clock(day, time(14, 30)), place="三楼党组会议室", **next(office)
        )
        meeting = self._meeting()
        send_notice(meeting=meeting, **next(office))
        for one in meeting.invitations.select_related("person"):
            read_notice(meeting=meeting, reader=one.person, at=at + timedelta(hours=2))

    def hold(self, at: datetime, key: str) -> None:
        meeting, office = self._meeting(), self.who(said.OFFICE, at, key)
        for number in (*said.GROUP, said.OFFICE):
            mark(meeting=meeting, person=self.person(number), kind="到会", **next(office))
        open_meeting(meeting=meeting, **next(office))
        opinions.tell_meeting(case=self.begun(), **next(office))
        self._criticize(at + timedelta(minutes=40), key)
        for item in meeting.items.all():
            open_topic(item=item, **next(office))
            passed_on(item=item, text=said.CONCLUSION, **next(office))
        close_meeting(meeting=meeting, **next(office))
        submit_minutes(meeting=meeting, **next(office))
        later = self.who(said.SECRETARY, at + timedelta(hours=3), key)
        seal_minutes(minutes=Minutes.objects.get(meeting=meeting), **next(later))

    def _criticize(self, at: datetime, key: str) -> None:
        """Each of himself, then some of each other (13-6)."""
        own = [(number, number, text) for number, text in said.OF_HIMSELF.items()]
        for place, (giver, receiver, text) in enumerate((*own, *said.OF_OTHERS)):
            acting = next(self.who(giver, at + timedelta(minutes=3 * place), f"{key}:{place}"))
            criticisms.criticize(case=self.begun(), receiver=self.person(receiver), text=text, **acting)

    def list_problems(self, at: datetime, key: str) -> None:
        office = self.who(said.OFFICE, at, key)
        for content in self.begun().contents.all():
            plan.mark_content(content=content, covered=True, remark="", **next(office))
        for one in said.FOUND:
            receipt = problems.list_problem(
                case=self.begun(), text=one.text, source=one.source, level=one.level, **next(office)
            )
            problem = made(Problem, receipt)
            due = max(self.stage.last + timedelta(days=one.days), today(at) + timedelta(days=10))
            receipt = problems.set_measure(
                problem=problem, text=one.measure, person=self.person(one.bearer), due=due, **next(office)
            )
            self._follow(made(Measure, receipt), one, today(at))

    def _follow(self, measure: Measure, found: said.Found, since: date) -> None:
        """A first step of each; what is done is struck off some days later."""
        begun = max(min(measure.due, self.stage.last) - timedelta(days=15), since + timedelta(days=3))
        self.at(begun, time(15, 30), partial(self._progress, measure, "已经动手，正在推进。", done=False))
        if found.done:
            day = measure.due - timedelta(days=6)
            self.at(day, time(10, 5), partial(self._progress, measure, "已经完成，长期坚持。", done=True))
            self.at(day + timedelta(days=4), time(16, 20), partial(self._strike_off, measure))

    def _progress(self, measure: Measure, text: str, at: datetime, key: str, *, done: bool) -> None:
        measure.refresh_from_db()
        acting = next(in_turn(measure.person, at, key))
        problems.follow_up(measure=measure, day=today(at), text=text, done=done, **acting)

    def _strike_off(self, measure: Measure, at: datetime, key: str) -> None:
        problem = Problem.objects.select_related("case").get(pk=measure.problem_id)
        if problem.level == "重大":
            document = f"温鹿经信党〔{today(at).year}〕{today(at).month + 10}号"
            superior.report_problem(
                problem=problem, whom=said.SUPERIOR, document=document, day=today(at), file=self._file(at),
                **next(self.who(said.OFFICE, at, key)),
            )  # fmt: skip
        later = self.who(said.SECRETARY, at + timedelta(minutes=30), key)
        problems.strike_off(problem=problem, remark="整改到位，同意销号。", **next(later))

    def _meeting(self) -> Meeting:
        meeting = self.begun().meeting
        assert meeting is not None
        return meeting

    def _file(self, at: datetime) -> StoredFile:
        by, name = uploader(self.person(said.OFFICE)), "关于召开党组民主生活会的报告.txt"
        return keep(organ=self.stage.cast.organ.pk, name=name, content=said.REPORT.encode(), by=by, at=at)


def life_meetings(stage: Stage) -> None:
    """A short story has room for a plan alone, a very short one for nothing."""
    days = stage.working_days()
    if len(days) >= WHOLE:
        Held(stage, "转变作风、狠抓落实，推动工业经济稳进提质", "年度").arrange(days)
    if len(days) > SINCE:
        coming = Story(stage, "对照全年目标查短板，谋划明年助企举措", "专题")
        day = stage.next_working(stage.last, NEXT)
        coming.at(days[-SINCE], time(9, 25), partial(coming.plan, day))
        coming.at(days[-SINCE + 2], time(10, 25), partial(coming.hear, said.SIGNED_LATER))
        coming.at(days[-SINCE + 4], time(16, 5), partial(coming.talk, TALKED))
        coming.at(days[-SINCE + 6], time(15, 45), partial(coming.write, WROTE))
