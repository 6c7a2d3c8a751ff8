"""All that 01 itself puts before its two meetings: topics of sections and reports of emergency actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from zhixing.law.refusal import Finding
from zhixing.office.meetings.kinds import Ready
from zhixing.office.meetings.models import Item, Meeting
from zhixing.organ.models import Organ, Person
from zhixing.regulations.governance.workflow import emergency_heard, topic_agenda


def ready_for(meeting: str) -> Callable[[Organ], Sequence[Ready]]:
    def ready(organ: Organ) -> list[Ready]:
        return [
            *emergency_heard.ready_reports(organ, meeting),
            *topic_agenda.ready_topics(organ, meeting),
        ]

    return ready


def gate(source: str, meeting: Meeting) -> list[Finding]:
    return [*topic_agenda.gate(source, meeting), *emergency_heard.gate(source, meeting)]


def decided(item: Item, *, actor: Person, at: datetime) -> None:
    topic_agenda.decided(item, actor=actor, at=at)
    emergency_heard.decided(item, actor=actor, at=at)
