"""名册: who is due by the posts of the day, written down as it was."""

from __future__ import annotations

from datetime import datetime

from zhixing.office.meetings.models import Meeting, Roll, RollLine
from zhixing.office.meetings.now import on_the_day
from zhixing.organ.local_time import today


def take_roll(meeting: Meeting, stage: str, at: datetime) -> tuple[Roll, list[RollLine]]:
    """The roll of the meeting's day as known when the notice goes, or of the day itself; the caller journals it."""
    day = today(meeting.starts_at) if stage == "通知" else today(at)
    due, sitting = on_the_day(meeting, day)
    roll = Roll.objects.create(organ_id=meeting.organ_id, meeting=meeting, stage=stage, at=at)
    lines = RollLine.objects.bulk_create(
        RollLine(organ_id=meeting.organ_id, roll=roll, person=one.person, capacity=capacity, post=one.post)
        for capacity, members in (("应到", due), ("列席", sitting))
        for one in members
    )
    return roll, lines
