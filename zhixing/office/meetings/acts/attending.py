"""到会、离席、返回、回避、退席: what happens in the room is recorded as it happens (E6)."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.office.meetings.acts.asking import by, in_state, refuse
from zhixing.office.meetings.acts.entered import note
from zhixing.office.meetings.kinds import kind_of
from zhixing.office.meetings.models import Invitation, Item, Meeting, NamedVote, Presence, Turnout
from zhixing.office.meetings.now import Room, on_the_day, room_of
from zhixing.office.meetings.presence import OUT, may_follow
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once

WITHDRAWAL = "回避"


@once
def mark(
    *, meeting: Meeting, person: Person, kind: str, note_text: str = "", actor: Person, at: datetime, key: str
) -> Receipt:
    """One event, by the recorder or by the person; a withdrawal is for the topic under discussion."""
    room = room_of(meeting, at)
    findings = in_state(meeting, "已通知", "进行中")
    findings += by(actor, "本人或者记录人", (person, meeting.recorder, meeting.host))
    findings += _expected(meeting, room, person, at) + _sensible(room, person, kind)
    findings += _not_while_voting(room.item, person, kind)
    refuse("没有登记。", findings)
    event = Presence.objects.create(
        organ_id=meeting.organ_id, meeting=meeting, person=person, kind=kind,
        item=room.item if kind == WITHDRAWAL else None, note=note_text.strip(), at=at, entered_by=actor,
    )  # fmt: skip
    payload = {"人员": person.number, "情况": kind, "议题": room.item.title if room.item else ""}
    return note(meeting, event, f"登记{kind}", actor=actor, at=at, key=key, rule="quorum", payload=payload)


def _expected(meeting: Meeting, room: Room, person: Person, at: datetime) -> list[Finding]:
    """On the roll, sitting in, or invited; somebody whose post began since the notice may come as well."""
    known = {line.person_id for line in (*room.due, *room.sitting)}
    known |= set(Invitation.objects.filter(meeting=meeting).values_list("person_id", flat=True))
    if person.pk in known or person.pk in {one.person.pk for one in on_the_day(meeting, today(at))[0]}:
        return []
    return [
        Finding(
            "人员",
            person.name,
            "应到、列席或者受邀请的人",
            "请先邀请列席。",
            clause=kind_of(meeting).clause("sitting_in"),
        )
    ]


def _sensible(room: Room, person: Person, kind: str) -> list[Finding]:
    where = room.where.get(person.pk, OUT)
    findings = []
    if not may_follow(where, kind):
        findings.append(
            Finding("情况", f"{person.name}现在{where}", f"能登记“{kind}”的情况", "请刷新页面再登记。")
        )
    if kind == WITHDRAWAL and room.item is None:
        findings.append(
            Finding("议题", "没有正在讨论的议题", "正在讨论的议题", "回避按议题登记，请先开始议题。")
        )
    return findings


def _not_while_voting(item: Item | None, person: Person, kind: str) -> list[Finding]:
    """Who has voted is not sent out of the count; who has not can still leave (E9, E10)."""
    vote = item.votes.filter(state="表决中").first() if item else None
    if vote is None or kind == "到会":
        return []
    cast = (
        NamedVote.objects.filter(vote=vote, voter=person).exists()
        or Turnout.objects.filter(vote=vote, person=person).exists()
    )
    if not cast:
        return []
    return [Finding("表决", f"{person.name}已经表决", "没有正在进行的表决", "请等这次表决结束以后再登记。")]
