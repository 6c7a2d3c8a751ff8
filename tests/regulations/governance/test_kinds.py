"""The kinds of meeting of 01: who is due, who hosts, what quorum and result come to, asked of the demo bureau."""

from datetime import date

import pytest

from tests.regulations.governance.chamber import OPENING, Chamber, Fields, refused
from zhixing.law.refusal import Refusal
from zhixing.office.meetings.acts.convene import convene
from zhixing.office.meetings.kinds import Tally, kind, kinds
from zhixing.office.meetings.models import Meeting
from zhixing.organ.made import made
from zhixing.organ.models import Holding, Organ, Person
from zhixing.regulations.governance.facts import CATEGORIES
from zhixing.regulations.governance.workflow.standing import standing_for

DAY = date(2026, 11, 20)
GROUP = ["E001", "E002", "E003", "E004", "E006", "E007"]
CHIEFS = ["E001", "E002", "E003", "E004", "E005"]


def person(organ: Organ, number: str) -> Person:
    return Person.objects.get(organ=organ, number=number)


def numbers(name: str, organ: Organ, day: date = DAY) -> list[str]:
    return [one.person.number for one in kind(name).members(organ, day)]


def test_the_four_kinds_are_there_and_only_two_take_votes(organ: Organ) -> None:
    of_01 = [one for one in kinds() if one.regulation == "governance"]
    assert [one.name for one in of_01] == ["党组会议", "局长办公会议", "全体会议", "专题会议"]
    tally = Tally(organ, "", 5, 5, DAY, 3)
    assert [one.result(tally) is not None for one in of_01] == [True, True, False, False]


def test_the_rolls_differ_by_whoever_is_no_member_of_the_party_group(organ: Organ) -> None:
    """Domain 5.3: the discipline head sits in the one only, the deputy outside the party group in the other."""
    assert numbers("党组会议", organ) == GROUP
    assert numbers("局长办公会议", organ) == CHIEFS


def test_whoever_laid_the_post_down_is_not_due_from_the_next_day(organ: Organ) -> None:
    Holding.objects.filter(organ=organ, person__number="E007", post="党组成员").update(until=DAY)
    assert numbers("党组会议", organ) == GROUP
    assert numbers("党组会议", organ, date(2026, 11, 21)) == GROUP[:-1]


def test_the_office_director_sits_in_and_is_not_on_the_roll(organ: Organ) -> None:
    for name in ("党组会议", "局长办公会议"):
        assert [one.person.number for one in kind(name).sitters(organ, DAY)] == ["E008"]
        assert "E008" not in numbers(name, organ)


def test_the_whole_staff_comes_to_the_general_meeting(organ: Organ) -> None:
    assert len(numbers("全体会议", organ)) == 42


def test_nobody_is_due_in_another_organ(organ: Organ) -> None:
    other = Organ.objects.create(
        key="other", name="别局", short_name="别局", code_word="别", created_at=organ.created_at
    )
    assert [kind(name).members(other, DAY) for name in ("党组会议", "局长办公会议", "全体会议")] == [
        [],
        [],
        [],
    ]
    assert kind("党组会议").convener(other, DAY) is None


@pytest.mark.parametrize(
    ("number", "party", "chiefs"),
    [
        ("E001", "书记", "局长"),
        ("E002", "党组成员", "副局长"),
        ("E005", "副局长", "副局长"),
        ("E006", "党组成员", "党组成员"),
        ("E008", "其他", "其他"),
    ],
)
def test_of_several_posts_the_one_that_counts_for_the_meeting_is_meant(
    organ: Organ, number: str, party: str, chiefs: str
) -> None:
    assert standing_for(person(organ, number), "党组会议", DAY) == party
    assert standing_for(person(organ, number), "局长办公会议", DAY) == chiefs


@pytest.mark.parametrize(
    ("meeting", "number", "entrusted", "clause"),
    [
        ("党组会议", "E001", False, ""),
        ("党组会议", "E002", True, ""),
        ("党组会议", "E006", True, ""),
        ("党组会议", "E002", False, "01-6.1"),
        ("党组会议", "E005", True, "01-6.1"),
        ("党组会议", "E008", True, "01-6.1"),
        ("局长办公会议", "E001", False, ""),
        ("局长办公会议", "E005", True, ""),
        ("局长办公会议", "E005", False, "01-8.1"),
        ("局长办公会议", "E006", True, "01-8.1"),
        ("全体会议", "E001", False, ""),
        ("全体会议", "E008", True, "01-2"),
        ("专题会议", "E005", False, ""),
        ("专题会议", "E022", False, "01-2"),
    ],
)
def test_who_may_host(organ: Organ, meeting: str, number: str, entrusted: bool, clause: str) -> None:  # noqa: FBT001
    """B1-15, B1-26, 01-2."""
    found = kind(meeting).host_findings(person(organ, number), entrusted, organ, DAY)
    assert [one.clause for one in found] == ([clause] if clause else [])


def test_a_personnel_topic_takes_two_thirds_and_an_ordinary_one_half(organ: Organ) -> None:
    quorum = kind("党组会议").quorum
    ordinary = quorum(Tally(organ, "党建与人事制度", 6, 3, DAY))
    personnel = quorum(Tally(organ, "干部任免奖惩", 6, 3, DAY))
    assert ordinary is not None
    assert personnel is not None
    assert ordinary.outcome == {"可议": True, "至少": 3}
    assert personnel.outcome == {"可议": False, "至少": 4}


def test_the_result_is_counted_by_those_due_and_says_why(organ: Organ) -> None:
    found = kind("党组会议").result(Tally(organ, "其他党组事项", 6, 5, DAY, 3))
    assert found is not None
    assert found.outcome == {"通过": False, "至少": 4}
    assert [reason.clause for reason in found.because] == ["01-6.5"]


def test_a_personnel_topic_never_comes_to_a_vote_in_the_chiefs_meeting(organ: Organ) -> None:
    with pytest.raises(Refusal) as refusal:
        kind("局长办公会议").result(Tally(organ, "干部任免奖惩", 5, 5, DAY, 5))
    assert "01-5" in {one.clause for one in refusal.value.findings}


def test_each_category_is_listed_with_its_own_meeting() -> None:
    assert kind("党组会议").categories == CATEGORIES[:5]
    assert kind("局长办公会议").categories == CATEGORIES[5:]


def test_what_the_organ_may_settle_has_its_default_in_the_edition(organ: Organ) -> None:
    party = kind("党组会议")
    assert party.keeps_withdrawn(organ, DAY)
    assert (party.notice_days(organ, DAY), party.paper_below(organ, DAY)) == (1, 5)


def test_the_personnel_leader_explains_a_personnel_topic(organ: Organ) -> None:
    party = kind("党组会议")
    assert party.explained == {"干部任免奖惩"}
    assert party.explains(organ, DAY) == person(organ, "E002")


def test_each_deputy_calls_special_meetings_and_hosts_what_he_calls(chamber: Chamber) -> None:
    """01-2; whoever the table does not name calls none."""
    given: Fields = {"name": "专题会议", "title": "", "starts_at": OPENING, "place": "二楼会议室"}
    meeting = made(Meeting, convene(**given, **chamber.who("E005")))
    assert meeting.host == chamber.person("E005")
    (found,) = refused(convene, **{**given, "name": "全体会议"}, **chamber.who("E005"))
    assert (found.fact, found.clause) == ("办理人", "01-2")
    (nobody,) = refused(convene, **given | {"starts_at": OPENING.replace(hour=3)}, **chamber.who("E022"))
    assert nobody.clause == "01-2"
