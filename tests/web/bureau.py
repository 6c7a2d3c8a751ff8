"""A small bureau to look at the desk with: one person of every role, and one stranger of another organ."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from zhixing.organ.models import Account, Holding, Organ, Person, Portfolio, Section, Service

BEGIN = date(2020, 1, 1)
OFFICERS = ("系统管理员", "安全管理员", "审计管理员")
# role -> (name, rank, title, posts held)
STAFF: dict[str, tuple[str, str, str, tuple[str, ...]]] = {
    "职员": ("林小满", "一般人员", "科员", ()),
    "科室负责人": ("周立春", "中层干部", "科长", ("科室负责人",)),
    "局领导": ("郑清明", "局领导", "副局长", ("副局长",)),
    "局长": ("陈谷雨", "局长", "局长", ("局长",)),
    "办公室": ("王芒种", "一般人员", "科员", ("考勤管理员",)),
    "办公室主任": ("李夏至", "中层干部", "办公室主任", ("办公室主任",)),
    "财务": ("孙小暑", "一般人员", "会计", ("会计",)),
    "纪检": ("吴大暑", "局领导", "纪检组长", ("纪检组长",)),
}


@dataclass
class Bureau:
    organ: Organ
    section: Section
    accounts: dict[str, Account] = field(default_factory=dict)

    def person(self, role: str) -> Person:
        person = self.accounts[role].person
        assert person is not None
        return person


def build(key: str = "lucheng-jx", name: str = "鹿城区经信局") -> Bureau:
    organ = Organ.objects.create(
        key=key,
        name=name,
        short_name=name,
        code_word="鹿经信",
        second_factor=False,
        created_at=datetime(2020, 1, 1, tzinfo=UTC),
    )
    section = Section.objects.create(organ=organ, name="产业科", kind="内设科室", since=BEGIN)
    bureau = Bureau(organ, section)
    for number, (role, (name_, rank, title, posts)) in enumerate(STAFF.items(), 1):
        person = Person.objects.create(organ=organ, number=f"E{number:03}", name=name_, started_work=BEGIN)
        Service.objects.create(
            organ=organ,
            person=person,
            section=section,
            rank=rank,
            category="公务员",
            title=title,
            since=BEGIN,
        )
        for post in posts:
            Holding.objects.create(organ=organ, person=person, post=post, section=section, since=BEGIN)
        bureau.accounts[role] = Account.objects.create(organ=organ, person=person, username=f"{key}-{number}")
    Portfolio.objects.create(organ=organ, leader=bureau.person("局领导"), section=section, since=BEGIN)
    for number, officer in enumerate(OFFICERS, 1):
        bureau.accounts[officer] = Account.objects.create(
            organ=organ, username=f"{key}-officer-{number}", officer=officer
        )
    return bureau
