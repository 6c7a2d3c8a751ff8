"""逐项进行: one topic at a time, each with the quorum of its own category (01-6.4, 01-6.7)."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.meetings.acts.asking import by_recorder, in_state, refuse, short_of_quorum
from zhixing.office.meetings.acts.entered import note
from zhixing.office.meetings.kinds import kind_of
from zhixing.office.meetings.models import Item
from zhixing.office.meetings.now import Room, room_of
from zhixing.organ.models import Person
from zhixing.organ.once import once


@once
def open_topic(*, item: Item, actor: Person, at: datetime, key: str) -> Receipt:
    """开始讨论; refused below the topic's own quorum, naming who is here, how many it takes, how many are missing."""
    meeting = item.meeting
    room = room_of(meeting, at)
    findings = in_state(meeting, "进行中") + by_recorder(meeting, actor)
    if item.state != "待议":
        findings.append(Finding("议题状态", item.state, "还没有讨论", "请选下一个议题。"))
    if room.item is not None:
        findings.append(
            Finding("议题", f"“{room.item.title}”还在讨论", "一次只讨论一个议题", "请先结束正在讨论的议题。",
                    clause=room.kind.clause("one_by_one"))
        )  # fmt: skip
    findings += quorum_faults(room, item)
    refuse("议题还不能讨论。", findings)
    item.state, item.opened_at = "讨论中", at
    item.save(update_fields=["state", "opened_at"])
    payload = {"议题": item.title, "应到": room.number_due, "实到": len(room.present)}
    return note(
        meeting, item, "开始讨论议题", actor=actor, at=at, key=key, rule="one_by_one", payload=payload
    )


@once
def not_held(*, item: Item, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """未议（到会不足）: only where the quorum is really short; never a rejection (E7). The topic may be listed again."""
    meeting = item.meeting
    kind = kind_of(meeting)
    findings = in_state(meeting, "进行中") + by_recorder(meeting, actor)
    words(findings, reason, fact="说明", clause=kind.clause("quorum"))
    if item.state not in {"待议", "讨论中"}:
        findings.append(Finding("议题状态", item.state, "还没有结果", "请刷新页面再看。"))
    if not quorum_faults(room_of(meeting, at), item):
        findings.append(
            Finding(
                "到会人数",
                "到会人数足够",
                "到会人数不足",
                "到会人数足够的议题，请按讨论结果处理。",
                clause=kind.clause("quorum"),
            )
        )
    refuse("没有登记未议。", findings)
    votes = list(item.votes.filter(state="表决中"))
    for vote in votes:
        vote.state, vote.closed_at = "未完成", at
        vote.save(update_fields=["state", "closed_at"])
    item.state, item.result, item.reason, item.closed_at = "已议", "未议", reason.strip(), at
    item.source = f"{item.source}#{item.pk}" if item.source else ""
    item.save()
    kind.decided(item, actor=actor, at=at)
    return note(meeting, item, "议题未议", actor=actor, at=at, key=key, rule="quorum",
                payload={"议题": item.title, "说明": item.reason}, touched=votes)  # fmt: skip


def quorum_faults(room: Room, item: Item) -> list[Finding]:
    """Short of the quorum for this topic's category, at this moment."""
    return short_of_quorum(
        room.quorum(item.category),
        present=[line.person.name for line in room.present],
        due=room.number_due,
        clause=room.kind.clause("quorum"),
    )
