"""会议记录: written from what was recorded, checked by the host, sealed; corrections stand beside (01-6.6)."""

from __future__ import annotations

from datetime import datetime

from zhixing.digests import PREFERRED, digest
from zhixing.journal.canonical import canonical
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.meetings.acts.asking import by, by_host, in_state, refuse
from zhixing.office.meetings.acts.entered import note
from zhixing.office.meetings.kinds import kind_of
from zhixing.office.meetings.models import Correction, Meeting, Minutes
from zhixing.office.meetings.record import record_of
from zhixing.organ.models import Person
from zhixing.organ.once import once


@once
def submit_minutes(*, meeting: Meeting, actor: Person, at: datetime, key: str) -> Receipt:
    """The record as it stands goes to the host for checking; after a return it is drawn up anew."""
    findings = in_state(meeting, "记录待核") + by(
        actor, "记录人", (meeting.recorder,), kind_of(meeting).clause("record")
    )
    earlier = Minutes.objects.filter(meeting=meeting).first()
    if earlier is not None and not earlier.returned_reason:
        findings.append(Finding("会议记录", "已经送核", "还没有送核，或者已经退回", "请等主持人核对。"))
    refuse("会议记录没有送核。", findings)
    content = record_of(meeting)
    values = {
        "organ_id": meeting.organ_id, "content": content, "alg": PREFERRED, "hash": sealed(content, PREFERRED),
        "submitted_by": actor, "submitted_at": at, "returned_reason": "",
    }  # fmt: skip
    minutes, _ = Minutes.objects.update_or_create(meeting=meeting, defaults=values)
    return note(
        meeting,
        minutes,
        "送核会议记录",
        actor=actor,
        at=at,
        key=key,
        rule="record",
        payload={"校验值": minutes.hash},
    )


@once
def seal_minutes(*, minutes: Minutes, actor: Person, at: datetime, key: str) -> Receipt:
    """记录锁定: from here on nothing in it changes."""
    meeting = minutes.meeting
    findings = in_state(meeting, "记录待核") + by_host(meeting, actor)
    if minutes.returned_reason:
        findings.append(Finding("会议记录", "已经退回", "重新送核的记录", "请记录人重新送核。"))
    if sealed(record_of(meeting), minutes.alg) != minutes.hash:
        findings.append(Finding("会议记录", "送核以后有补充", "与送核时一致", "请退回，由记录人重新送核。"))
    refuse("会议记录没有锁定。", findings)
    minutes.checked_by, minutes.sealed_at = actor, at
    minutes.save(update_fields=["checked_by", "sealed_at"])
    meeting.state = "已锁定"
    meeting.save(update_fields=["state"])
    return note(meeting, minutes, "锁定会议记录", actor=actor, at=at, key=key, rule="record",
                payload={"校验值": minutes.hash}, touched=[meeting])  # fmt: skip


@once
def return_minutes(*, minutes: Minutes, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    meeting = minutes.meeting
    findings = in_state(meeting, "记录待核") + by_host(meeting, actor)
    words(findings, reason, fact="退回原因", clause=kind_of(meeting).clause("record"))
    refuse("会议记录没有退回。", findings)
    minutes.returned_reason = reason.strip()
    minutes.save(update_fields=["returned_reason"])
    return note(
        meeting,
        minutes,
        "退回会议记录",
        actor=actor,
        at=at,
        key=key,
        rule="record",
        payload={"原因": reason.strip()},
    )


@once
def correct(
    *, minutes: Minutes, place: str, text: str, reason: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """更正说明: the sealed record stays as it is; what is right stands beside it with who and why (E24)."""
    meeting = minutes.meeting
    clause = kind_of(meeting).clause("record")
    findings = in_state(meeting, "已锁定") + by(actor, "记录人", (meeting.recorder,), clause)
    words(findings, place, fact="更正何处", clause=clause)
    words(findings, text, fact="更正为", clause=clause)
    words(findings, reason, fact="原因", clause=clause)
    refuse("更正没有登记。", findings)
    correction = Correction.objects.create(
        organ_id=minutes.organ_id, minutes=minutes, place=place.strip(), text=text.strip(),
        reason=reason.strip(), by=actor, at=at,
    )  # fmt: skip
    return note(
        meeting,
        correction,
        "登记更正说明",
        actor=actor,
        at=at,
        key=key,
        rule="record",
        payload={"何处": correction.place},
    )


@once
def confirm_correction(*, correction: Correction, actor: Person, at: datetime, key: str) -> Receipt:
    meeting = correction.minutes.meeting
    findings = by_host(meeting, actor)
    if correction.confirmed_at is not None:
        findings.append(Finding("更正说明", "已经确认", "还没有确认", "请刷新页面再看。"))
    refuse("更正没有确认。", findings)
    correction.confirmed_by, correction.confirmed_at = actor, at
    correction.save(update_fields=["confirmed_by", "confirmed_at"])
    return note(meeting, correction, "确认更正说明", actor=actor, at=at, key=key, rule="record")


def sealed(content: object, alg: str) -> str:
    """The digest of a record."""
    return digest(alg, canonical(content).encode())


def is_untouched(minutes: Minutes) -> bool:
    """Whether the kept record still is what its digest was taken of."""
    return sealed(minutes.content, minutes.alg) == minutes.hash
