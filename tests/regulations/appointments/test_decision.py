"""第四步 讨论决定 (04-4): two thirds present, the leader explains, more than half of those due, relatives outside."""

import pytest

from tests.regulations.appointments.house import ALL, House, facts
from zhixing.law.refusal import Refusal
from zhixing.office.meetings.acts.attending import mark
from zhixing.office.meetings.acts.conclude import postpone
from zhixing.office.meetings.acts.topics import not_held
from zhixing.office.meetings.models import Item, Meeting
from zhixing.regulations.appointments.models import Case
from zhixing.regulations.appointments.workflow import inspect
from zhixing.regulations.appointments.workflow.topics import gate, ready

FOUR = ("E001", "E002", "E003", "E004")


def decide(house: House, case: Case) -> Item:
    return house.meeting(house.consented(case, "讨论决定"))


def test_four_of_six_meet_and_four_votes_carry(house: House) -> None:
    case = house.heard()
    asked = house.consented(case, "讨论决定")
    house.adopted(asked, in_favour=4, present=FOUR)
    case.refresh_from_db()
    asked.refresh_from_db()
    assert (asked.result, case.step_name) == ("通过", "任前审核")
    assert asked.ruling["outcome"] == {"可议": "是", "通过": "是"}


def test_three_of_six_do_not_even_open_the_topic(house: House) -> None:
    """B1-07, B4-06."""
    case = house.heard()
    asked = house.consented(case, "讨论决定")
    with pytest.raises(Refusal) as refused:
        house.meeting(asked, present=FOUR[:3])
    assert facts(refused) == ["到会人数"]


def test_exactly_half_in_favour_is_not_adopted(house: House) -> None:
    """B4-06."""
    case = house.heard()
    asked = house.consented(case, "讨论决定")
    house.adopted(asked, in_favour=3, present=FOUR)
    case.refresh_from_db()
    asked.refresh_from_db()
    assert (asked.result, case.step_name) == ("未通过", "讨论决定")
    assert asked.ruling["outcome"] == {"可议": "是", "通过": "否"}


def test_without_the_explanation_there_is_no_vote(house: House) -> None:
    item = decide(house, house.heard())
    with pytest.raises(Refusal) as refused:
        house.voted(item, 6)
    assert facts(refused) == ["人事说明"]
    house.explained(item)
    house.voted(item, 6)


def test_a_related_member_leaves_the_room_and_stays_in_the_number_due(house: House) -> None:
    """G-05."""
    case = house.heard()
    inspect.declare_tie(case=case, person=house.person("E004"), relation="夫妻", **house.who("E004"))
    item = decide(house, case)
    house.explained(item)
    with pytest.raises(Refusal) as refused:
        house.voted(item, 5)
    assert facts(refused) == ["回避"]
    mark(meeting=item.meeting, person=house.person("E004"), kind="回避", **house.who("E008"))
    house.voted(item, 4)
    vote = item.votes.get()
    assert (vote.due, vote.present, vote.withdrawn) == (6, 5, 1)


def test_a_topic_not_held_waits_for_the_next_meeting(house: House) -> None:
    case = house.heard()
    asked = house.consented(case, "讨论决定")
    item = house.meeting(asked)
    for number in ALL[2:5]:
        mark(meeting=item.meeting, person=house.person(number), kind="退席", **house.who("E008"))
    not_held(item=item, reason="到会不足", **house.who("E008"))
    case.refresh_from_db()
    asked.refresh_from_db()
    assert (case.step_name, asked.state) == ("讨论决定", "已同意")
    assert [one.source for one in ready(house.organ)] == [asked.source]


def test_a_postponed_topic_may_be_listed_again_and_decided(house: House) -> None:
    case = house.heard()
    asked = house.consented(case, "讨论决定")
    item = house.meeting(asked)
    postpone(item=item, reason="再了解情况", **house.who("E008"))
    house.adopted(asked)
    case.refresh_from_db()
    assert case.step_name == "任前审核"


def test_a_meeting_beyond_the_year_is_refused_at_its_agenda(house: House) -> None:
    """B4-01: what counts is the day of the meeting."""
    case = house.heard()
    house.on(2027, 3, 1)
    asked = house.consented(case, "讨论决定")
    meeting = Meeting(organ=house.organ, kind="党组会议", starts_at=house.at)
    assert gate(asked.source, meeting) == []
    house.on(2027, 3, 3)
    meeting.starts_at = house.at
    assert [one.fact for one in gate(asked.source, meeting)] == ["推荐结果"]


def test_a_decision_is_not_asked_for_before_its_step(house: House) -> None:
    case = house.chosen()
    with pytest.raises(Refusal) as refused:
        house.submitted(case, "讨论决定")
    assert facts(refused) == ["步骤", "考察组", "考察材料", "任职限制核查", "考察汇报"]


def test_the_candidate_asks_for_nothing_in_the_own_case(house: House) -> None:
    case = house.heard()
    case.candidate = house.person("E002")
    case.save(update_fields=["candidate"])
    with pytest.raises(Refusal) as refused:
        house.submitted(case, "讨论决定")
    assert "办理人" in facts(refused)
