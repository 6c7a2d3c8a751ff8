"""重大事项 (01-9): no step without the one before, and no meeting without consultation."""

from __future__ import annotations

import pytest

from tests.regulations.governance.chamber import CHIEFS, PARTY, Chamber, Fields, refused
from zhixing.office.meetings.acts.agenda import put_on
from zhixing.organ.made import made
from zhixing.regulations.governance.models import MajorMatter
from zhixing.regulations.governance.workflow.major import (
    Asked,
    consent,
    deliberate,
    end,
    plan,
    propose,
    research,
)
from zhixing.regulations.governance.workflow.topic import submit_topic
from zhixing.regulations.governance.workflow.topic_agenda import source_of

ENOUGH = Asked("方案一：分两年实施。", "各科室和下属单位", 12, 3, "担心进度")


def proposed(chamber: Chamber, meeting: str = CHIEFS) -> MajorMatter:
    receipt = propose(
        section=chamber.section("技术改造与投资科"), meeting=meeting, title="产业园区整体改造",
        reason="现有厂房老化", **chamber.who("E022"),
    )  # fmt: skip
    return made(MajorMatter, receipt)


def consented(chamber: Chamber, *, especial: bool = False) -> MajorMatter:
    major = proposed(chamber)
    deliberate(major=major, leader=chamber.person("E004"), text="同意先调研", **chamber.who("E004"))
    consent(major=major, lead=chamber.person("E004"), especial=especial, text="同意", **chamber.who("E001"))
    major.refresh_from_db()
    return major


def researched(chamber: Chamber, *, especial: bool = False) -> MajorMatter:
    major = consented(chamber, especial=especial)
    papers = {name: chamber.file(name) if especial else None for name in ("expert", "risk")}
    research(
        major=major, text="走访了九家企业", report=chamber.file("调研报告"), **papers, **chamber.who("E004")
    )
    major.refresh_from_db()
    return major


def planned(chamber: Chamber, asked: Asked = ENOUGH) -> MajorMatter:
    major = researched(chamber)
    plan(major=major, asked=asked, **chamber.who("E004"))
    major.refresh_from_db()
    return major


def test_a_major_matter_goes_through_its_four_steps_to_the_agenda(chamber: Chamber) -> None:
    major = planned(chamber)
    assert (major.number, major.state) == ("重大〔2026〕1号", "可上会")
    topic = chamber.ready(request=chamber.paper(is_major=True, major=major))
    meeting = chamber.planned()
    assert chamber.listed(meeting, source_of(topic)).title == topic.title


def test_only_a_section_that_one_answers_for_or_a_leader_proposes(chamber: Chamber) -> None:
    given: Fields = {
        "section": chamber.section("信息化科"),
        "meeting": CHIEFS,
        "title": "上云",
        "reason": "旧机房停用",
    }
    (found,) = refused(propose, **given, **chamber.who("E022"))
    assert (found.fact, found.clause) == ("办理人", "01-9.1")
    propose(**given, **chamber.who("E005"))


def test_what_must_be_written_is_asked_for_at_once(chamber: Chamber) -> None:
    given: Fields = {"section": chamber.section("信息化科"), "meeting": "碰头会", "title": " ", "reason": ""}
    facts = [one.fact for one in refused(propose, **given, **chamber.who("E026"))]
    assert facts == ["事项", "缘由", "拟上会议"]


def test_the_first_hand_consents_only_after_leaders_were_spoken_to(chamber: Chamber) -> None:
    major = proposed(chamber)
    given: Fields = {"major": major, "lead": chamber.person("E004"), "especial": False, "text": "同意"}
    (found,) = refused(consent, **given, **chamber.who("E001"))
    assert (found.fact, found.clause) == ("酝酿", "01-9.1")


def test_nobody_else_consents_and_the_lead_is_a_leader(chamber: Chamber) -> None:
    major = proposed(chamber, PARTY)
    deliberate(major=major, leader=chamber.person("E006"), text="赞成", **chamber.who("E022"))
    given: Fields = {"major": major, "lead": chamber.person("E024"), "especial": False, "text": "同意"}
    assert [one.fact for one in refused(consent, **given, **chamber.who("E002"))] == ["办理人", "牵头领导"]


def test_only_leaders_are_deliberated_with(chamber: Chamber) -> None:
    major = proposed(chamber)
    given: Fields = {"major": major, "leader": chamber.person("E015"), "text": "好"}
    (found,) = refused(deliberate, **given, **chamber.who("E022"))
    assert found.fact == "酝酿的领导"


def test_nothing_is_looked_into_without_consent(chamber: Chamber) -> None:
    major = proposed(chamber)
    given: Fields = {
        "major": major,
        "text": "已调研",
        "report": chamber.file("报告"),
        "expert": None,
        "risk": None,
    }
    found = refused(research, **given, **chamber.who("E004"))
    assert ("一把手意见", "01-9.1") in {(one.fact, one.clause) for one in found}


def test_an_especially_major_matter_needs_both_reviews(chamber: Chamber) -> None:
    major = consented(chamber, especial=True)
    given: Fields = {"major": major, "text": "已调研", "report": chamber.file("报告"), "risk": None}
    none = refused(research, expert=None, **given, **chamber.who("E004"))
    assert [(one.fact, one.clause) for one in none] == [("专家论证", "01-9.2"), ("风险评估", "01-9.2")]
    one_of_two = refused(research, expert=chamber.file("论证"), **given, **chamber.who("E004"))
    assert [one.fact for one in one_of_two] == ["风险评估"]
    assert researched_anew(chamber, major).state == "征求意见"


def researched_anew(chamber: Chamber, major: MajorMatter) -> MajorMatter:
    research(
        major=major, text="已调研", report=chamber.file("报告二"), expert=chamber.file("论证二"),
        risk=chamber.file("评估"), **chamber.who("E004"),
    )  # fmt: skip
    major.refresh_from_db()
    return major


def test_only_the_lead_enters_research_and_plan(chamber: Chamber) -> None:
    major = consented(chamber)
    given: Fields = {
        "major": major,
        "text": "已调研",
        "report": chamber.file("报告"),
        "expert": None,
        "risk": None,
    }
    assert [one.fact for one in refused(research, **given, **chamber.who("E022"))] == ["办理人"]


@pytest.mark.parametrize(
    ("number", "against", "state"),
    [(12, 3, "可上会"), (12, 4, "征求意见"), (0, 0, "征求意见"), (1, 0, "可上会")],
)
def test_a_third_against_keeps_the_plan_from_the_meeting(
    chamber: Chamber, number: int, against: int, state: str
) -> None:
    """B1-22; the default third is a reading."""
    major = planned(chamber, Asked("方案", "各科室", number, against, "进度" if against else ""))
    assert major.state == state


def test_figures_that_cannot_be_are_refused(chamber: Chamber) -> None:
    major = researched(chamber)
    found = refused(plan, major=major, asked=Asked("", "", 3, 4, ""), **chamber.who("E004"))
    assert [one.fact for one in found] == ["建议方案", "征求意见范围", "反对人数", "反对意见"]


def test_a_topic_says_which_step_its_major_matter_lacks(chamber: Chamber) -> None:
    given: Fields = {"request": chamber.paper(is_major=True, major=consented(chamber))}
    (found,) = refused(submit_topic, **given, **chamber.who("E022"))
    assert (found.fact, found.clause) == ("重大事项", "01-9.2")
    (none,) = refused(submit_topic, request=chamber.paper(is_major=True), **chamber.who("E022"))
    assert (none.fact, none.clause) == ("重大事项档案", "01-9.1")


def test_concentrated_objections_are_told_with_the_figures(chamber: Chamber) -> None:
    major = planned(chamber, Asked("方案", "各科室", 9, 3, "进度"))
    (found,) = refused(submit_topic, request=chamber.paper(major=major), **chamber.who("E022"))
    assert (found.found, found.expected, found.clause) == (
        "征求9人，反对3人",
        "反对的不到征求人数的1/3",
        "01-9.3",
    )


def test_objections_that_gathered_after_the_review_stop_the_listing(chamber: Chamber) -> None:
    """B1-22: the gate looks again on the day."""
    major = planned(chamber)
    topic, meeting = chamber.ready(request=chamber.paper(major=major)), chamber.planned()
    plan(major=major, asked=Asked("方案二", "各科室", 12, 6, "都嫌贵"), **chamber.who("E004"))
    found = refused(put_on, meeting=meeting, source=source_of(topic), **chamber.who("E008"))
    assert {one.clause for one in found} == {"01-9.3"}
    assert not meeting.items.exists()


def test_a_matter_for_one_meeting_is_not_put_before_the_other(chamber: Chamber) -> None:
    request = chamber.party_paper(major=planned(chamber))
    (found,) = refused(submit_topic, request=request, **chamber.who("E022"))
    assert (found.fact, found.found) == ("重大事项档案", "重大〔2026〕1号拟上局长办公会议")


def test_an_ended_matter_stays_and_goes_nowhere(chamber: Chamber) -> None:
    major = proposed(chamber)
    assert [one.fact for one in refused(end, major=major, reason=" ", **chamber.who("E024"))] == [
        "办理人",
        "终止原因",
    ]
    end(major=major, reason="上级另有安排", **chamber.who("E022"))
    major.refresh_from_db()
    assert (major.state, major.ended_reason) == ("已终止", "上级另有安排")
    found = refused(deliberate, major=major, leader=chamber.person("E004"), text="好", **chamber.who("E004"))
    assert [one.fact for one in found] == ["状态"]
