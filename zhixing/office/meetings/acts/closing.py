"""散会: every topic has its result (E21)."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.office.meetings.acts.asking import by_recorder, in_state, refuse
from zhixing.office.meetings.acts.entered import note
from zhixing.office.meetings.kinds import kind_of
from zhixing.office.meetings.models import Meeting
from zhixing.organ.models import Person
from zhixing.organ.once import once


@once
def close_meeting(*, meeting: Meeting, actor: Person, at: datetime, key: str) -> Receipt:
    findings = in_state(meeting, "进行中") + by_recorder(meeting, actor)
    clause = kind_of(meeting).clause("record")
    findings += [
        Finding(
            "议题",
            f"“{item.title}”还没有结果",
            "每个议题都有结果",
            "请作出结论、暂缓、登记未议或者撤出。",
            clause=clause,
        )
        for item in meeting.items.exclude(state="已议")
    ]
    refuse("还不能散会。", findings)
    meeting.state, meeting.closed_at = "记录待核", at
    meeting.save(update_fields=["state", "closed_at"])
    return note(meeting, meeting, "宣布散会", actor=actor, at=at, key=key, rule="record")
