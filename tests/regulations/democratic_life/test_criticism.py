"""What members said to each other, who may read it, and those who could not come (13-6)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from tests.regulations.democratic_life.hall import (
    CLERK,
    DAY,
    GROUP,
    OFFICE,
    OUTSIDE_DEPUTY,
    Hall,
    facts,
    refused,
)
from zhixing.journal.models import Entry
from zhixing.office.meetings.acts.opening import open_meeting
from zhixing.organ.models import Account, Holding
from zhixing.organ.policy import viewer_of, visible
from zhixing.regulations.democratic_life.models import AbsentStatement, Criticism, Material
from zhixing.regulations.democratic_life.workflow import criticisms, needs
from zhixing.search.models import Document


def seen(hall: Hall, number: str, model: type, day: date = DAY) -> int:
    person = hall.person(number)
    account, _ = Account.objects.get_or_create(organ=hall.organ, person=person, defaults={"username": number})
    return visible(viewer_of(account, day), model).count()


# 批评和自我批评


def test_members_write_down_what_they_said_themselves(hall: Hall) -> None:
    case = hall.opened()
    hall.criticize(case, "E002", "E001")
    hall.criticize(case, "E002", "E002")
    assert [str(one) for one in case.criticisms.all()] == ["批评意见", "自我批评"]


@pytest.mark.parametrize("number", [OFFICE, OUTSIDE_DEPUTY, CLERK, "E007"])
def test_nobody_else_writes_there(hall: Hall, number: str) -> None:
    """The office director who sits in, others, and a member who did not come."""
    case = hall.opened(*GROUP[:-1])
    found = refused(
        criticisms.criticize, case=case, receiver=hall.person("E001"), text="应当改进。", **hall.who(number)
    )
    assert facts(found) == ["办理人"]


def test_it_is_said_to_a_member_in_words_in_the_meeting(hall: Hall) -> None:
    ready = hall.ready()
    given = {"receiver": hall.person(OUTSIDE_DEPUTY), "text": " "}
    assert facts(refused(criticisms.criticize, case=ready, **given, **hall.who("E002"))) == ["内容", "会议"]
    assert ready.meeting is not None
    hall.come(ready.meeting, *GROUP)
    open_meeting(meeting=ready.meeting, **hall.who(OFFICE))
    ready.refresh_from_db()
    assert facts(refused(criticisms.criticize, case=ready, **given, **hall.who("E002"))) == ["内容", "对谁说"]


def test_once_the_record_is_sealed_nothing_is_added(hall: Hall) -> None:
    case = hall.sealed()
    found = refused(
        criticisms.criticize, case=case, receiver=hall.person("E001"), text="补一条。", **hall.who("E002")
    )
    assert facts(found) == ["会议"]


def test_only_members_of_that_meeting_read_it(hall: Hall) -> None:
    """13-6: not the office, not whoever is outside, not who joins the group afterwards."""
    case = hall.sealed()
    assert {number: seen(hall, number, Criticism) for number in GROUP} == dict.fromkeys(GROUP, 1)
    assert [seen(hall, number, Criticism) for number in (OFFICE, OUTSIDE_DEPUTY, CLERK)] == [0, 0, 0]
    joined = Holding.objects.create(
        organ=hall.organ,
        person=hall.person(CLERK),
        post="党组成员",
        since=DAY + timedelta(days=1),
        basis="任命",
    )
    assert seen(hall, CLERK, Criticism, DAY + timedelta(days=2)) == 0
    assert case.criticisms.count() == 1
    joined.delete()


def test_no_word_of_it_stands_in_the_journal_or_is_found_by_a_search(hall: Hall) -> None:
    case = hall.opened()
    hall.criticize(case, "E002", "E001", "决策前听意见不够。")
    entry = Entry.objects.get(object_kind="批评意见")
    assert "听意见" not in f"{entry.payload}{entry.states}"
    assert "E001" not in entry.payload
    assert not Document.objects.filter(text__contains="决策前听意见").exists()


def test_it_cannot_be_changed_in_the_database(hall: Hall) -> None:
    case = hall.opened()
    hall.criticize(case, "E002", "E001")
    for change in (lambda: Criticism.objects.update(text="好"), lambda: Criticism.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_outlines_are_read_by_members_alone(hall: Hall) -> None:
    case = hall.planned()
    hall.outline(case, "E003")
    assert seen(hall, "E001", Material) == 1
    assert [seen(hall, number, Material) for number in (OFFICE, CLERK)] == [0, 0]


# 缺席


def test_who_does_not_come_writes_and_is_told_afterwards(hall: Hall) -> None:
    case = hall.opened(*GROUP[:-1])
    assert facts(refused(criticisms.state_in_writing, case=case, text="自我批评。", **hall.who("E002"))) == [
        "办理人"
    ]
    criticisms.state_in_writing(case=case, text="本人下基层不够。", **hall.who("E007"))
    assert facts(refused(criticisms.state_in_writing, case=case, text="再写。", **hall.who("E007"))) == [
        "书面发言"
    ]
    statement = AbsentStatement.objects.get()
    today = hall.at.date()
    assert facts(refused(criticisms.inform, statement=statement, day=today, **hall.who(OFFICE))) == [
        "通报日期"
    ]
    hall.closed(case)
    left = [one for one in needs.after(case, hall.at) if one.fact.endswith("缺席")]
    assert [one.missing for one in left] == ["会上的情况还没有向本人通报"]
    criticisms.inform(statement=statement, day=today, **hall.who(OFFICE))
    assert all(one.done for one in needs.after(case, hall.at) if one.fact.endswith("缺席"))
    assert seen(hall, "E001", AbsentStatement) == 1
    assert seen(hall, OFFICE, AbsentStatement) == 0


def test_an_absent_member_without_a_word_is_missing(hall: Hall) -> None:
    case = hall.sealed(*GROUP[:-1])
    left = [one for one in needs.after(case, hall.at) if one.fact.endswith("缺席")]
    assert [one.missing for one in left] == ["还没有书面发言"]
