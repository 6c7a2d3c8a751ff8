"""委托主持: for one meeting, by whoever has the right to host it; votes cannot be given to another (E14)."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.meetings.acts.asking import by, in_state, refuse
from zhixing.office.meetings.acts.entered import note
from zhixing.office.meetings.kinds import kind_of
from zhixing.office.meetings.models import Mandate, Meeting
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once

BEFORE = ("筹备", "已通知")


@once
def entrust(
    *, meeting: Meeting, receiver: Person, reason: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """The one who convenes gives the hosting of this meeting to a member the regulation allows."""
    kind, day = kind_of(meeting), today(meeting.starts_at)
    convener = kind.convener(meeting.organ, today(at))
    findings = in_state(meeting, *BEFORE) + by(actor, "召集人", (convener,), kind.clause("host"))
    words(findings, reason, fact="不能主持的原因", clause=kind.clause("host"))
    findings += _receiver(meeting, actor, receiver)
    if not findings:
        findings += kind.host_findings(receiver, True, meeting.organ, day)
    refuse("委托没有办成。", findings)
    mandate = Mandate.objects.create(
        organ_id=meeting.organ_id,
        meeting=meeting,
        giver=actor,
        receiver=receiver,
        reason=reason.strip(),
        at=at,
    )
    meeting.host = receiver
    meeting.save(update_fields=["host"])
    payload = {"受托人": receiver.number, "原因": mandate.reason}
    return note(
        meeting,
        mandate,
        "委托主持",
        actor=actor,
        at=at,
        key=key,
        rule="host",
        payload=payload,
        touched=[meeting],
    )


@once
def take_back(*, mandate: Mandate, actor: Person, at: datetime, key: str) -> Receipt:
    meeting = mandate.meeting
    findings = in_state(meeting, *BEFORE) + by(
        actor, "委托人", (mandate.giver,), kind_of(meeting).clause("host")
    )
    if mandate.revoked_at is not None:
        findings.append(Finding("委托", "已经收回", "还有效的委托", "请刷新页面再看。"))
    refuse("委托没有收回。", findings)
    mandate.revoked_at, meeting.host = at, mandate.giver
    mandate.save(update_fields=["revoked_at"])
    meeting.save(update_fields=["host"])
    return note(meeting, mandate, "收回主持委托", actor=actor, at=at, key=key, rule="host", touched=[meeting])


def host_faults(meeting: Meeting) -> list[Finding]:
    """Why the one who is to host may not, as asked again when the meeting opens."""
    entrusted = meeting.mandates.filter(receiver=meeting.host, revoked_at=None).exists()
    return kind_of(meeting).host_findings(meeting.host, entrusted, meeting.organ, today(meeting.starts_at))


def _receiver(meeting: Meeting, giver: Person, receiver: Person) -> list[Finding]:
    findings = []
    if receiver.organ_id != meeting.organ_id or receiver.pk == giver.pk:
        findings.append(Finding("受托人", receiver.name, "本单位的另一名成员", "请另选受托人。"))
    if meeting.mandates.filter(revoked_at=None).exists():
        findings.append(
            Finding(
                "委托", "已有一份委托", "同一次会议只有一份委托", "请先收回原来的委托；受托人不能再委托。"
            )
        )
    return findings
