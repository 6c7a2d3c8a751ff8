"""发言: in order, and the host last (01-9.4, B1-20)."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.meetings.acts.asking import by, in_state, refuse
from zhixing.office.meetings.acts.entered import note
from zhixing.office.meetings.models import Item, Speech
from zhixing.office.meetings.now import Room, room_of
from zhixing.organ.models import Person
from zhixing.organ.once import once

HOST_LAST = "原则上主持人最后发表意见。"
CLOSING = "主持人表态"


@once
def speak(
    *, item: Item, person: Person, kind: str, text: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """Entered by the recorder or by the speaker; after the host's own opinion nobody speaks to the topic any more."""
    meeting = item.meeting
    room = room_of(meeting, at)
    clause = room.kind.clause("last_word")
    findings = in_state(meeting, "进行中")
    findings += by(
        actor, "本人或者记录人", (person, meeting.recorder, meeting.host), room.kind.clause("record")
    )
    words(findings, text, fact="发言要点", clause=room.kind.clause("record"))
    if item.state != "讨论中":
        findings.append(Finding("议题状态", item.state, "讨论中", "请先开始讨论这个议题。"))
    if not room.is_present(person):
        findings.append(Finding("发言人", f"{person.name}不在场", "在场的人", "请先登记到会或者返回。"))
    findings += _in_order(room, item, person, kind, clause)
    refuse("发言没有登记。", findings)
    speech = Speech.objects.create(
        organ_id=meeting.organ_id, item=item, order=item.speeches.count() + 1, person=person, kind=kind,
        text=text.strip(), finding=_too_early(item, meeting.host, person, kind), at=at, entered_by=actor,
    )  # fmt: skip
    payload = {"议题": item.title, "发言人": person.number, "性质": kind, "提示": speech.finding}
    return note(meeting, speech, "登记发言", actor=actor, at=at, key=key, rule="last_word", payload=payload)


def _in_order(room: Room, item: Item, person: Person, kind: str, clause: str) -> list[Finding]:
    findings = []
    if item.speeches.filter(kind=CLOSING).exists():
        findings.append(
            Finding(
                "发言次序",
                "主持人已经表态",
                "主持人最后发表意见",
                "主持人表态以后不再发言，请进入表决。",
                clause=clause,
            )
        )
    if kind == CLOSING and person.pk != room.meeting.host_id:
        findings.append(
            Finding("发言人", person.name, room.meeting.host.name, "请登记主持人的意见。", clause=clause)
        )
    if kind == "列席发言" and room.is_due(person):
        findings.append(Finding("性质", "列席发言", "发言", "应到会成员登记为“发言”。"))
    if kind == "发言" and not room.is_due(person):
        findings.append(Finding("性质", "发言", "列席发言", "列席人员登记为“列席发言”。"))
    return findings


def _too_early(item: Item, host: Person, person: Person, kind: str) -> str:
    """The host speaking his mind before the others is minuted with what the clause says; nothing is stopped."""
    others = item.speeches.exclude(person=host).filter(kind="发言").exists()
    return HOST_LAST if person.pk == host.pk and kind in {"发言", CLOSING} and not others else ""
