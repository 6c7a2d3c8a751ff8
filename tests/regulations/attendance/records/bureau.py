"""A small bureau of the demo's own people, enough for sign-ins, months and hearings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import count
from zoneinfo import ZoneInfo

from zhixing.office.matters.models import Matter
from zhixing.organ.days import calendar_of
from zhixing.organ.models import Holding, Organ, Person, Portfolio, Section, Service
from zhixing.regulations.attendance.models import Leave, PayBase, Schedule, SignIn
from zhixing.regulations.attendance.workflow.day_view import days

SHANGHAI = ZoneInfo("Asia/Shanghai")
BEGIN = date(2024, 1, 1)
_keys = count(1)


def at(text: str) -> datetime:
    """'2026-11-19 08:25:00' in Shanghai."""
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def key() -> str:
    return f"k{next(_keys)}"


@dataclass
class Bureau:
    organ: Organ
    people: dict[str, Person] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Person:
        return self.people[name]

    def hire(
        self, number: str, name: str, section: Section, rank: str, title: str,
        *, sex: str = "男", category: str = "公务员", posts: tuple[str, ...] = (), since: date = BEGIN,
    ) -> Person:  # fmt: skip
        person = Person.objects.create(
            organ=self.organ, number=number, name=name, sex=sex, started_work=date(2015, 7, 1)
        )
        Service.objects.create(
            organ=self.organ,
            person=person,
            section=section,
            rank=rank,
            category=category,
            title=title,
            since=since,
        )
        for post in posts:
            Holding.objects.create(
                organ=self.organ, person=person, post=post, section=section, since=since, basis="任免通知"
            )
        self.people[name] = person
        return person

    def signs(self, name: str, first: date, last: date, **odd: time | None) -> None:
        """Signs in on time on every half day of the stretch; `odd` maps d0919a (September 19th, 上午=a, 下午=p)
        to another time, or None for no sign-in."""
        person, calendar = self[name], calendar_of(self.organ)
        rows = []
        for day in days(first, last):
            if not calendar.is_working(day):
                continue
            for half, letter, usual in (("上午", "a", time(8, 20)), ("下午", "p", time(13, 20))):
                clock = odd.get(f"d{day:%m%d}{letter}", usual)
                if clock is not None:
                    when = datetime.combine(day, clock, SHANGHAI)
                    rows.append(
                        SignIn(
                            organ=self.organ,
                            person=person,
                            day=day,
                            half=half,
                            at=when,
                            source="考勤机",
                            by=person,
                            recorded_at=when,
                        )
                    )
        SignIn.objects.bulk_create(rows)

    def pays(self, name: str, base: int, allowance: int = 50_000, bonus: int = 200_000) -> PayBase:
        return PayBase.objects.create(
            organ=self.organ, person=self[name], base=base, allowance=allowance, bonus=bonus, since=BEGIN,
            basis="工资审批表",
        )  # fmt: skip

    def away(self, name: str, kind: str, first: date, last: date, last_half: str = "下午") -> Leave:
        """A granted leave, as the leave story leaves it."""
        made = at("2026-01-05 09:00:00")
        matter = Matter.objects.create(
            organ=self.organ, regulation="attendance", procedure="请假", title=f"{name}请{kind}", starter=self[name],
            state="已同意", edition=date(2018, 2, 1), created_at=made,
        )  # fmt: skip
        return Leave.objects.create(
            organ=self.organ, matter=matter, person=self[name], kind=kind, first=first, first_half="上午", last=last,
            last_half=last_half, reason="休息", status="已批",
        )  # fmt: skip


def found(key_: str, name: str) -> Bureau:
    organ = Organ.objects.create(
        key=key_, name=name, short_name=name[:6], created_at=at("2024-01-01 00:00:00")
    )
    Schedule.objects.create(
        organ=organ, season="全年", morning_from=time(8, 30), morning_to=time(12), afternoon_from=time(13, 30),
        afternoon_to=time(17), since=BEGIN, basis="区府办作息通知",
    )  # fmt: skip
    return Bureau(organ)


def lucheng() -> Bureau:
    bureau = found("lucheng", "鹿城区经济和信息化局")
    leaders = section(bureau, "局领导", "局领导", 1)
    office = section(bureau, "办公室", "内设科室", 2)
    technical = section(bureau, "技术改造与投资科", "内设科室", 3)
    bureau.hire("E001", "林启衡", leaders, "局长", "党组书记、局长", posts=("局长",))
    deputy = bureau.hire("E004", "吴慕川", leaders, "局领导", "副局长", posts=("副局长",))
    bureau.hire("E008", "叶知秋", office, "中层干部", "主任", sex="女", posts=("办公室主任", "科室负责人"))
    bureau.hire("E010", "潘映雪", office, "一般人员", "一级科员", sex="女", posts=("考勤管理员",))
    bureau.hire("E012", "金若谷", office, "一般人员", "会计", posts=("会计",))
    bureau.hire("E022", "罗景行", technical, "中层干部", "科长", posts=("科室负责人",))
    bureau.hire("E025", "贺兰亭", technical, "一般人员", "科员", sex="女")
    bureau.hire("E021", "邓一舟", technical, "一般人员", "统计辅助", category="编外")
    for led in (office, technical):
        Portfolio.objects.create(
            organ=bureau.organ, leader=deputy, section=led, since=BEGIN, basis="分工通知"
        )
    return bureau


def neighbour() -> Bureau:
    bureau = found("ouhai", "瓯海区经济和信息化局")
    office = section(bureau, "办公室", "内设科室", 1)
    bureau.hire("E001", "曾望山", office, "局长", "局长", posts=("局长", "办公室主任", "会计"))
    bureau.hire("E025", "白露", office, "一般人员", "科员")
    return bureau


def section(bureau: Bureau, name: str, kind: str, order: int) -> Section:
    return Section.objects.create(organ=bureau.organ, name=name, kind=kind, order=order, since=BEGIN)
