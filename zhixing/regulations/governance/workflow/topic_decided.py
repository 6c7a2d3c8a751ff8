"""What the way of its matter does to a topic: judged again when it sets out, ready when it has gone the whole way."""

from __future__ import annotations

from datetime import datetime

from zhixing.law.refusal import Refusal
from zhixing.office.matters.models import Matter
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.regulations.governance.models import Topic
from zhixing.regulations.governance.workflow.topic_checks import TOPICS, faults_of
from zhixing.regulations.governance.workflow.topic_request import typed_in


class TopicHandler:
    """One for each of the two procedures; `register` is the word before the year in its numbers."""

    def __init__(self, register: str) -> None:
        self.register = register

    def submitted(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        topic = _held(matter)
        faults = list(faults_of(matter.starter, typed_in(topic), today(at)))
        if faults:
            raise Refusal("议题没有提交。", faults)
        _become(topic, "待审", "议题待审", actor=actor, at=at)

    def approved(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        """Consent alone puts nothing on an agenda: the office has to collect it, before or after (G-03)."""

    def reopened(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        _become(_held(matter), "待审", "议题取回", actor=actor, at=at)

    def filed(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        topic = _held(matter)
        topic.collected_at = at
        _become(topic, "可上会", "议题汇总完成", actor=actor, at=at)

    def refused(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        _become(_held(matter), "未同意", "议题未获同意", actor=actor, at=at)

    def withdrawn(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        status = "已作废" if matter.state == "已作废" else "草稿"
        _become(_held(matter), status, f"议题{matter.state}", actor=actor, at=at)


def _held(matter: Matter) -> Topic:
    return Topic.objects.select_for_update().select_related("matter").get(matter=matter)


def _become(topic: Topic, status: str, action: str, *, actor: Person, at: datetime) -> None:
    topic.status = status
    topic.save(update_fields=["status", "collected_at"])
    matter = topic.matter
    matter.refresh_from_db()
    enter(
        actor=actor, action=action, kind="议题申报", record=topic,
        payload={"编号": matter.number, "状态": status}, at=at,
        key=f"governance:{matter.pk}:v{matter.version}:{status}", rule=TOPICS[topic.meeting],
    )  # fmt: skip
