"""谈心: every member with every other, at least once before the meeting; who with whom is still missing (13-5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.democratic_life.models import LifeMeeting, MemberTalk
from zhixing.regulations.democratic_life.workflow.entered import (
    before_opening,
    not_later,
    note,
    refuse,
    running,
)
from zhixing.regulations.democratic_life.workflow.parties import is_office, party_group

CLAUSE = "13-5"


@dataclass(frozen=True)
class Matrix:
    """Everybody with everybody: the day of the last talk, None where they have not talked."""

    members: tuple[Person, ...]
    talked: dict[tuple[int, int], date]

    def day(self, one: Person, other: Person) -> date | None:
        return self.talked.get(pair(one, other))

    @property
    def missing(self) -> tuple[tuple[Person, Person], ...]:
        return tuple(
            (one, other)
            for one, other in combinations(self.members, 2)
            if pair(one, other) not in self.talked
        )

    @property
    def asked(self) -> int:
        return len(self.members) * (len(self.members) - 1) // 2

    @property
    def rows(self) -> list[tuple[Person, list[tuple[Person, date | None]]]]:
        """For a page: each member with each member, himself included."""
        return [(one, [(other, self.day(one, other)) for other in self.members]) for one in self.members]


@once
def talked(
    *, case: LifeMeeting, one: Person, other: Person, day: date, actor: Person, at: datetime, key: str
) -> Receipt:
    """That two members talked; entered by one of the two or by the office. What was said is not kept."""
    group = party_group(case.organ, today(at))
    findings = running(case, actor, CLAUSE) + before_opening(case, CLAUSE)
    findings += not_later(day, today(at), "谈心日期", CLAUSE)
    if actor not in (one, other) and not is_office(actor, today(at)):
        findings.append(
            Finding("办理人", actor.name, "谈心的一方或者办公室主任", "请由谈心的一方登记。", clause=CLAUSE)
        )
    if one == other or one not in group or other not in group:
        found = f"{one.name}、{other.name}"
        findings.append(Finding("谈心双方", found, "两位党组成员", "请重新选择。", clause=CLAUSE))
    first, second = sorted((one, other), key=lambda person: person.pk)
    if MemberTalk.objects.filter(case=case, one=first, other=second, day=day).exists():
        findings.append(Finding("谈心", "这一天已经登记", "没有登记过的谈心", "不用再登记。", clause=CLAUSE))
    refuse("谈心没有登记。", findings)
    talk = MemberTalk.objects.create(
        organ_id=case.organ_id, case=case, one=first, other=second, day=day, by=actor, at=at
    )
    payload = {"双方": [first.number, second.number], "日期": str(day)}
    return note(case, "登记谈心", actor=actor, at=at, key=key, rule=CLAUSE, record=talk, payload=payload)


def matrix(case: LifeMeeting, day: date) -> Matrix:
    """The members of the party group of that day and the last talk of each pair."""
    talks = case.talks.order_by("day")
    return Matrix(
        tuple(party_group(case.organ, day)), {(talk.one_id, talk.other_id): talk.day for talk in talks}
    )


def pair(one: Person, other: Person) -> tuple[int, int]:
    return (one.pk, other.pk) if one.pk < other.pk else (other.pk, one.pk)
