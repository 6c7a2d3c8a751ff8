"""表决: opened with who is due and present at that moment; four forms, and a result only by computation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.meetings.acts.asking import by_recorder, in_state, refuse
from zhixing.office.meetings.acts.entered import note
from zhixing.office.meetings.acts.taking_roll import take_roll
from zhixing.office.meetings.acts.topics import quorum_faults
from zhixing.office.meetings.kinds import Tally
from zhixing.office.meetings.models import Item, Vote
from zhixing.office.meetings.now import Room, room_of
from zhixing.organ.models import Person
from zhixing.organ.once import once

SECRET, NAMED = "无记名", "记名"
WORDS = ("赞成", "反对", "弃权", "到会未表决", "无效")


@dataclass(frozen=True, slots=True)
class Counts:
    """Whole votes; together they are the members present."""

    in_favour: int
    against: int
    abstained: int
    not_voting: int = 0
    invalid: int = 0

    @property
    def total(self) -> int:
        return self.in_favour + self.against + self.abstained + self.not_voting + self.invalid

    def shown(self) -> dict[str, int]:
        figures = (self.in_favour, self.against, self.abstained, self.not_voting, self.invalid)
        return dict(zip(WORDS, figures, strict=True))


@once
def open_vote(
    *,
    item: Item,
    form: str,
    on_paper: bool = False,
    again_reason: str = "",
    actor: Person,
    at: datetime,
    key: str,
) -> Receipt:
    """The quorum is asked again; a repeated vote is a new one with its reason, and the first stays (E7, E18)."""
    meeting = item.meeting
    room = room_of(meeting, at)
    findings = in_state(meeting, "进行中") + by_recorder(meeting, actor)
    findings += _ready_for_vote(room, item, again_reason) + quorum_faults(room, item)
    refuse("还不能表决。", findings)
    roll, lines = take_roll(meeting, "表决", at)
    vote = Vote.objects.create(
        organ_id=meeting.organ_id, item=item, number=item.votes.count() + 1, form=form,
        on_paper=on_paper and form == SECRET, again_reason=again_reason.strip(), roll=roll,
        due=room.number_due, present=len(room.present), withdrawn=len(room.withdrawn), opened_at=at,
    )  # fmt: skip
    payload = {
        "议题": item.title,
        "第几次": vote.number,
        "方式": vote.get_form_display(),
        "应到": vote.due,
        "实到": vote.present,
    }
    return note(
        meeting,
        vote,
        "开始表决",
        actor=actor,
        at=at,
        key=key,
        rule="vote",
        payload=payload,
        touched=[roll, *lines],
    )


@once
def enter_counts(*, vote: Vote, counts: Counts, actor: Person, at: datetime, key: str) -> Receipt:
    """口头、举手 and paper ballots: the recorder enters what was counted and is named as the one who did."""
    findings = by_recorder(vote.item.meeting, actor) + still_open(vote) + _adds_up(vote, counts)
    if vote.form == NAMED or (vote.form == SECRET and not vote.on_paper):
        findings.append(
            Finding(
                "表决方式",
                vote.get_form_display(),
                "口头、举手或者纸质票",
                "记名和电子无记名投票由系统计票。",
            )
        )
    refuse("计票没有登记。", findings)
    return finish(vote, counts, actor=actor, at=at, key=key)


def finish(
    vote: Vote, counts: Counts, *, actor: Person, at: datetime, key: str, touched: Sequence[Model] = (),
    more: Mapping[str, object] | None = None,
) -> Receipt:  # fmt: skip
    """The counts are written, and what they come to is what the regulation's own rule says."""
    item = vote.item
    room = room_of(item.meeting, at)
    tally = room.kind.result(_as_voted(room, vote, counts))
    vote.in_favour, vote.against, vote.abstained = counts.in_favour, counts.against, counts.abstained
    vote.not_voting, vote.invalid = counts.not_voting, counts.invalid
    vote.state, vote.closed_at, vote.entered_by = "已结束", at, actor
    vote.passed = None if tally is None else bool(tally.outcome["通过"])
    vote.ruling = {} if tally is None else tally.as_json()
    vote.save()
    payload = {
        "议题": item.title,
        "第几次": vote.number,
        **counts.shown(),
        "结果": shown_result(vote),
        **(more or {}),
    }
    return note(
        item.meeting,
        vote,
        "结束表决",
        actor=actor,
        at=at,
        key=key,
        rule="vote",
        payload=payload,
        touched=touched,
    )


def shown_result(vote: Vote) -> str:
    return {True: "通过", False: "未通过", None: "不作结论"}[vote.passed]


def still_open(vote: Vote) -> list[Finding]:
    """Closing is final; whoever would vote again opens a new vote (E27)."""
    if vote.state == "表决中":
        return []
    return [
        Finding("表决状态", vote.state, "表决中", "结束的表决不能重开；需要再次表决的，写明原因另开一次。")
    ]


def _as_voted(room: Room, vote: Vote, counts: Counts) -> Tally:
    """Who was due and present is what stood when the vote was opened."""
    return replace(room.tally(vote.item.category, counts.in_favour), due=vote.due, present=vote.present)


def _ready_for_vote(room: Room, item: Item, again_reason: str) -> list[Finding]:
    findings: list[Finding] = []
    if not room.kind.takes_votes:
        mend = "请登记讨论的情况；需要作出决定的，提交能够表决的会议。"
        findings.append(
            Finding("表决", room.kind.name, "可以表决的会议", mend, clause=room.kind.clause("vote"))
        )
    if item.state != "讨论中":
        findings.append(
            Finding(
                "议题状态", item.state, "讨论中", "请先讨论，再表决。", clause=room.kind.clause("one_by_one")
            )
        )
    if item.votes.filter(state="表决中").exists():
        findings.append(Finding("表决", "这个议题正在表决", "没有正在进行的表决", "请先结束这次表决。"))
    if item.votes.filter(state="已结束").exists():
        words(findings, again_reason, fact="再次表决的原因", clause=room.kind.clause("vote"))
    if not room.present:
        findings.append(
            Finding(
                "到会人数", "没有人到会", "有成员到会", "请先登记到会。", clause=room.kind.clause("quorum")
            )
        )
    return findings + _explained(room, item) + _still_in_the_room(room, item)


def _still_in_the_room(room: Room, item: Item) -> list[Finding]:
    """Members whom the topic concerns leave the room before its vote; they stay in the number due (G-05)."""
    return [
        Finding("回避", f"{one.name}还在场", f"{one.name}离开会场", f"请先登记{one.name}回避，再表决。",
                clause=room.kind.clause("withdrawal"), who=one.name)
        for one in room.kind.withdraws(item.source)
        if room.is_present(one)
    ]  # fmt: skip


def _explained(room: Room, item: Item) -> list[Finding]:
    """人事说明 by the personnel leader comes before a vote on such a topic (04-4)."""
    if item.category not in room.kind.explained:
        return []
    leader = room.kind.explains(room.meeting.organ, room.day)
    told = item.speeches.filter(kind="人事说明")
    if leader is not None:
        told = told.filter(person=leader)
    if told.exists():
        return []
    name = leader.name if leader else "分管人事的领导"
    return [
        Finding("人事说明", "还没有说明", f"{name}说明情况", f"请{name}先作人事说明，再表决。",
                clause=room.kind.clause("explained"), who=name)
    ]  # fmt: skip


def _adds_up(vote: Vote, counts: Counts) -> list[Finding]:
    """What was counted is neither more nor less than the members present (E15)."""
    if counts.total == vote.present:
        return []
    return [
        Finding("票数合计", f"合计{counts.total}票", f"等于到会人数{vote.present}",
                "请重新计票；到会没有表决的，计入“到会未表决”。")
    ]  # fmt: skip
