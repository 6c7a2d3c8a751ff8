"""记名投票: one row for each member; whose it is and who entered it are two things (E28)."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.office.meetings.acts.asking import by, by_recorder, refuse
from zhixing.office.meetings.acts.entered import note
from zhixing.office.meetings.acts.voting import NAMED, Counts, finish, still_open
from zhixing.office.meetings.models import NamedVote, Vote
from zhixing.office.meetings.now import Room, room_of
from zhixing.organ.models import Person
from zhixing.organ.once import once


@once
def cast_named(*, vote: Vote, voter: Person, choice: str, actor: Person, at: datetime, key: str) -> Receipt:
    """By the member on the own phone, or by the recorder for the member; once."""
    meeting = vote.item.meeting
    room = room_of(meeting, at)
    findings = still_open(vote) + may_vote(room, vote, voter)
    findings += by(actor, "本人或者记录人", (voter, meeting.recorder), room.kind.clause("vote"))
    if vote.form != NAMED:
        findings.append(Finding("表决方式", vote.get_form_display(), "记名投票", "请按这次表决的方式投票。"))
    if NamedVote.objects.filter(vote=vote, voter=voter).exists():
        findings.append(
            Finding(
                "表决", f"{voter.name}已经表决", "每人一票", "不能重复表决。", clause=room.kind.clause("vote")
            )
        )
    refuse("没有计入。", findings)
    cast = NamedVote.objects.create(
        organ_id=vote.organ_id, vote=vote, voter=voter, choice=choice, entered_by=actor, at=at
    )
    return note(meeting, cast, "记名表决", actor=actor, at=at, key=key, rule="vote",
                payload={"表决人": voter.number, "意见": choice})  # fmt: skip


@once
def close_named(*, vote: Vote, actor: Person, at: datetime, key: str) -> Receipt:
    """Who is here and cast nothing stands as 到会未表决."""
    findings = by_recorder(vote.item.meeting, actor) + still_open(vote)
    if vote.form != NAMED:
        findings.append(Finding("表决方式", vote.get_form_display(), "记名投票", "请按这次表决的方式结束。"))
    refuse("表决没有结束。", findings)
    cast = list(NamedVote.objects.filter(vote=vote).values_list("choice", flat=True))
    counts = Counts(cast.count("赞成"), cast.count("反对"), cast.count("弃权"), vote.present - len(cast))
    return finish(vote, counts, actor=actor, at=at, key=key)


def may_vote(room: Room, vote: Vote, voter: Person) -> list[Finding]:
    """Only a member who is due and in the room; who sits in, is absent or has withdrawn does not vote."""
    clause = room.kind.clause("vote")
    if not room.is_due(voter):
        return [
            Finding(
                "表决人",
                voter.name,
                "应到会成员",
                "列席人员没有表决权。",
                clause=room.kind.clause("sitting_in"),
            )
        ]
    if room.item is None or room.item.pk != vote.item_id or not room.is_present(voter):
        where = room.where.get(voter.pk, "没有到会")
        return [
            Finding("表决人", f"{voter.name}{where}", "在场的应到会成员",
                    "缺席、离席、回避的成员不能表决；缺席成员的意见只记录，不计票。", clause=clause)
        ]  # fmt: skip
    return []
