"""From a topic to an agenda and back: what may be listed, what is asked again, what the meeting made of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from zhixing.law.refusal import Finding
from zhixing.office.duties.telling import tell
from zhixing.office.meetings.kinds import Ready
from zhixing.office.meetings.models import Item, Meeting
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ, Person
from zhixing.regulations.governance.models import Topic
from zhixing.regulations.governance.workflow.statute import finding
from zhixing.regulations.governance.workflow.topic_checks import TOPICS, what_keeps_it_away
from zhixing.regulations.governance.workflow.topic_request import typed_in

PREFIX = "governance.topic:"
FINAL = {"通过": "已通过", "未通过": "未通过", "已传达": "已传达"}


def source_of(topic: Topic) -> str:
    return f"{PREFIX}{topic.pk}"


def topic_of(source: str) -> Topic | None:
    """The topic behind a source; behind one that was taken off again (#) as well."""
    number = source.removeprefix(PREFIX).partition("#")[0]
    if not source.startswith(PREFIX) or not number.isdecimal():
        return None
    return Topic.objects.select_related("matter__starter", "major").filter(pk=int(number)).first()


def ready_topics(organ: Organ, meeting: str) -> list[Ready]:
    """Reviewed, consented to and collected, and on no agenda (01-6.3, 01-8.3)."""
    rows = Topic.objects.filter(organ=organ, meeting=meeting, status="可上会", matter__state="已办结")
    listed = set(Item.objects.filter(organ=organ, source__startswith=PREFIX).values_list("source", flat=True))
    found = rows.select_related("section", "reporter", "revises").order_by("collected_at", "pk")
    return [_ready(topic) for topic in found if source_of(topic) not in listed]


def gate(source: str, meeting: Meeting) -> list[Finding]:
    """Asked again when it is listed: figures may have changed since, and so may the day's edition."""
    topic = topic_of(source)
    if topic is None or topic.organ_id != meeting.organ_id:
        return []  # the shape says itself that there is nothing to list
    return [*_steps(topic, meeting), *_still(topic, meeting)]


def decided(item: Item, *, actor: Person, at: datetime) -> None:
    """The meeting's result; what was put off or not held stays ready for another meeting."""
    topic = topic_of(item.source)
    if topic is None or topic.organ_id != item.organ_id:
        return
    topic.status = FINAL.get(item.result, "可上会")
    topic.save(update_fields=["status"])
    key = f"governance:topic:{topic.pk}:item:{item.pk}"
    enter(
        actor=actor, action=f"议题{item.result}", kind="议题申报", record=topic,
        payload={"编号": topic.matter.number, "会议": item.meeting.title, "结果": item.result}, at=at,
        key=key, rule=TOPICS[topic.meeting],
    )  # fmt: skip
    told = f"您申报的{topic.matter.number}议题，会议已有结果，请查看。"
    tell([topic.matter.starter], told, kind="议题申报", record=topic, at=at, key=key)


def _ready(topic: Topic) -> Ready:
    return Ready(
        source=source_of(topic),
        title=topic.title,
        category=topic.category,
        proposal=topic.proposal,
        section=topic.section,
        reporter=topic.reporter,
        revises=topic.revises,
    )


def _steps(topic: Topic, meeting: Meeting) -> Iterator[Finding]:
    """Which signature is still missing (B1-21)."""
    day, clause = today(meeting.starts_at), TOPICS[topic.meeting]
    if topic.meeting != meeting.kind:
        yield finding(
            day=day, clause=clause, fact="会议", found=f"申报的是{topic.meeting}", expected=meeting.kind,
            mend=f"请列入{topic.meeting}的议程。", who="办公室主任",
        )  # fmt: skip
    if topic.matter.state == "已办结":
        return
    waiting = topic.matter.steps.filter(round=topic.matter.round, state__in=("未到", "办理中"))
    names = "、".join(waiting.values_list("name", flat=True)) or "提交"
    yield finding(
        day=day, clause=clause, fact="议题手续", found=f"还差：{names}", expected="审核、同意、汇总都已办完",
        mend="请催办还没有办的环节。", who="申报人",
    )  # fmt: skip


def _still(topic: Topic, meeting: Meeting) -> Iterator[Finding]:
    yield from what_keeps_it_away(typed_in(topic), topic.organ_id, today(meeting.starts_at))
