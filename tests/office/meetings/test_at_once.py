"""Several at one vote at the same moment: each ballot once, one closing, the sum right."""

from collections import Counter
from datetime import datetime

import pytest

from tests.office.meetings.conftest import ALL, House
from tests.office.meetings.test_secret_ballot import secret_vote
from tests.together import together
from zhixing.journal.verify import verify
from zhixing.law.refusal import Refusal
from zhixing.office.meetings.acts.named import cast_named
from zhixing.office.meetings.acts.secret import cast_secret, close_secret
from zhixing.office.meetings.acts.voting import open_vote
from zhixing.office.meetings.models import Ballot, NamedVote, Turnout, Vote
from zhixing.organ.made import made
from zhixing.organ.models import Person

pytestmark = pytest.mark.django_db(transaction=True)
CHOICES = ("赞成", "赞成", "反对", "弃权", "赞成", "反对")


def throw(vote: Vote, person: Person, choice: str, at: datetime) -> str:
    try:
        cast_secret(vote=vote, choice=choice, actor=person, at=at)
    except Refusal as refused:
        return refused.findings[0].fact
    return "投出"


def test_six_ballots_at_once_are_six_ballots(house: House) -> None:
    vote = secret_vote(house)
    people = [house.person(number) for number in ALL]
    said = together(lambda who: throw(vote, people[who], CHOICES[who], house.at), people=6)
    assert Counter(said) == {"投出": 6}
    assert Counter(one.choice for one in Ballot.objects.all()) == Counter(CHOICES)
    assert {one.person.number for one in Turnout.objects.all()} == set(ALL)


def test_one_member_pressing_five_times_at_once_has_one_ballot(house: House) -> None:
    vote = secret_vote(house)
    person = house.person("E003")
    said = together(lambda _: throw(vote, person, "反对", house.at), people=5)
    assert Counter(said) == {"投出": 1, "投票": 4}
    assert (Ballot.objects.count(), Turnout.objects.count()) == (1, 1)


def test_a_ballot_thrown_while_the_vote_is_closed_is_counted_or_refused(house: House) -> None:
    vote = secret_vote(house)
    people, closing = [house.person(number) for number in ALL], house.who("E008")

    def work(who: int) -> str:
        if who:
            return throw(vote, people[who], "赞成", house.at)
        close_secret(vote=vote, **closing)
        return "结束"

    said = Counter(together(work, people=6))
    vote.refresh_from_db()
    assert said["投出"] + said["表决状态"] == 5
    assert (vote.in_favour, vote.not_voting) == (said["投出"], 6 - said["投出"])
    assert Ballot.objects.count() == said["投出"]
    assert verify(house.organ.key, None).sound


def test_member_and_recorder_entering_one_named_vote_at_once_leave_one(house: House) -> None:
    meeting = house.opened("甲", present=ALL)
    vote = made(Vote, open_vote(item=house.discussed(meeting, "甲"), form="记名", **house.who("E008")))
    voter, whos = house.person("E002"), (house.who("E002"), house.who("E008"))

    def work(who: int) -> str:
        try:
            cast_named(vote=vote, voter=voter, choice=CHOICES[who + 1], **whos[who])
        except Refusal as refused:
            return refused.findings[0].fact
        return "计入"

    assert Counter(together(work, people=2)) == {"计入": 1, "表决": 1}
    assert NamedVote.objects.count() == 1
