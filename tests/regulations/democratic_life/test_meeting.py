"""The meeting itself: who is due, who hosts, what keeps it from opening, what members said, the light of the year."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction

from tests.regulations.democratic_life.hall import (
    CLERK,
    DAY,
    GROUP,
    OFFICE,
    OPENS,
    OUTSIDE_DEPUTY,
    SECRETARY,
    Hall,
    facts,
    refused,
)
from zhixing.law.regulation import edition_on
from zhixing.office.duties.evidence import gather
from zhixing.office.duties.falling_due import make_due
from zhixing.office.duties.models import DutyDue
from zhixing.office.meetings.acts.convene import convene
from zhixing.office.meetings.acts.hosting import entrust
from zhixing.office.meetings.acts.opening import open_meeting
from zhixing.office.meetings.acts.topics import open_topic
from zhixing.office.meetings.acts.voting import open_vote
from zhixing.office.meetings.kinds import Tally, kind
from zhixing.office.meetings.models import Meeting
from zhixing.organ.made import made
from zhixing.organ.models import Holding, Organ
from zhixing.regulations.democratic_life.book import BOOK
from zhixing.regulations.democratic_life.workflow import light, opinions, plan

KIND = "民主生活会"


def numbers(organ: Organ, day: date = DAY) -> list[str]:
    return [one.person.number for one in kind(KIND).members(organ, day)]


# 会议的种类


def test_the_roll_is_the_party_group_of_the_day(hall: Hall) -> None:
    """13-1, B13-05: the deputy outside the party group is not due; the office director sits in."""
    assert numbers(hall.organ) == list(GROUP)
    assert [one.person.number for one in kind(KIND).sitters(hall.organ, DAY)] == [OFFICE]
    post = Holding.objects.filter(organ=hall.organ, person__number="E007", post="党组成员")
    post.update(until=DAY - timedelta(days=1))
    assert numbers(hall.organ) == list(GROUP[:-1])
    post.update(until=None)


@pytest.mark.parametrize("number", ["E002", OUTSIDE_DEPUTY, OFFICE])
@pytest.mark.parametrize("entrusted", [False, True])
def test_nobody_but_the_secretary_hosts(hall: Hall, number: str, entrusted: bool) -> None:  # noqa: FBT001
    """13-2."""
    found = kind(KIND).host_findings(hall.person(number), entrusted, hall.organ, DAY)
    assert [(one.fact, one.clause) for one in found] == [("主持人", "13-2")]


def test_the_secretary_hosts(hall: Hall) -> None:
    assert kind(KIND).host_findings(hall.person(SECRETARY), False, hall.organ, DAY) == []


def test_hosting_cannot_be_entrusted(hall: Hall) -> None:
    case = hall.planned()
    meeting = hall.called(case)
    found = refused(
        entrust, meeting=meeting, receiver=hall.person("E002"), reason="出差", **hall.who(SECRETARY)
    )
    assert [(one.fact, one.clause) for one in found] == [("主持人", "13-2")]


@pytest.mark.parametrize(("here", "enough"), [(3, False), (4, True), (6, True)])
def test_two_thirds_make_it_a_meeting(hall: Hall, here: int, enough: bool) -> None:  # noqa: FBT001
    """B13-03."""
    ruling = kind(KIND).quorum(Tally(hall.organ, "", 6, here, DAY))
    assert ruling is not None
    assert ruling.outcome == {"可议": enough, "至少": 4}
    assert "13-1" in {one.clause for one in ruling.because} | {one.clause for one in ruling.readings}


def test_nothing_is_put_to_the_vote(hall: Hall) -> None:
    assert kind(KIND).result(Tally(hall.organ, "", 6, 6, DAY, 6)) is None
    case = hall.opened()
    assert case.meeting is not None
    item = case.meeting.items.first()
    assert item is not None
    open_topic(item=item, **hall.who(OFFICE))
    found = refused(open_vote, item=item, form="举手", **hall.who(OFFICE))
    assert [(one.fact, one.clause) for one in found] == [("表决", "13-7")]


# 开会


def test_a_meeting_that_lacks_everything_is_told_everything_at_once(hall: Hall) -> None:
    case = hall.planned()
    meeting = hall.noticed(case)
    hall.come(meeting, "E001", "E002", "E003")
    found = refused(open_meeting, meeting=meeting, **hall.who(OFFICE))
    assert facts(found) == ["会前报告", "征求意见汇总", "到会人数"]
    assert [one.clause for one in found] == ["13-3", "13-5", "13-1"]


def test_a_report_of_the_ninth_keeps_the_meeting_of_the_fifteenth_shut(hall: Hall) -> None:
    """B13-01."""
    case = hall.planned()
    hall.summarized(case)
    meeting = hall.noticed(case)
    hall.at = OPENS.replace(day=9)
    hall.report(case)
    hall.come(meeting, *GROUP)
    (found,) = refused(open_meeting, meeting=meeting, **hall.who(OFFICE))
    assert (found.fact, found.found) == ("会前报告", "2026-12-09报告")
    assert "2026-12-08" in found.expected


def test_it_does_not_open_on_another_day_than_planned(hall: Hall) -> None:
    case = hall.ready()
    assert case.meeting is not None
    hall.come(case.meeting, *GROUP)
    hall.at = OPENS + timedelta(days=1)
    assert "开会日期" in facts(refused(open_meeting, meeting=case.meeting, **hall.who(OFFICE)))


def test_a_meeting_without_a_plan_does_not_open(hall: Hall) -> None:
    receipt = convene(name=KIND, title="", starts_at=OPENS, place="三楼", **hall.who(OFFICE))
    meeting = made(Meeting, receipt)
    found = kind(KIND).opening(meeting, OPENS)
    assert [(one.fact, one.clause) for one in found] == [("会议方案", "13-4")]


def test_with_everything_there_four_of_six_open_it(hall: Hall) -> None:
    case = hall.opened("E001", "E002", "E003", "E004")
    assert case.meeting is not None
    assert case.meeting.state == "进行中"


def test_what_belongs_before_the_meeting_is_not_made_up_afterwards(hall: Hall) -> None:
    case = hall.opened()
    assert "会议" in facts(refused(opinions.summarize, case=case, **hall.texts, **hall.who(OFFICE)))
    assert "会议" in facts(refused(opinions.give, case=case, group="科室", text="好", **hall.who(CLERK)))
    assert "会议" in facts(
        refused(plan.move_day, case=case, day=DAY + timedelta(days=9), reason="改", consent="", consented_on=None,
                **hall.who(OFFICE))
    )  # fmt: skip


def test_the_opinions_are_told_in_the_room_by_the_recorder(hall: Hall) -> None:
    """13-5."""
    ready = hall.ready()
    assert facts(refused(opinions.tell_meeting, case=ready, **hall.who(OFFICE))) == ["会议"]
    assert ready.meeting is not None
    hall.come(ready.meeting, *GROUP)
    open_meeting(meeting=ready.meeting, **hall.who(OFFICE))
    ready.refresh_from_db()
    assert facts(refused(opinions.tell_meeting, case=ready, **hall.who("E002"))) == ["办理人"]
    opinions.tell_meeting(case=ready, **hall.who(OFFICE))
    assert facts(refused(opinions.tell_meeting, case=ready, **hall.who(OFFICE))) == ["通报"]


def test_what_was_not_spoken_of_says_why(hall: Hall) -> None:
    """13-4."""
    case = hall.opened()
    content = case.contents.first()
    assert content is not None
    given = {"content": content, "covered": False}
    assert facts(refused(plan.mark_content, **given, remark=" ", **hall.who(OFFICE))) == ["没有谈到的原因"]
    plan.mark_content(content=content, covered=False, remark="上级要求另行安排", **hall.who(OFFICE))
    content.refresh_from_db()
    assert (content.covered, content.note) == (False, "上级要求另行安排")


def test_contents_are_marked_only_after_the_opening(hall: Hall) -> None:
    content = hall.planned().contents.first()
    assert facts(
        refused(plan.mark_content, content=content, covered=True, remark="", **hall.who("E002"))
    ) == ["办理人", "会议"]


# 全年和任务


@pytest.mark.parametrize(("state", "colour", "number"), [("已锁定", "黄", 1), ("记录待核", "红", 0)])
def test_the_light_counts_sealed_meetings_alone(hall: Hall, state: str, colour: str, number: int) -> None:
    """G-01."""
    case = hall.sealed()
    assert case.meeting is not None
    Meeting.objects.filter(pk=case.meeting.pk).update(state=state)
    found = light.light_of(hall.organ, 2026, DAY)
    assert (found.colour, len(found.held)) == (colour, number)
    Meeting.objects.filter(pk=case.meeting.pk).update(state="已锁定")


def test_two_sealed_meetings_make_the_year_green(hall: Hall) -> None:
    case = hall.sealed()
    assert light.light_of(hall.organ, 2025, DAY).colour == "红"
    first = case.meeting
    assert first is not None
    opened = datetime(2026, 6, 30, 1, 0, tzinfo=UTC)
    with transaction.atomic():
        Meeting.objects.create(
            organ=hall.organ, kind=KIND, title="上半年", year=2026, turn=99, starts_at=opened, place="三楼",
            host=first.host, recorder=first.recorder, state="已锁定", created_by=first.created_by,
            created_at=opened, opened_at=opened, closed_at=opened,
        )  # fmt: skip
        assert light.light_of(hall.organ, 2026, DAY).colour == "绿"
        transaction.set_rollback(True)


def test_the_sealed_record_is_the_evidence_of_its_half_year(hall: Hall) -> None:
    """13-2."""
    hall.sealed()
    make_due(organ=hall.organ, editions=[edition_on(BOOK, DAY)], at=hall.at)
    due = DutyDue.objects.get(organ=hall.organ, regulation="democratic_life")
    assert (due.duty, due.state) == ("召开党组民主生活会", "待办")
    gather(organ=hall.organ, at=hall.at)
    due.refresh_from_db()
    assert due.state == "已办"
    assert due.evidence == "民主生活会：2026-12-15，记录已锁定。"


def test_a_meeting_whose_record_is_open_is_no_evidence_yet(hall: Hall) -> None:
    hall.opened()
    make_due(organ=hall.organ, editions=[edition_on(BOOK, DAY)], at=hall.at)
    gather(organ=hall.organ, at=hall.at)
    assert [one.state for one in DutyDue.objects.filter(regulation="democratic_life")] == ["待办"]
