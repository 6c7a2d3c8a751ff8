"""召集: a meeting is planned, changed before its notice, given another recorder, or called off with its reason."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.meetings.acts.asking import by, by_host, in_state, refuse
from zhixing.office.meetings.acts.entered import note
from zhixing.office.meetings.kinds import Kind, kind
from zhixing.office.meetings.models import Meeting
from zhixing.organ.authority import holds
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Holding, Person
from zhixing.organ.once import once

OFFICE_DIRECTOR = ("办公室主任",)
OVER = ("流会", "已取消")


@once
def convene(
    *, name: str, title: str, starts_at: datetime, place: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """筹备: the office or whoever convenes sets the time; the host is by right the convener."""
    kind_, day = kind(name), today(at)
    calls = actor in kind_.callers(actor.organ, day)
    convener = actor if calls else kind_.convener(actor.organ, day)
    recorder = _office_director(actor, day) or convener
    findings = _planned(kind_, actor, starts_at, place, at)
    if convener is None:
        findings.append(
            Finding("召集人", "岗位空缺", f"有人召集{kind_.name}", "请先明确由谁召集。",
                    clause=kind_.clause("host"))
        )  # fmt: skip
    if not holds(actor, OFFICE_DIRECTOR, day):
        findings += by(actor, "办公室主任或者召集人", (convener,), kind_.clause("host"))
    refuse("会议没有登记。", findings)
    assert convener is not None
    assert recorder is not None
    meeting = Meeting.objects.create(
        organ_id=actor.organ_id, kind=kind_.name, title=title.strip() or _title(kind_, starts_at),
        year=local(starts_at).year, starts_at=starts_at, place=place.strip(), host=convener,
        recorder=recorder, created_by=actor, created_at=at,
    )  # fmt: skip
    return note(meeting, meeting, "筹备会议", actor=actor, at=at, key=key, rule="host")


@once
def change(
    *, meeting: Meeting, title: str, starts_at: datetime, place: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """Time and place may change until the notice has gone out; then the meeting is called off and planned anew."""
    kind_ = kind(meeting.kind)
    findings = in_state(meeting, "筹备")
    findings += _planned(kind_, actor, starts_at, place, at, but=meeting)
    findings += by(actor, "办公室或者主持人", (meeting.created_by, meeting.recorder, meeting.host))
    refuse("会议安排没有改动。", findings)
    meeting.title, meeting.starts_at, meeting.place = title.strip() or meeting.title, starts_at, place.strip()
    meeting.year = local(starts_at).year
    meeting.save(update_fields=["title", "starts_at", "place", "year"])
    return note(meeting, meeting, "调整会议安排", actor=actor, at=at, key=key)


@once
def call_off(*, meeting: Meeting, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """取消: before it has opened, with the reason; the meeting stays in the register."""
    findings = in_state(meeting, "筹备", "已通知")
    words(findings, reason, fact="取消原因", clause="")
    findings += by(actor, "办公室或者主持人", (meeting.created_by, meeting.recorder, meeting.host))
    refuse("会议没有取消。", findings)
    meeting.state, meeting.reason = "已取消", reason.strip()
    meeting.save(update_fields=["state", "reason"])
    return note(meeting, meeting, "取消会议", actor=actor, at=at, key=key, payload={"原因": meeting.reason})


@once
def appoint_recorder(
    *, meeting: Meeting, person: Person, why: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """代记: where the office director is away or concerned, the host names who records (G-75)."""
    findings = in_state(meeting, "筹备", "已通知", "进行中") + by_host(meeting, actor)
    words(findings, why, fact="代为记录的原因", clause=kind(meeting.kind).clause("record"))
    if person.organ_id != meeting.organ_id:
        findings.append(Finding("记录人", person.name, "本单位的人员", "请另选记录人。"))
    refuse("记录人没有更换。", findings)
    meeting.recorder, meeting.recorder_why = person, why.strip()
    meeting.save(update_fields=["recorder", "recorder_why"])
    return note(meeting, meeting, "指定代记人", actor=actor, at=at, key=key, rule="record",
                payload={"记录人": person.number, "原因": meeting.recorder_why})  # fmt: skip


def _planned(
    kind_: Kind, actor: Person, starts_at: datetime, place: str, at: datetime, *, but: Meeting | None = None
) -> list[Finding]:
    findings: list[Finding] = []
    words(findings, place, fact="地点", clause=kind_.clause("notice"))
    if starts_at <= at:
        shown = f"{local(starts_at):%Y-%m-%d %H:%M}"
        findings.append(
            Finding("开会时间", shown, "晚于现在", "请重新选时间。", clause=kind_.clause("notice"))
        )
    same = Meeting.objects.filter(organ_id=actor.organ_id, kind=kind_.name, starts_at=starts_at)
    if any(one != but for one in same.exclude(state__in=OVER)):
        findings.append(
            Finding(
                "开会时间",
                "同一时间已有一次同样的会议",
                "没有冲突的时间",
                "请换一个时间，或者在原会议里加议题。",
            )
        )
    return findings


def _office_director(actor: Person, day: date) -> Person | None:
    held = Holding.objects.on(day).filter(organ_id=actor.organ_id, post__in=OFFICE_DIRECTOR)
    one = held.select_related("person").first()
    return one.person if one else None


def _title(kind_: Kind, starts_at: datetime) -> str:
    return f"{local(starts_at):%Y年%-m月%-d日}{kind_.name}"
