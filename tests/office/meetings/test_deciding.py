"""Topics one by one, quorum at each, votes of four forms, results by computation only."""

import pytest

from tests.office.meetings.conftest import ALL, House
from zhixing.law.refusal import Refusal
from zhixing.office.meetings.acts.attending import mark
from zhixing.office.meetings.acts.conclude import Task, conclude, postpone
from zhixing.office.meetings.acts.named import cast_named, close_named
from zhixing.office.meetings.acts.topics import not_held, open_topic
from zhixing.office.meetings.acts.voting import Counts, enter_counts, open_vote
from zhixing.office.meetings.models import Item, NamedVote, Resolution, Vote
from zhixing.office.meetings.now import room_of
from zhixing.organ.made import made
from zhixing.organ.models import Section


def task(house: House) -> Task:
    section = Section.objects.get(organ=house.organ, name="产业发展科")
    return Task(house.person("E003"), section, house.person("E015"), house.at.date())


def voted(house: House, item: Item, counts: Counts, form: str = "举手") -> Vote:
    vote = made(Vote, open_vote(item=item, form=form, **house.who("E008")))
    enter_counts(vote=vote, counts=counts, **house.who("E008"))
    vote.refresh_from_db()
    return vote


def test_one_topic_is_open_at_a_time(house: House) -> None:
    meeting = house.opened("甲", "乙", present=ALL)
    house.discussed(meeting, "甲")
    with pytest.raises(Refusal) as refused:
        open_topic(item=meeting.items.get(title="乙"), **house.who("E008"))
    assert [(one.fact, one.clause) for one in refused.value.findings] == [("议题", "99-o")]


def test_a_personnel_topic_needs_two_thirds_and_the_refusal_counts(house: House) -> None:
    meeting = house.opened("任免", present=("E001", "E002", "E003"), category="干部任免")
    with pytest.raises(Refusal) as refused:
        open_topic(item=meeting.items.get(), **house.who("E008"))
    (finding,) = refused.value.findings
    assert finding.found == "应到6人，现在到会3人（林启衡、陈书岚、周砚青）"
    assert finding.expected == "至少4人到会"
    assert finding.mend.startswith("还差1人。")


def test_two_thirds_of_six_are_four(house: House) -> None:
    meeting = house.opened("任免", present=ALL[:4], category="干部任免")
    open_topic(item=meeting.items.get(), **house.who("E008"))
    assert room_of(meeting, house.at).item == meeting.items.get()


def test_a_topic_whose_quorum_is_lost_is_not_held_and_not_rejected(house: House) -> None:
    meeting = house.opened("甲", present=("E001", "E002", "E003"))
    item = house.discussed(meeting, "甲")
    house.come(meeting, "E003", kind="离席")
    with pytest.raises(Refusal) as refused:
        open_vote(item=item, form="举手", **house.who("E008"))
    assert [one.fact for one in refused.value.findings] == ["到会人数"]
    not_held(item=item, reason="中途离席。", **house.who("E008"))
    item.refresh_from_db()
    assert (item.result, item.source.partition("#")[0]) == ("未议", "trial:甲")
    assert house.drawer.told == [("甲", "未议")]


def test_a_topic_with_enough_members_cannot_be_put_away_as_not_held(house: House) -> None:
    meeting = house.opened("甲", present=ALL)
    with pytest.raises(Refusal):
        not_held(item=house.discussed(meeting, "甲"), reason="不想议。", **house.who("E008"))


def test_four_of_six_adopt_and_three_do_not(house: House) -> None:
    meeting = house.opened("甲", "乙", present=ALL)
    first = house.discussed(meeting, "甲")
    assert voted(house, first, Counts(4, 1, 1)).passed is True
    conclude(item=first, decision="同意。", task=task(house), **house.who("E008"))
    second = house.discussed(meeting, "乙")
    assert voted(house, second, Counts(3, 3, 0)).passed is False
    conclude(item=second, decision="未获通过。", **house.who("E008"))
    assert [one.result for one in meeting.items.all()] == ["通过", "未通过"]
    assert house.drawer.told == [("甲", "通过"), ("乙", "未通过")]


def test_a_majority_of_those_present_is_not_enough(house: House) -> None:
    meeting = house.opened("甲", present=ALL[:4])
    assert voted(house, house.discussed(meeting, "甲"), Counts(3, 1, 0)).passed is False


def test_what_adopted_a_topic_stands_in_the_vote_with_its_clause(house: House) -> None:
    meeting = house.opened("甲", present=ALL)
    vote = voted(house, house.discussed(meeting, "甲"), Counts(4, 2, 0))
    assert vote.ruling["question"] == "表决"
    assert [one["name"] for one in vote.ruling["values"]] == ["通过比例"]


@pytest.mark.parametrize("counts", [Counts(4, 2, 1), Counts(3, 1, 1), Counts(0, 0, 0)])
def test_counts_that_do_not_add_up_to_those_present_are_not_entered(house: House, counts: Counts) -> None:
    meeting = house.opened("甲", present=ALL)
    item = house.discussed(meeting, "甲")
    vote = made(Vote, open_vote(item=item, form="举手", **house.who("E008")))
    with pytest.raises(Refusal) as refused:
        enter_counts(vote=vote, counts=counts, **house.who("E008"))
    assert [one.fact for one in refused.value.findings] == ["票数合计"]


def test_only_the_recorder_or_the_host_enters_counts(house: House) -> None:
    meeting = house.opened("甲", present=ALL)
    vote = made(Vote, open_vote(item=house.discussed(meeting, "甲"), form="口头", **house.who("E008")))
    with pytest.raises(Refusal):
        enter_counts(vote=vote, counts=Counts(6, 0, 0), **house.who("E003"))
    enter_counts(vote=vote, counts=Counts(6, 0, 0), **house.who("E008"))
    vote.refresh_from_db()
    assert vote.entered_by == house.person("E008")


def test_a_named_vote_keeps_voter_and_enterer_apart(house: House) -> None:
    meeting = house.opened("甲", present=ALL)
    vote = made(Vote, open_vote(item=house.discussed(meeting, "甲"), form="记名", **house.who("E008")))
    cast_named(vote=vote, voter=house.person("E001"), choice="赞成", **house.who("E001"))
    cast_named(vote=vote, voter=house.person("E002"), choice="反对", **house.who("E008"))
    entered = {one.voter.number: one.entered_by.number for one in NamedVote.objects.all()}
    assert entered == {"E001": "E001", "E002": "E008"}
    close_named(vote=vote, **house.who("E008"))
    vote.refresh_from_db()
    assert (vote.in_favour, vote.against, vote.abstained, vote.not_voting) == (1, 1, 0, 4)
    assert vote.passed is False


@pytest.mark.parametrize(
    ("number", "clause"),
    [("E008", "99-s"), ("E007", "99-2"), ("E005", "99-s")],
    ids=["列席", "缺席", "非成员"],
)
def test_who_sits_in_or_is_absent_has_no_vote(house: House, number: str, clause: str) -> None:
    meeting = house.opened("甲", present=(*ALL[:5], "E008"))
    vote = made(Vote, open_vote(item=house.discussed(meeting, "甲"), form="记名", **house.who("E008")))
    with pytest.raises(Refusal) as refused:
        cast_named(vote=vote, voter=house.person(number), choice="赞成", **house.who("E008"))
    assert refused.value.findings[0].clause == clause


def test_nobody_votes_twice_and_nobody_for_a_colleague(house: House) -> None:
    meeting = house.opened("甲", present=ALL)
    vote = made(Vote, open_vote(item=house.discussed(meeting, "甲"), form="记名", **house.who("E008")))
    cast_named(vote=vote, voter=house.person("E002"), choice="赞成", **house.who("E002"))
    with pytest.raises(Refusal):
        cast_named(vote=vote, voter=house.person("E002"), choice="反对", **house.who("E002"))
    with pytest.raises(Refusal):
        cast_named(vote=vote, voter=house.person("E003"), choice="赞成", **house.who("E002"))
    assert NamedVote.objects.count() == 1


def test_who_withdraws_is_out_of_the_room_and_stays_counted_as_due(house: House) -> None:
    meeting = house.opened("甲", "乙", present=ALL)
    item = house.discussed(meeting, "甲")
    house.come(meeting, "E004", kind="回避")
    vote = made(Vote, open_vote(item=item, form="记名", **house.who("E008")))
    assert (vote.due, vote.present, vote.withdrawn) == (6, 5, 1)
    with pytest.raises(Refusal):
        cast_named(vote=vote, voter=house.person("E004"), choice="赞成", **house.who("E004"))
    close_named(vote=vote, **house.who("E008"))
    conclude(item=item, decision="未获通过。", **house.who("E008"))
    house.discussed(meeting, "乙")
    assert len(room_of(meeting, house.at).present) == 6


def test_who_has_voted_is_not_sent_out_of_the_count(house: House) -> None:
    meeting = house.opened("甲", present=ALL)
    vote = made(Vote, open_vote(item=house.discussed(meeting, "甲"), form="记名", **house.who("E008")))
    cast_named(vote=vote, voter=house.person("E002"), choice="赞成", **house.who("E002"))
    with pytest.raises(Refusal) as refused:
        mark(meeting=meeting, person=house.person("E002"), kind="离席", **house.who("E008"))
    assert [one.fact for one in refused.value.findings] == ["表决"]


def test_a_vote_is_repeated_only_with_a_reason_and_the_first_stays(house: House) -> None:
    meeting = house.opened("甲", present=ALL)
    item = house.discussed(meeting, "甲")
    voted(house, item, Counts(3, 3, 0))
    with pytest.raises(Refusal) as refused:
        open_vote(item=item, form="举手", **house.who("E008"))
    assert [one.fact for one in refused.value.findings] == ["再次表决的原因"]
    again = made(
        Vote, open_vote(item=item, form="举手", again_reason="补充说明后再议。", **house.who("E008"))
    )
    enter_counts(vote=again, counts=Counts(5, 1, 0), **house.who("E008"))
    assert list(item.votes.values_list("number", "in_favour", "passed")) == [(1, 3, False), (2, 5, True)]


def test_a_closed_vote_is_not_opened_again(house: House) -> None:
    meeting = house.opened("甲", present=ALL)
    vote = voted(house, house.discussed(meeting, "甲"), Counts(3, 3, 0))
    with pytest.raises(Refusal):
        enter_counts(vote=vote, counts=Counts(6, 0, 0), **house.who("E008"))


def test_a_result_against_the_vote_cannot_be_declared(house: House) -> None:
    meeting = house.opened("甲", present=ALL)
    item = house.discussed(meeting, "甲")
    voted(house, item, Counts(2, 4, 0))
    conclude(item=item, decision="同意。", task=task(house), **house.who("E008"))
    item.refresh_from_db()
    assert item.result == "未通过"
    assert not Resolution.objects.exists()


def test_an_adopted_topic_is_not_put_off_by_hand(house: House) -> None:
    meeting = house.opened("甲", present=ALL)
    item = house.discussed(meeting, "甲")
    voted(house, item, Counts(6, 0, 0))
    with pytest.raises(Refusal):
        postpone(item=item, reason="再看看。", **house.who("E008"))


def test_an_adopted_topic_names_who_carries_it_out(house: House) -> None:
    meeting = house.opened("甲", present=ALL)
    item = house.discussed(meeting, "甲")
    voted(house, item, Counts(6, 0, 0))
    with pytest.raises(Refusal) as refused:
        conclude(item=item, decision=" ", **house.who("E008"))
    assert [(one.fact, one.clause) for one in refused.value.findings] == [
        ("决定事项", "99-r"),
        ("落实安排", "99-e"),
    ]
    conclude(item=item, decision="同意。", task=task(house), **house.who("E008"))
    resolution = Resolution.objects.get()
    assert (resolution.number, resolution.person, resolution.set_by.number) == (
        "试会决定〔2026〕1号", house.person("E015"), "E001",
    )  # fmt: skip


def test_the_same_key_holds_one_vote(house: House) -> None:
    meeting = house.opened("甲", present=ALL)
    item, who = house.discussed(meeting, "甲"), house.who("E008")
    assert open_vote(item=item, form="举手", **who).seq == open_vote(item=item, form="举手", **who).seq
    assert item.votes.count() == 1
