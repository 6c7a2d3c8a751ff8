"""批评和自我批评: written down by each member himself, never changed, read by the members alone (13-6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.office.meetings.models import Meeting, Presence
from zhixing.office.meetings.now import room_of
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.democratic_life.models import AbsentStatement, Criticism, LifeMeeting
from zhixing.regulations.democratic_life.workflow.entered import note, refuse, running, written
from zhixing.regulations.democratic_life.workflow.parties import by_office_or_secretary

CLAUSE = "13-6"
IN_THE_ROOM = ("进行中", "记录待核")


@dataclass(frozen=True, slots=True)
class Roll:
    """Members due, and those of them who came."""

    due: tuple[Person, ...]
    came: tuple[Person, ...]

    @property
    def absent(self) -> tuple[Person, ...]:
        return tuple(one for one in self.due if one not in self.came)


def roll_of(meeting: Meeting, at: datetime) -> Roll:
    """By the roll of the meeting and by who was ever marked as here."""
    due = tuple(line.person for line in room_of(meeting, at).due)
    seen = Presence.objects.filter(meeting=meeting, kind__in=("到会", "返回"))
    here = set(seen.values_list("person_id", flat=True))
    return Roll(due, tuple(one for one in due if one.pk in here))


@once
def criticize(
    *, case: LifeMeeting, receiver: Person, text: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """From the one who says it, in the meeting or before its record is sealed; the journal keeps no word of it."""
    findings = running(case, actor, CLAUSE) + written({"内容": text}, CLAUSE)
    meeting = case.meeting
    if meeting is None or meeting.state not in IN_THE_ROOM:
        said = meeting.state if meeting else "没有召集"
        mend = "记录锁定以后不能再登记。" if said == "已锁定" else "请在会上登记。"
        findings.append(Finding("会议", said, "正在开会，或者记录还没有锁定", mend, clause=CLAUSE))
    else:
        findings += _members(roll_of(meeting, at), actor, receiver)
    refuse("没有登记。", findings)
    made = Criticism.objects.create(
        organ_id=case.organ_id, case=case, giver=actor, receiver=receiver, text=text.strip(), at=at
    )
    return note(case, "登记批评和自我批评", actor=actor, at=at, key=key, rule=CLAUSE, record=made)


@once
def state_in_writing(*, case: LifeMeeting, text: str, actor: Person, at: datetime, key: str) -> Receipt:
    """书面发言 of a member who does not come; it is read out, and counts nowhere."""
    findings = running(case, actor, CLAUSE) + written({"书面发言": text}, CLAUSE)
    meeting = case.meeting
    if meeting is None or meeting.state not in ("已通知", *IN_THE_ROOM):
        said = meeting.state if meeting else "没有召集"
        findings.append(
            Finding("会议", said, "已经通知，记录还没有锁定", "请在通知以后提交。", clause=CLAUSE)
        )
    elif actor not in roll_of(meeting, at).absent:
        findings.append(
            Finding("办理人", actor.name, "没有到会的党组成员", "到会的成员请在会上发言。", clause=CLAUSE)
        )
    if AbsentStatement.objects.filter(case=case, person=actor).exists():
        findings.append(Finding("书面发言", "已经提交", "还没有提交", "书面发言只交一份。", clause=CLAUSE))
    refuse("书面发言没有提交。", findings)
    made = AbsentStatement.objects.create(
        organ_id=case.organ_id, case=case, person=actor, text=text.strip(), at=at
    )
    return note(case, "提交书面发言", actor=actor, at=at, key=key, rule=CLAUSE, record=made)


@once
def inform(*, statement: AbsentStatement, day: date, actor: Person, at: datetime, key: str) -> Receipt:
    """会后通报: the absent member was told what was said, criticism of himself included."""
    case = statement.case
    findings = running(case, actor, CLAUSE) + by_office_or_secretary(actor, today(at), CLAUSE)
    meeting = case.meeting
    earliest = today(meeting.closed_at) if meeting and meeting.closed_at else None
    if earliest is None or not earliest <= day <= today(at):
        findings.append(
            Finding("通报日期", str(day), "散会以后，今天或者今天以前", "请核对通报日期。", clause=CLAUSE)
        )
    if statement.informed_on is not None:
        findings.append(Finding("通报", "已经通报", "还没有通报", "不用再登记。", clause=CLAUSE))
    refuse("会后通报没有登记。", findings)
    statement.informed_on, statement.informed_by = day, actor
    statement.save(update_fields=["informed_on", "informed_by"])
    payload = {"成员": statement.person.number, "日期": str(day)}
    return note(case, "会后通报", actor=actor, at=at, key=key, rule=CLAUSE, record=statement, payload=payload)


def _members(roll: Roll, actor: Person, receiver: Person) -> list[Finding]:
    findings = []
    if actor not in roll.came:
        findings.append(
            Finding("办理人", actor.name, "到会的党组成员", "请由到会的成员本人登记。", clause=CLAUSE)
        )
    if receiver not in roll.due:
        findings.append(Finding("对谁说", receiver.name, "应到会的党组成员", "请重新选择。", clause=CLAUSE))
    return findings
