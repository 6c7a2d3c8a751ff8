"""无记名投票: who has voted and what was voted stand in two tables with nothing between them.

With every ballot both tables of the vote are thrown anew, each in a fresh order from a cryptographic source, so
that neither the place of a row, nor its number, nor the transaction that wrote it tells whose a ballot is. No act
of casting is journaled: the chain would tell the order. The entry that closes the vote carries the digest of
the ballots, so that none can be changed later. See docs/decisions/2026-11-23-secret-ballot.md.
"""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from django.db import transaction

from zhixing.digests import PREFERRED, digest
from zhixing.journal.write import Receipt, locked_head
from zhixing.law.refusal import Finding
from zhixing.office.meetings.acts.asking import by_recorder, refuse
from zhixing.office.meetings.acts.named import may_vote
from zhixing.office.meetings.acts.voting import SECRET, Counts, finish, still_open
from zhixing.office.meetings.models import Ballot, Turnout, Vote
from zhixing.office.meetings.now import room_of
from zhixing.office.meetings.sweeping import sweep
from zhixing.organ.models import Person
from zhixing.organ.once import once

T = TypeVar("T")
_dice = secrets.SystemRandom()


def cast_secret(*, vote: Vote, choice: str, actor: Person, at: datetime) -> None:
    """The member's own ballot; nobody casts one for another. A second one is refused."""
    with transaction.atomic():
        locked_head(actor.organ_id)
        vote = Vote.objects.select_for_update().get(pk=vote.pk)
        room = room_of(vote.item.meeting, at)
        findings = still_open(vote) + may_vote(room, vote, actor)
        if vote.form != SECRET or vote.on_paper:
            findings.append(Finding("表决方式", _form(vote), "电子无记名投票", "请按这次表决的方式投票。"))
        if Turnout.objects.filter(vote=vote, person=actor).exists():
            findings.append(
                Finding("投票", "您已经投过票", "每人一票", "无记名投票投出以后不能更改，也不能再投。")
            )
        refuse("选票没有投出。", findings)
        _throw_anew(vote, actor, choice)


@once
def close_secret(*, vote: Vote, actor: Person, at: datetime, key: str) -> Receipt:
    """Closed once and for good. Who is here and handed in nothing stands as 到会未表决."""
    findings = by_recorder(vote.item.meeting, actor) + still_open(vote)
    if vote.form != SECRET or vote.on_paper:
        findings.append(Finding("表决方式", _form(vote), "电子无记名投票", "纸质票请登记计票结果。"))
    refuse("投票没有结束。", findings)
    cast = [ballot.choice for ballot in Ballot.objects.filter(vote=vote)]
    handed_in = Turnout.objects.filter(vote=vote).count()
    assert len(cast) == handed_in
    counts = Counts(
        cast.count("赞成"),
        cast.count("反对"),
        cast.count("弃权"),
        vote.present - handed_in,
        cast.count("无效"),
    )
    people = Turnout.objects.filter(vote=vote).values_list("person__number", flat=True)
    more = {"已投票": sorted(people), "选票校验值": seal(vote)}
    transaction.on_commit(sweep)
    return finish(vote, counts, actor=actor, at=at, key=key, more=more)


def seal(vote: Vote) -> str:
    """The digest of a vote's ballots, whatever order the database gives them in."""
    rows = sorted(f"{ballot.pk}:{ballot.choice}" for ballot in Ballot.objects.filter(vote=vote))
    return digest(PREFERRED, "\n".join(rows).encode())


def _throw_anew(vote: Vote, actor: Person, choice: str) -> None:
    choices = [*Ballot.objects.filter(vote=vote).values_list("choice", flat=True), choice]
    people = [*Turnout.objects.filter(vote=vote).values_list("person_id", flat=True), actor.pk]
    Ballot.objects.filter(vote=vote).delete()
    Turnout.objects.filter(vote=vote).delete()
    Ballot.objects.bulk_create(
        Ballot(id=_key(), organ_id=vote.organ_id, vote=vote, choice=one) for one in _shuffled(choices)
    )
    Turnout.objects.bulk_create(
        Turnout(id=_key(), organ_id=vote.organ_id, vote=vote, person_id=one) for one in _shuffled(people)
    )


def _shuffled(given: Sequence[T]) -> list[T]:
    return _dice.sample(given, k=len(given))


def _key() -> uuid.UUID:
    return uuid.UUID(bytes=secrets.token_bytes(16), version=4)


def _form(vote: Vote) -> str:
    return f"{vote.get_form_display()}（纸质票）" if vote.on_paper else str(vote.get_form_display())
