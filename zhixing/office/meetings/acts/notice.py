"""会议通知: time, place and topics to everybody on the roll, which is frozen with it; and who has read it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.office.meetings.acts.asking import by, in_state, refuse
from zhixing.office.meetings.acts.entered import note
from zhixing.office.meetings.acts.hosting import host_faults
from zhixing.office.meetings.acts.taking_roll import take_roll
from zhixing.office.meetings.kinds import kind_of
from zhixing.office.meetings.models import Invitation, Meeting, RollLine
from zhixing.organ.days import calendar_of
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Person
from zhixing.organ.numbers import next_number
from zhixing.organ.once import once


@once
def send_notice(
    *, meeting: Meeting, urgent_reason: str = "", actor: Person, at: datetime, key: str
) -> Receipt:
    """Numbers the meeting, freezes its roll, tells everybody. Late is only what is urgent, with its reason."""
    kind = kind_of(meeting)
    findings = in_state(meeting, "筹备")
    findings += by(actor, "办公室主任", (meeting.recorder, meeting.created_by), kind.clause("notice"))
    findings += _on_time(meeting, urgent_reason, at) + host_faults(meeting)
    if not meeting.items.filter(state="待议").exists():
        findings.append(
            Finding(
                "议题", "没有议题", "通知里写明议题", "请先把议题列入议程。", clause=kind.clause("notice")
            )
        )
    refuse("会议通知没有发出。", findings)
    meeting.turn = next_number(meeting.organ, f"会议:{kind.name}", meeting.year)
    meeting.state, meeting.notified_at, meeting.urgent_reason = "已通知", at, urgent_reason.strip()
    meeting.save(update_fields=["turn", "state", "notified_at", "urgent_reason"])
    roll, lines = take_roll(meeting, "通知", at)
    _invite(meeting, lines, at)
    _tell_all(meeting, at, key)
    payload = {"议题": [item.title for item in meeting.items.filter(state="待议")], "应到": _names(lines)}
    return note(
        meeting, meeting, "发出会议通知", actor=actor, at=at, key=key, rule="notice", payload=payload,
        touched=[roll, *lines, *meeting.invitations.all()],
    )  # fmt: skip


def read_notice(*, meeting: Meeting, reader: Person, at: datetime) -> int:
    """Marks the reader's own notices; reading is no act of business and stands in no journal."""
    own = Invitation.objects.filter(meeting=meeting, person=reader, read_at=None).exclude(sent_at=None)
    return own.update(read_at=at)


def _on_time(meeting: Meeting, urgent_reason: str, at: datetime) -> list[Finding]:
    kind = kind_of(meeting)
    days = kind.notice_days(meeting.organ, today(at))
    earliest = calendar_of(meeting.organ).due(today(at), days).day if days else today(at)
    if urgent_reason.strip() or earliest <= today(meeting.starts_at):
        return []
    return [
        Finding(
            "通知时间", f"{today(at)}通知，{today(meeting.starts_at)}开会", f"提前{days}个工作日通知",
            "请把开会时间改到那以后；确实要临时召开的，写明原因。", clause=kind.clause("notice"),
        )
    ]  # fmt: skip


def _invite(meeting: Meeting, lines: Iterable[RollLine], at: datetime) -> None:
    meeting.invitations.update(sent_at=at)
    known = set(meeting.invitations.filter(item=None).values_list("person_id", flat=True))
    Invitation.objects.bulk_create(
        Invitation(
            organ_id=meeting.organ_id, meeting=meeting, person=line.person, capacity=line.capacity, sent_at=at
        )
        for line in lines
        if line.person_id not in known
    )


def _tell_all(meeting: Meeting, at: datetime, key: str) -> None:
    people = [one.person for one in meeting.invitations.select_related("person")]
    text = f"{local(meeting.starts_at):%Y-%m-%d %H:%M}在{meeting.place}召开{meeting.kind}，请阅知通知。"
    kind_of(meeting).tell(people, text, kind="会议", record=meeting, at=at, key=key)


def _names(lines: Iterable[RollLine]) -> list[str]:
    return [line.person.name for line in lines if line.capacity == "应到"]
