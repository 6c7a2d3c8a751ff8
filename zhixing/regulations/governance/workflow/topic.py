"""议题申报: a section's topic on its way to the agenda, by the procedure of its meeting (01-6.3, 01-8.3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from zhixing.files.models import StoredFile
from zhixing.journal.models import Entry
from zhixing.law.refusal import Refusal
from zhixing.law.refused import refused
from zhixing.office.matters.acts import begin, save_draft, submit
from zhixing.office.matters.route import Route, preview
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.turn import in_turn
from zhixing.regulations.governance.facts import CATEGORIES, CHIEFS, PARTY
from zhixing.regulations.governance.models import Topic, TopicPaper
from zhixing.regulations.governance.workflow.statute import edition
from zhixing.regulations.governance.workflow.topic_checks import TOPICS, faults_of, where
from zhixing.regulations.governance.workflow.topic_request import TopicRequest, paper_of, typed_into

REGULATION = "governance"
PROCEDURES = {PARTY: "党组会议题", CHIEFS: "局长办公会议题"}
FILES: Sequence[StoredFile] = ()


def way(person: Person, meeting: str, at: datetime) -> Route:
    """The stops of the meeting's own procedure: consent before collecting, or after it (G-03)."""
    return preview(
        organ=person.organ, procedure=PROCEDURES[meeting], edition=edition(today(at)), rulings={},
        starter=person, at=at,
    )  # fmt: skip


@in_turn
def draft_topic(
    *, request: TopicRequest, actor: Person, at: datetime, key: str, topic: Topic | None = None,
    files: Sequence[StoredFile] = FILES,
) -> Topic:  # fmt: skip
    """保存草稿; `topic` is the draft being changed, `files` are added to those it has."""
    earlier = Entry.objects.filter(organ=actor.organ_id, key=key).first()
    if earlier is not None:
        return Topic.objects.get(matter_id=int(earlier.object_id))
    _meeting_settled(request, topic)
    title, form = f"{request.meeting}议题：{request.title.strip() or '未命名'}", paper_of(request)
    if topic is None:
        matter = begin(
            regulation=REGULATION, procedure=PROCEDURES[request.meeting], title=title, form=form,
            actor=actor, at=at, key=key,
        )  # fmt: skip
        topic = Topic(organ_id=actor.organ_id, matter=matter)
    else:
        save_draft(matter=topic.matter, title=title, form=form, actor=actor, at=at, key=key)
    typed_into(topic, request)
    topic.save()
    papers = [
        TopicPaper.objects.create(organ_id=actor.organ_id, topic=topic, file=file, at=at)
        for file in files
        if not topic.papers.filter(file=file).exists()
    ]
    enter(
        actor=actor, action="填写议题申报单", kind="议题申报", record=topic, payload=form, at=at,
        key=f"{key}:topic", rule=TOPICS[request.meeting], touched=papers,
    )  # fmt: skip
    return topic


@in_turn
def submit_topic(
    *, request: TopicRequest, actor: Person, at: datetime, key: str, topic: Topic | None = None,
    files: Sequence[StoredFile] = FILES,
) -> Topic:  # fmt: skip
    """Draft and submit in one; a refusal lists everything and leaves nothing behind."""
    kept = draft_topic(request=request, actor=actor, at=at, key=f"{key}:draft", topic=topic, files=files)
    day, route = today(at), way(actor, kept.meeting, at)
    faults = [*faults_of(actor, request, day), *route.findings]
    if faults and kept.status == "草稿":
        raise Refusal("议题没有提交。", faults)
    ruling = where(kept.category, kept.amount, actor.organ_id, day) if kept.category in CATEGORIES else None
    facts = {name: str(fact) for name, fact in ruling.facts_shown.items()} if ruling else {}
    submit(
        matter=kept.matter, actor=actor, at=at, key=key, route=route,
        edition=edition(day).in_force, ruling=ruling, facts=facts,
    )  # fmt: skip
    return Topic.objects.select_related("matter").get(pk=kept.pk)


def _meeting_settled(request: TopicRequest, topic: Topic | None) -> None:
    """The meeting decides the procedure, so it is chosen first and does not change."""
    if request.meeting not in PROCEDURES:
        raise refused(
            "议题没有保存。", "会议", "没有选择", "党组会议或者局长办公会议", "请先选择上哪个会议。"
        )
    if topic is not None and topic.meeting != request.meeting:
        raise refused(
            "议题没有保存。", "会议", request.meeting, topic.meeting,
            "两个会议的程序不同，请另填一张议题申报单。", clause=TOPICS[request.meeting],
        )  # fmt: skip
