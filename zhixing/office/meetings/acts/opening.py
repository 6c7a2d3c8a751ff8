"""宣布开会: roll taken anew, host entitled, enough members here; or 流会, with its reason."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.meetings.acts.asking import by_recorder, in_state, refuse, short_of_quorum
from zhixing.office.meetings.acts.entered import note
from zhixing.office.meetings.acts.hosting import host_faults
from zhixing.office.meetings.acts.taking_roll import take_roll
from zhixing.office.meetings.kinds import kind_of
from zhixing.office.meetings.models import Meeting
from zhixing.office.meetings.now import difference, room_of
from zhixing.organ.models import Person
from zhixing.organ.once import once

ORDINARY = "一般"


@once
def open_meeting(*, meeting: Meeting, actor: Person, at: datetime, key: str) -> Receipt:
    """Everything that keeps the meeting from opening is said at once."""
    kind = kind_of(meeting)
    findings = by_recorder(meeting, actor)
    if meeting.notified_at is None:
        findings.append(
            Finding("会议通知", "没有发出", "已经通知到会人员", "请先发出会议通知；临时会议写明原因后也要通知。",
                    clause=kind.clause("notice"))
        )  # fmt: skip
    else:
        findings += in_state(meeting, "已通知")
    changed = difference(meeting, at)
    roll, lines = take_roll(meeting, "开会", at)
    findings += _host(meeting, at) + kind.opening(meeting, at) + _enough(meeting, at)
    refuse("会议还不能开。", findings)
    meeting.state, meeting.opened_at = "进行中", at
    meeting.save(update_fields=["state", "opened_at"])
    room = room_of(meeting, at)
    payload = {
        "应到": len(room.due), "实到": len(room.present),
        "名册增加": list(changed.come), "名册减少": list(changed.gone),
    }  # fmt: skip
    return note(meeting, meeting, "宣布开会", actor=actor, at=at, key=key, rule="quorum", payload=payload,
                touched=[roll, *lines])  # fmt: skip


@once
def adjourn(*, meeting: Meeting, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """流会: nobody can meet; its topics may be listed for another meeting."""
    findings = in_state(meeting, "已通知") + by_recorder(meeting, actor)
    words(findings, reason, fact="流会原因", clause=kind_of(meeting).clause("quorum"))
    refuse("没有登记流会。", findings)
    waiting = list(meeting.items.filter(state="待议"))
    for item in waiting:
        item.state, item.result, item.closed_at = "已议", "未议", at
        item.source = f"{item.source}#{item.pk}" if item.source else ""
        item.save()
    meeting.state, meeting.reason = "流会", reason.strip()
    meeting.save(update_fields=["state", "reason"])
    return note(meeting, meeting, "登记流会", actor=actor, at=at, key=key, rule="quorum",
                payload={"原因": meeting.reason}, touched=waiting)  # fmt: skip


def _host(meeting: Meeting, at: datetime) -> list[Finding]:
    findings = host_faults(meeting)
    if not room_of(meeting, at).is_present(meeting.host):
        findings.append(
            Finding("主持人", f"{meeting.host.name}还没有到会", "主持人在场",
                    "请等主持人到会；不能到会的，由召集人另行委托。", clause=kind_of(meeting).clause("host"))
        )  # fmt: skip
    return findings


def _enough(meeting: Meeting, at: datetime) -> list[Finding]:
    """The ordinary quorum opens a meeting; each topic asks for its own again (E8)."""
    room = room_of(meeting, at)
    ruling = room.quorum(ORDINARY)
    names = [line.person.name for line in room.present]
    return short_of_quorum(ruling, present=names, due=room.number_due, clause=room.kind.clause("quorum"))
