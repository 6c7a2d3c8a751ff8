"""A small bureau with the people of domain part 5 that leave needs; everything is stored for real."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from zhixing.organ.models import Holding, Organ, Person, Portfolio, Section, Service

FOUNDED = date(2018, 2, 1)
LEADERS, OFFICE, TECH, IT, OPERATIONS = "局领导", "办公室", "技术改造与投资科", "信息化科", "经济运行科"


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """A moment in the organ's own time."""
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))


@dataclass(frozen=True)
class Row:
    """One line of the staff list: number, name, sex, section, title, rank, category, started work."""

    number: str
    name: str
    sex: str
    section: str
    title: str
    rank: str
    started: date | None
    category: str = "公务员"
    district: bool = False


STAFF = (
    Row("E001", "林启衡", "男", LEADERS, "党组书记、局长", "局长", date(1994, 8, 1), district=True),
    Row("E002", "陈书岚", "女", LEADERS, "党组副书记、副局长", "局领导", date(1999, 8, 1), district=True),
    Row("E004", "吴慕川", "男", LEADERS, "党组成员、副局长", "局领导", date(2004, 7, 1), district=True),
    Row("E008", "叶知秋", "女", OFFICE, "主任", "中层干部", date(2006, 8, 1)),
    Row("E010", "潘映雪", "女", OFFICE, "一级科员", "一般人员", date(2014, 8, 1)),
    Row("E014", "苏小满", "女", OFFICE, "局内勤", "一般人员", date(2021, 7, 1), category="编外"),
    Row("E020", "严若水", "女", OPERATIONS, "科员", "一般人员", date(2016, 7, 15)),
    Row("E022", "罗景行", "男", TECH, "科长", "中层干部", date(2003, 8, 1)),
    Row("E023", "方晓棠", "女", TECH, "副科长", "中层干部", date(2010, 8, 1)),
    Row("E024", "袁朗", "男", TECH, "科员", "一般人员", date(2016, 9, 1)),
    Row("E025", "贺兰亭", "女", TECH, "科员", "一般人员", date(2020, 8, 1)),
    Row("E026", "顾星河", "男", IT, "科长", "中层干部", date(2008, 8, 1)),
    Row("E028", "魏子骞", "男", IT, "科员", "一般人员", date(2019, 8, 1)),
)
POSTS = (
    ("E001", "局长", None),
    ("E001", "党组书记", None),
    ("E002", "副局长", None),
    ("E004", "副局长", None),
    ("E008", "办公室主任", OFFICE),
    ("E008", "科室负责人", OFFICE),
    ("E010", "考勤管理员", OFFICE),
    ("E022", "科室负责人", TECH),
    ("E026", "科室负责人", IT),
)
PORTFOLIOS = (("E002", OFFICE), ("E004", TECH), ("E004", IT))


@dataclass(frozen=True)
class Bureau:
    organ: Organ
    people: dict[str, Person]
    sections: dict[str, Section]

    def __getitem__(self, number: str) -> Person:
        return self.people[number]


def build_bureau(key: str = "lucheng", name: str = "鹿城区经济和信息化局") -> Bureau:
    """经济运行科 has no deputy: it is the chief's own (B2-25)."""
    organ = Organ.objects.create(
        key=key, name=name, short_name="鹿城经信", code_word="温鹿经信", created_at=at(FOUNDED)
    )
    names = dict.fromkeys(row.section for row in STAFF)
    sections = {section: _section(organ, section, order) for order, section in enumerate(names)}
    people = {row.number: _person(organ, row, sections[row.section]) for row in STAFF}
    for number, post, section in POSTS:
        Holding.objects.create(
            organ=organ, person=people[number], post=post, since=FOUNDED,
            section=sections[section] if section else None, basis="任职文件",
        )  # fmt: skip
    for number, section in PORTFOLIOS:
        Portfolio.objects.create(
            organ=organ, leader=people[number], section=sections[section], since=FOUNDED, basis="分工表"
        )
    return Bureau(organ, people, sections)


def _section(organ: Organ, name: str, order: int) -> Section:
    kind = LEADERS if name == LEADERS else "内设科室"
    return Section.objects.create(organ=organ, name=name, kind=kind, order=order, since=FOUNDED)


def _person(organ: Organ, row: Row, section: Section) -> Person:
    person = Person.objects.create(
        organ=organ, number=row.number, name=row.name, sex=row.sex, started_work=row.started, joined=FOUNDED
    )
    Service.objects.create(
        organ=organ, person=person, section=section, rank=row.rank, category=row.category,
        title=row.title, district_managed=row.district, since=FOUNDED,
    )  # fmt: skip
    return person
