"""会前请假 and what absent members let know: minuted, never counted (01-6.4, 01-6.5, 01-8.2)."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.meetings.acts.asking import by, in_state, refuse
from zhixing.office.meetings.acts.entered import note
from zhixing.office.meetings.kinds import kind_of
from zhixing.office.meetings.models import Absence, AbsentOpinion, Item, Meeting
from zhixing.office.meetings.now import room_of
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once


@once
def ask_leave(*, meeting: Meeting, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """Before the meeting opens, by a member who is due."""
    clause = kind_of(meeting).clause("absence")
    findings = in_state(meeting, "已通知")
    words(findings, reason, fact="请假原因", clause=clause)
    if not room_of(meeting, at).is_due(actor):
        findings.append(
            Finding("请假人", actor.name, "应到会成员", "列席人员请直接告诉办公室。", clause=clause)
        )
    if meeting.absences.filter(person=actor).exists():
        findings.append(
            Finding("请假", "已经请过假", "一次会议请一次假", "请在会议页面看批复。", clause=clause)
        )
    refuse("没有请假。", findings)
    absence = Absence.objects.create(
        organ_id=meeting.organ_id, meeting=meeting, person=actor, reason=reason.strip(), asked_at=at
    )
    convener = kind_of(meeting).convener(meeting.organ, today(at))
    if convener is not None:
        text = f"{meeting.title}有人请假，请您批复。"
        kind_of(meeting).tell([convener], text, kind="会议", record=meeting, at=at, key=key)
    return note(
        meeting,
        absence,
        "会议请假",
        actor=actor,
        at=at,
        key=key,
        rule="absence",
        payload={"原因": absence.reason},
    )


@once
def answer_leave(*, absence: Absence, agreed: bool, actor: Person, at: datetime, key: str) -> Receipt:
    """By the one who convenes: the secretary or the chief."""
    meeting = absence.meeting
    kind = kind_of(meeting)
    findings = by(actor, "召集人", (kind.convener(meeting.organ, today(at)),), kind.clause("absence"))
    if absence.state != "待批":
        findings.append(Finding("请假", absence.state, "还没有批复", "请刷新页面再看。"))
    if absence.person_id == actor.pk:
        findings.append(Finding("批假人", actor.name, "不是请假人本人", "召集人不能到会的，请委托主持。"))
    refuse("请假没有批复。", findings)
    absence.state = "准假" if agreed else "不准"
    absence.decided_by, absence.decided_at = actor, at
    absence.save(update_fields=["state", "decided_by", "decided_at"])
    return note(meeting, absence, f"会议请假{absence.state}", actor=actor, at=at, key=key, rule="absence",
                payload={"请假人": absence.person.number})  # fmt: skip


@once
def let_know(
    *,
    meeting: Meeting,
    item: Item | None,
    person: Person,
    form: str,
    text: str,
    actor: Person,
    at: datetime,
    key: str,
) -> Receipt:
    """缺席意见: given by the member in writing, or told and entered by the recorder. It has no way into a count."""
    clause = kind_of(meeting).clause("vote")
    findings = in_state(meeting, "已通知", "进行中")
    words(findings, text, fact="意见", clause=clause)
    findings += by(actor, "本人或者记录人", (person, meeting.recorder), clause)
    room = room_of(meeting, at)
    if not room.is_due(person) or room.is_present(person):
        findings.append(
            Finding(
                "缺席成员", person.name, "应到而没有到会的成员", "到会的成员请在会上发言。", clause=clause
            )
        )
    if item is not None and item.meeting_id != meeting.pk:
        findings.append(Finding("议题", item.title, "本次会议的议题", "请重新选择议题。"))
    refuse("意见没有登记。", findings)
    opinion = AbsentOpinion.objects.create(
        organ_id=meeting.organ_id, meeting=meeting, item=item, person=person, form=form, text=text.strip(),
        at=at, entered_by=actor,
    )  # fmt: skip
    return note(meeting, opinion, "登记缺席意见", actor=actor, at=at, key=key, rule="vote",
                payload={"缺席成员": person.number, "方式": form})  # fmt: skip
