"""Topics of 01 in meetings of 01: what the vote came to stands with the topic, and the duty is done by the meeting."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.regulations.governance.chamber import CHIEFS, GROUP, PARTY, Chamber, refused
from zhixing.law.regulation import edition_on
from zhixing.office.duties.evidence import gather
from zhixing.office.duties.falling_due import make_due
from zhixing.office.duties.models import DutyDue, Notice
from zhixing.office.meetings.acts.attending import mark
from zhixing.office.meetings.acts.conclude import Task, conclude, declare_divided, postpone
from zhixing.office.meetings.acts.topics import open_topic
from zhixing.office.meetings.acts.voting import Counts, enter_counts, open_vote
from zhixing.office.meetings.models import Item, Vote
from zhixing.organ.made import made
from zhixing.regulations.governance.book import BOOK
from zhixing.regulations.governance.models import Topic
from zhixing.regulations.governance.workflow.topic import submit_topic
from zhixing.regulations.governance.workflow.topic_agenda import ready_topics, source_of


def task(chamber: Chamber) -> Task:
    section = chamber.section("技术改造与投资科")
    return Task(chamber.person("E004"), section, chamber.person("E022"), date(2026, 12, 31))


def discussed(chamber: Chamber, topic: Topic, *present: str) -> Item:
    meeting = chamber.planned(topic.meeting)
    item = chamber.listed(meeting, source_of(topic))
    chamber.opened(meeting, *present)
    open_topic(item=item, **chamber.who("E008"))
    item.refresh_from_db()
    return item


def voted(chamber: Chamber, item: Item, counts: Counts) -> Vote:
    vote = made(Vote, open_vote(item=item, form="举手", **chamber.who("E008")))
    enter_counts(vote=vote, counts=counts, **chamber.who("E008"))
    vote.refresh_from_db()
    return vote


@pytest.mark.parametrize(("in_favour", "result"), [(4, "已通过"), (3, "未通过")])
def test_of_six_due_four_pass_a_topic_and_exactly_half_do_not(
    chamber: Chamber, in_favour: int, result: str
) -> None:
    topic = chamber.ready(request=chamber.party_paper())
    item = discussed(chamber, topic, *GROUP)
    vote = voted(chamber, item, Counts(in_favour, 6 - in_favour, 0))
    assert vote.passed is (in_favour == 4)
    then = task(chamber) if vote.passed else None
    conclude(item=item, decision="同意按要点开展工作。", task=then, **chamber.who("E008"))
    topic.refresh_from_db()
    assert topic.status == result
    assert ready_topics(chamber.organ, PARTY) == []
    told = Notice.objects.get(object_kind="议题申报", object_id=str(topic.pk))
    assert (told.person, told.text) == (
        chamber.person("E022"),
        "您申报的党组议〔2026〕1号议题，会议已有结果，请查看。",
    )


def test_the_chiefs_meeting_of_five_passes_with_three_and_says_by_which_reading(chamber: Chamber) -> None:
    item = discussed(chamber, chamber.ready(), "E001", "E002", "E003", "E005")
    vote = voted(chamber, item, Counts(3, 1, 0))
    assert (vote.passed, vote.due, vote.present) == (True, 5, 4)
    assert [reading["id"] for reading in vote.ruling["readings"]] == ["G-02"]


def test_a_much_divided_topic_is_put_off_and_stays_ready(chamber: Chamber) -> None:
    """01-9.4."""
    topic = chamber.ready(request=chamber.party_paper())
    item = discussed(chamber, topic, *GROUP)
    declare_divided(item=item, divided=True, **chamber.who("E008"))
    item.refresh_from_db()
    vote = voted(chamber, item, Counts(4, 2, 0))
    assert vote.passed
    found = refused(conclude, item=item, decision="同意", task=task(chamber), **chamber.who("E008"))
    assert [(one.fact, one.clause) for one in found] == [("紧急理由", "01-9.4")]
    postpone(item=item, reason="意见分歧较大", **chamber.who("E008"))
    topic.refresh_from_db()
    assert topic.status == "可上会"
    assert [one.source for one in ready_topics(chamber.organ, PARTY)] == [source_of(topic)]


def test_who_leaves_makes_a_personnel_topic_undiscussable_until_one_returns(chamber: Chamber) -> None:
    """B1-11."""
    topic = chamber.ready(request=chamber.party_paper(category="干部任免奖惩", personnel="奖惩"))
    meeting = chamber.planned(PARTY)
    item = chamber.listed(meeting, source_of(topic))
    chamber.opened(meeting, *GROUP[:4])
    mark(meeting=meeting, person=chamber.person("E004"), kind="离席", **chamber.who("E008"))
    assert [one.fact for one in refused(open_topic, item=item, **chamber.who("E008"))] == ["到会人数"]
    mark(meeting=meeting, person=chamber.person("E004"), kind="返回", **chamber.who("E008"))
    open_topic(item=item, **chamber.who("E008"))


def test_a_material_change_is_a_new_topic_for_the_body_that_decided(chamber: Chamber) -> None:
    """01-11: the earlier decision stays as it was."""
    topic = chamber.ready()
    item = discussed(chamber, topic, "E001", "E002", "E003", "E004", "E005")
    voted(chamber, item, Counts(5, 0, 0))
    conclude(item=item, decision="同意申报。", task=task(chamber), **chamber.who("E008"))
    earlier = item.resolution
    wrong = chamber.party_paper(revises=earlier)
    (found,) = refused(submit_topic, request=wrong, **chamber.who("E022"))
    assert (found.fact, found.clause) == ("修改原决定", "01-11")
    again = chamber.ready(request=chamber.paper(title="调整申报方案", revises=earlier))
    (ready,) = ready_topics(chamber.organ, CHIEFS)
    assert (ready.source, ready.revises) == (source_of(again), earlier)
    earlier.refresh_from_db()
    assert earlier.text == "同意申报。"


def test_a_meeting_held_in_the_half_month_is_the_evidence_of_its_duty(chamber: Chamber) -> None:
    """01-6.1, 01-8.1, G-76: each meeting for its own duty and half-month alone."""
    edition = edition_on(BOOK, date(2026, 11, 20))
    make_due(organ=chamber.organ, editions=[edition], at=chamber.at)
    topic = chamber.ready(request=chamber.party_paper())
    meeting = chamber.planned(PARTY)
    chamber.listed(meeting, source_of(topic))
    chamber.opened(meeting, *GROUP)
    gather(organ=chamber.organ, at=datetime(2026, 11, 27, 1, tzinfo=UTC))
    due = DutyDue.objects.filter(organ=chamber.organ, period_first=date(2026, 11, 16))
    states = dict(due.values_list("duty", "state"))
    assert (states["召开党组会议"], states["召开局长办公会议"]) == ("已办", "待办")
    assert due.get(duty="召开党组会议").evidence == "党组会议：2026-11-24。"
