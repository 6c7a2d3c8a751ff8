"""议题 (01-5, 01-6.3, 01-7, 01-8.3): from the section to the agenda, by two procedures that differ."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.regulations.governance.chamber import CHIEFS, GROUP, PARTY, Chamber, refused
from zhixing.law.refusal import Refusal
from zhixing.office.matters import acts
from zhixing.office.meetings.acts.agenda import put_on, take_off
from zhixing.office.meetings.acts.topics import not_held, open_topic
from zhixing.office.meetings.kinds import kind
from zhixing.organ.models import Account, Organ
from zhixing.organ.policy import viewer_of, visible
from zhixing.regulations.governance.models import Topic
from zhixing.regulations.governance.workflow.topic import draft_topic, submit_topic
from zhixing.regulations.governance.workflow.topic_agenda import ready_topics, source_of
from zhixing.regulations.governance.workflow.topic_request import TopicRequest


def test_a_topic_of_the_chiefs_meeting_is_reviewed_collected_and_then_consented_to(chamber: Chamber) -> None:
    topic = chamber.sent()
    steps = [chamber.step(topic) for _ in range(3)]
    assert steps == ["审核：吴慕川", "汇总：叶知秋", "主持人同意：林启衡"]
    topic.refresh_from_db()
    assert (topic.status, topic.matter.number) == ("可上会", "局办议〔2026〕1号")


def test_a_topic_of_the_party_group_is_consented_to_before_the_office_collects_it(chamber: Chamber) -> None:
    topic = chamber.sent(request=chamber.party_paper())
    assert chamber.step(topic) == "审核：吴慕川"
    assert chamber.step(topic) == "主持人同意：林启衡"
    topic.refresh_from_db()
    assert topic.status == "待审"
    assert ready_topics(chamber.organ, PARTY) == []
    assert chamber.step(topic) == "汇总：叶知秋"
    assert [one.title for one in ready_topics(chamber.organ, PARTY)] == ["年度党建工作要点"]


def test_an_empty_paper_names_everything_that_is_missing_with_its_clause(chamber: Chamber) -> None:
    found = refused(submit_topic, request=TopicRequest(meeting=PARTY), **chamber.who("E022"))
    assert [one.fact for one in found] == ["申报科室", "类别", "议题名称", "建议意见", "汇报人"]
    assert {one.clause for one in found} == {"01-6.3"}
    assert not Topic.objects.exists()


@pytest.mark.parametrize("words", ["请审议。", "提请研究", "　请予审议！", "无"])
def test_a_proposal_that_proposes_nothing_is_no_concrete_opinion(chamber: Chamber, words: str) -> None:
    (found,) = refused(submit_topic, request=chamber.paper(proposal=words), **chamber.who("E022"))
    assert (found.fact, found.expected, found.clause) == ("建议意见", "具体的意见", "01-8.3")


def test_only_whoever_answers_for_a_section_proposes_for_it(chamber: Chamber) -> None:
    (nobody,) = refused(submit_topic, request=chamber.paper(), **chamber.who("E024"))
    assert (nobody.fact, nobody.who) == ("申报人", "科室负责人")
    (another,) = refused(submit_topic, request=chamber.paper(), **chamber.who("E026"))
    assert (another.fact, another.expected) == ("申报科室", "信息化科")
    assert chamber.sent("E023").status == "待审"


def test_the_office_director_proposes_and_does_not_collect_the_own_topic(chamber: Chamber) -> None:
    """G-18: one level up."""
    topic = chamber.sent("E008", chamber.paper(section=chamber.section("办公室")))
    assert chamber.step(topic) == "审核：陈书岚"
    assert chamber.step(topic) == "主持人同意：林启衡"
    topic.refresh_from_db()
    assert topic.status == "可上会"


def test_a_personnel_topic_belongs_to_the_party_group(chamber: Chamber) -> None:
    request = chamber.paper(category="干部任免奖惩", personnel="奖惩")
    (found,) = refused(submit_topic, request=request, **chamber.who("E022"))
    assert (found.fact, found.expected, found.clause) == ("会议", "由党组会议讨论", "01-5")


def test_an_ordinary_matter_of_business_does_not_belong_to_the_party_group(chamber: Chamber) -> None:
    request = chamber.party_paper(category="落实上级部署")
    (found,) = refused(submit_topic, request=request, **chamber.who("E022"))
    assert (found.expected, found.clause) == ("由局长办公会议讨论", "01-7")


def test_an_appointment_comes_from_its_own_procedure_and_by_no_other_way(chamber: Chamber) -> None:
    request = chamber.party_paper(category="干部任免奖惩", personnel="任免")
    (found,) = refused(submit_topic, request=request, **chamber.who("E022"))
    assert found.fact == "干部任免"
    assert "讨论决定" in found.mend
    assert chamber.sent(request=chamber.party_paper(category="干部任免奖惩", personnel="奖惩")).pk


@pytest.mark.parametrize(
    ("meeting", "fen", "right"),
    [
        (CHIEFS, 29_999_999, ""),
        (CHIEFS, 30_000_000, PARTY),
        (PARTY, 30_000_000, ""),
        (PARTY, 29_999_999, CHIEFS),
    ],
)
def test_money_goes_to_the_meeting_of_its_amount(
    chamber: Chamber, meeting: str, fen: int, right: str
) -> None:
    """G-17: 300 000 yuan and more are the party group's."""
    request = chamber.paper(meeting=meeting, category="财政管理与大额资金", amount=fen)
    if not right:
        assert chamber.sent(request=request).amount == fen
        return
    (found,) = refused(submit_topic, request=request, **chamber.who("E022"))
    assert (found.expected, found.clause) == (f"由{right}讨论", "01-7")


def test_a_topic_about_money_says_how_much(chamber: Chamber) -> None:
    request = chamber.paper(category="财政管理与大额资金")
    (found,) = refused(submit_topic, request=request, **chamber.who("E022"))
    assert (found.fact, found.found) == ("金额", "没有填写")


def test_everything_that_is_wrong_is_said_at_once(chamber: Chamber) -> None:
    request = chamber.paper(category="干部任免奖惩", personnel="任免", proposal="请审议", is_major=True)
    facts = [one.fact for one in refused(submit_topic, request=request, **chamber.who("E026"))]
    assert facts == ["建议意见", "申报科室", "会议", "干部任免", "重大事项档案"]


def test_a_draft_is_kept_as_it_is_and_its_meeting_stays(chamber: Chamber) -> None:
    topic = draft_topic(request=TopicRequest(meeting=CHIEFS, title="先记一笔"), **chamber.who("E022"))
    assert (topic.status, topic.matter.procedure) == ("草稿", "局长办公会议题")
    (found,) = refused(draft_topic, request=chamber.party_paper(), topic=topic, **chamber.who("E022"))
    assert found.fact == "会议"
    (unchosen,) = refused(draft_topic, request=TopicRequest(), **chamber.who("E022"))
    assert unchosen.found == "没有选择"


def test_pressing_twice_makes_one_topic(chamber: Chamber) -> None:
    once = chamber.who("E022")
    first = submit_topic(request=chamber.paper(), **once)
    again = submit_topic(request=chamber.paper(), **once)
    assert first.pk == again.pk
    assert Topic.objects.count() == 1


def test_a_returned_topic_is_judged_again_when_it_comes_back(chamber: Chamber) -> None:
    topic = chamber.sent()
    acts.send_back(matter=topic.matter, text="请写明金额", to=None, mode="重走", **chamber.who("E004"))
    topic.refresh_from_db()
    assert topic.status == "草稿"
    worse = chamber.paper(category="财政管理与大额资金")
    assert refused(submit_topic, request=worse, topic=topic, **chamber.who("E022"))
    topic.refresh_from_db()
    assert topic.category == "重要问题与重大项目活动"
    assert submit_topic(request=chamber.paper(), topic=topic, **chamber.who("E022")).status == "待审"


def test_a_topic_the_host_does_not_agree_to_goes_nowhere(chamber: Chamber) -> None:
    topic = chamber.sent(request=chamber.party_paper())
    chamber.step(topic)
    topic.matter.refresh_from_db()
    acts.refuse(matter=topic.matter, text="条件还不成熟", **chamber.who("E001"))
    topic.refresh_from_db()
    assert topic.status == "未同意"
    assert ready_topics(chamber.organ, PARTY) == []


def test_a_topic_unreviewed_is_on_no_agenda_and_the_refusal_says_which_step_it_lacks(
    chamber: Chamber,
) -> None:
    """B1-21."""
    topic, meeting = chamber.sent(), chamber.planned()
    found = refused(put_on, meeting=meeting, source=source_of(topic), **chamber.who("E008"))
    assert {one.clause for one in found} == {"01-8.3"}
    assert "还差：审核、汇总、主持人同意" in {one.found for one in found}
    assert not meeting.items.exists()


def test_only_its_own_meeting_takes_a_topic(chamber: Chamber) -> None:
    topic, meeting = chamber.ready(), chamber.planned(PARTY)
    found = refused(put_on, meeting=meeting, source=source_of(topic), **chamber.who("E008"))
    assert "申报的是局长办公会议" in {one.found for one in found}


def test_a_ready_topic_is_listed_once_and_again_only_after_it_was_taken_off(chamber: Chamber) -> None:
    topic, meeting = chamber.ready(), chamber.planned()
    item = chamber.listed(meeting, source_of(topic))
    assert (item.title, item.category, item.section) == (topic.title, topic.category, topic.section)
    assert ready_topics(chamber.organ, CHIEFS) == []
    take_off(item=item, reason="材料要补充", **chamber.who("E008"))
    assert [one.source for one in kind(CHIEFS).ready(chamber.organ)] == [source_of(topic)]


def test_a_topic_not_held_for_want_of_members_stays_ready(chamber: Chamber) -> None:
    """E7: neither passed nor rejected."""
    topic = chamber.ready(request=chamber.party_paper(category="干部任免奖惩", personnel="奖惩"))
    meeting = chamber.planned(PARTY)
    item = chamber.listed(meeting, source_of(topic))
    chamber.opened(meeting, *GROUP[:3])
    found = refused(open_topic, item=item, **chamber.who("E008"))
    assert [one.clause for one in found] == ["01-6.4"]
    assert "至少4人到会" in found[0].expected
    not_held(item=item, reason="到会不够三分之二", **chamber.who("E008"))
    topic.refresh_from_db()
    assert topic.status == "可上会"
    assert [one.source for one in ready_topics(chamber.organ, PARTY)] == [source_of(topic)]


def seen_by(organ: Organ, number: str, day: date) -> list[str]:
    account = Account.objects.get(organ=organ, person__number=number)
    return [one.title for one in visible(viewer_of(account, day), Topic)]


def test_a_topic_is_seen_by_its_section_its_leader_and_those_who_handle_it_alone(chamber: Chamber) -> None:
    for number in ("E022", "E023", "E004", "E005", "E008", "E001", "E015", "E024"):
        Account.objects.create(organ=chamber.organ, person=chamber.person(number), username=number)
    topic = chamber.sent(request=chamber.party_paper())
    chamber.drafted(title="还是草稿")
    day = chamber.at.date()
    assert seen_by(chamber.organ, "E022", day) == ["还是草稿", topic.title]
    for number in ("E023", "E004", "E008", "E001"):
        assert seen_by(chamber.organ, number, day) == [topic.title]
    for number in ("E005", "E015", "E024"):
        assert seen_by(chamber.organ, number, day) == []


def test_members_see_a_topic_from_the_notice_of_their_meeting_on(chamber: Chamber) -> None:
    Account.objects.create(organ=chamber.organ, person=chamber.person("E006"), username="E006")
    topic = chamber.ready(request=chamber.party_paper())
    day = (chamber.at + timedelta(days=4)).date()
    meeting = chamber.planned(PARTY)
    chamber.listed(meeting, source_of(topic))
    assert seen_by(chamber.organ, "E006", day) == []
    chamber.opened(meeting, *GROUP)
    assert seen_by(chamber.organ, "E006", day) == [topic.title]


def test_a_party_paper_of_another_organ_is_not_there(chamber: Chamber) -> None:
    other = Organ.objects.create(
        key="other", name="别局", short_name="别局", code_word="别", created_at=chamber.at
    )
    chamber.ready(request=chamber.party_paper())
    assert ready_topics(other, PARTY) == []


def test_no_member_can_be_talked_into_a_topic_of_nobody(chamber: Chamber) -> None:
    meeting = chamber.planned()
    with pytest.raises(Refusal):
        put_on(meeting=meeting, source="governance.topic:999", **chamber.who("E008"))
    with pytest.raises(Refusal):
        put_on(meeting=meeting, source="governance.topic:x", **chamber.who("E008"))
