"""After a secret vote nobody can tell who voted how: not from the rows, not from the file, not from the journal."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from django.db import connection, transaction

from tests.office.meetings.conftest import ALL, House
from zhixing.journal.models import Entry
from zhixing.law.refusal import Refusal
from zhixing.office.meetings.acts.secret import cast_secret, close_secret, seal
from zhixing.office.meetings.acts.voting import Counts, enter_counts, open_vote
from zhixing.office.meetings.models import Ballot, Turnout, Vote
from zhixing.office.meetings.sweeping import sweep
from zhixing.organ.made import made


def secret_vote(house: House, *, present: tuple[str, ...] = ALL, on_paper: bool = False) -> Vote:
    meeting = house.opened("甲", present=present)
    item = house.discussed(meeting, "甲")
    return made(Vote, open_vote(item=item, form="无记名", on_paper=on_paper, **house.who("E008")))


def cast(house: House, vote: Vote, number: str, choice: str) -> None:
    cast_secret(vote=vote, choice=choice, actor=house.person(number), at=house.at)


def test_who_has_voted_is_known_and_what_is_not(house: House) -> None:
    vote = secret_vote(house)
    cast(house, vote, "E002", "反对")
    assert [one.person.number for one in Turnout.objects.all()] == ["E002"]
    fields = {field.name for field in Ballot._meta.get_fields()}
    assert fields == {"id", "organ", "vote", "choice"}
    assert {field.name for field in Turnout._meta.get_fields()} == {"id", "organ", "vote", "person"}


def test_a_second_ballot_is_refused_and_nothing_changes(house: House) -> None:
    vote = secret_vote(house)
    cast(house, vote, "E002", "赞成")
    with pytest.raises(Refusal) as refused:
        cast(house, vote, "E002", "反对")
    assert [one.fact for one in refused.value.findings] == ["投票"]
    assert [one.choice for one in Ballot.objects.all()] == ["赞成"]


@pytest.mark.parametrize("number", ["E008", "E005", "E007"], ids=["列席", "非成员", "缺席"])
def test_only_members_in_the_room_have_a_ballot(house: House, number: str) -> None:
    vote = secret_vote(house, present=(*ALL[:5], "E008"))
    with pytest.raises(Refusal):
        cast(house, vote, number, "赞成")
    assert not Ballot.objects.exists()


def test_the_count_comes_from_the_ballots_alone(house: House) -> None:
    vote = secret_vote(house)
    for number, choice in zip(ALL, ("赞成", "赞成", "反对", "赞成", "弃权"), strict=False):
        cast(house, vote, number, choice)
    close_secret(vote=vote, **house.who("E008"))
    vote.refresh_from_db()
    assert (vote.in_favour, vote.against, vote.abstained, vote.not_voting, vote.invalid) == (3, 1, 1, 1, 0)
    assert vote.passed is False


def test_no_count_is_kept_while_the_vote_runs(house: House) -> None:
    vote = secret_vote(house)
    cast(house, vote, "E001", "赞成")
    vote.refresh_from_db()
    assert (vote.in_favour, vote.against, vote.abstained) == (None, None, None)


def test_a_closed_vote_takes_no_ballot_and_is_not_closed_twice(house: House) -> None:
    vote = secret_vote(house)
    close_secret(vote=vote, **house.who("E008"))
    with pytest.raises(Refusal):
        cast(house, vote, "E001", "赞成")
    with pytest.raises(Refusal):
        close_secret(vote=vote, **house.who("E008"))


def test_on_paper_only_totals_are_entered(house: House) -> None:
    vote = secret_vote(house, on_paper=True)
    with pytest.raises(Refusal):
        cast(house, vote, "E001", "赞成")
    with pytest.raises(Refusal):
        close_secret(vote=vote, **house.who("E008"))
    enter_counts(vote=vote, counts=Counts(4, 1, 0, 0, 1), **house.who("E008"))
    vote.refresh_from_db()
    assert (vote.passed, vote.invalid, Ballot.objects.count()) == (True, 1, 0)


def test_a_recorder_does_not_type_totals_over_electronic_ballots(house: House) -> None:
    vote = secret_vote(house)
    with pytest.raises(Refusal):
        enter_counts(vote=vote, counts=Counts(6, 0, 0), **house.who("E008"))


def test_no_entry_tells_of_a_single_ballot(house: House) -> None:
    vote = secret_vote(house)
    before = Entry.objects.count()
    for number in ALL:
        cast(house, vote, number, "赞成")
    assert Entry.objects.count() == before
    close_secret(vote=vote, **house.who("E008"))
    payload = json.loads(Entry.objects.order_by("seq").last().payload)  # type: ignore[union-attr]
    assert payload["已投票"] == list(ALL)
    assert payload["选票校验值"] == seal(vote)


def test_a_changed_ballot_no_longer_agrees_with_the_journal(house: House) -> None:
    vote = secret_vote(house)
    for number in ALL:
        cast(house, vote, number, "反对")
    close_secret(vote=vote, **house.who("E008"))
    kept = json.loads(Entry.objects.order_by("seq").last().payload)["选票校验值"]  # type: ignore[union-attr]
    ballot = Ballot.objects.first()
    assert ballot is not None
    Ballot.objects.filter(pk=ballot.pk).update(choice="赞成")
    assert seal(vote) != kept


@pytest.mark.django_db(transaction=True)
def test_the_closed_database_does_not_tell_who_voted_how(house: House, tmp_path: Path) -> None:
    """Ballots are cast in a known order, alternately for and against; then the database is taken and searched."""
    if connection.vendor != "sqlite":
        pytest.skip("reads the file of an SQLite database")
    orders = set()
    for turn in range(12):
        vote = secret_vote_again(house, turn)
        for place, number in enumerate(ALL):
            cast(house, vote, number, "赞成" if place % 2 else "反对")
        seen = [str(one.pk) for one in Ballot.objects.filter(vote=vote)]
        close_secret(vote=vote, **house.who("E008"))
        with connection.cursor() as cursor:
            cursor.execute("SELECT choice FROM meetings_ballot WHERE vote_id=%s ORDER BY rowid", [vote.pk])
            orders.add(tuple(row[0] for row in cursor.fetchall()))
        assert len(seen) == 6
    assert len(orders) > 1, "the rows lie in the order of casting"


@pytest.mark.django_db(transaction=True)
def test_ballots_thrown_anew_leave_nothing_in_the_file(house: House, tmp_path: Path) -> None:
    """The keys that ballots had while the vote ran are nowhere in the database that is left."""
    if connection.vendor != "sqlite":
        pytest.skip("reads the file of an SQLite database")
    vote = secret_vote(house)
    earlier: set[str] = set()
    for number in ALL:
        cast(house, vote, number, "赞成")
        earlier |= {one.pk.hex for one in Ballot.objects.filter(vote=vote)}
    close_secret(vote=vote, **house.who("E008"))
    last = {one.pk.hex for one in Ballot.objects.filter(vote=vote)}
    copy = tmp_path / "taken.sqlite3"
    with sqlite3.connect(copy) as target:
        connection.connection.backup(target)
    content = copy.read_bytes()
    assert all(key.encode() in content for key in last)
    assert not [key for key in earlier - last if key.encode() in content]


def secret_vote_again(house: House, turn: int) -> Vote:
    """A further vote on the one topic, as a repeated one."""
    if turn == 0:
        return secret_vote(house)
    item = Vote.objects.latest("pk").item
    receipt = open_vote(item=item, form="无记名", again_reason="再次表决。", **house.who("E008"))
    return made(Vote, receipt)


@pytest.mark.django_db(transaction=True)
def test_the_log_is_emptied_outside_the_act_only(house: House) -> None:
    with transaction.atomic():
        assert sweep() is False
    assert sweep() is True
