"""The report of an emergency action as a topic: ready until a meeting has heard it (01-10)."""

from __future__ import annotations

from datetime import datetime

from zhixing.law.refusal import Finding
from zhixing.office.meetings.kinds import Ready
from zhixing.office.meetings.models import Item, Meeting
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ, Person
from zhixing.regulations.governance.facts import CHIEFS, PARTY
from zhixing.regulations.governance.models import EmergencyAction
from zhixing.regulations.governance.workflow.statute import finding

PREFIX, CLAUSE = "governance.emergency:", "01-10"
CATEGORY = {PARTY: "其他党组事项", CHIEFS: "通报重要工作"}
HEARD = frozenset({"通过", "未通过", "已传达"})  # whatever it decided, the meeting has heard it


def source_of(action: EmergencyAction) -> str:
    return f"{PREFIX}{action.pk}"


def action_of(source: str) -> EmergencyAction | None:
    number = source.removeprefix(PREFIX).partition("#")[0]
    if not source.startswith(PREFIX) or not number.isdecimal():
        return None
    return EmergencyAction.objects.filter(pk=int(number)).first()


def ready_reports(organ: Organ, meeting: str) -> list[Ready]:
    listed = set(Item.objects.filter(organ=organ, source__startswith=PREFIX).values_list("source", flat=True))
    waiting = EmergencyAction.objects.filter(organ=organ, meeting=meeting, state="待报告")
    return [
        Ready(
            source=source_of(one), title=f"听取临机处置报告：{one.title}", category=CATEGORY[meeting],
            proposal=f"事由：{one.event}\n措施：{one.measures}", reporter=one.leader,
        )
        for one in waiting.select_related("leader").order_by("acted_at")
        if source_of(one) not in listed
    ]  # fmt: skip


def gate(source: str, meeting: Meeting) -> list[Finding]:
    action = action_of(source)
    if action is None or action.organ_id != meeting.organ_id or action.meeting == meeting.kind:
        return []
    return [
        finding(
            day=today(meeting.starts_at), clause=CLAUSE, fact="会议", found=meeting.kind,
            expected=action.meeting, mend="要换会议报告的，请先在临机处置里改动。",
        )
    ]  # fmt: skip


def decided(item: Item, *, actor: Person, at: datetime) -> None:
    action = action_of(item.source)
    if action is None or action.organ_id != item.organ_id or item.result not in HEARD:
        return
    action.state, action.heard, action.heard_at = "已报告", item, at
    action.save(update_fields=["state", "heard", "heard_at"])
    enter(
        actor=actor, action="会议听取临机处置报告", kind="临机处置", record=action,
        payload={"编号": action.number, "会议": item.meeting.title}, at=at,
        key=f"governance:emergency:{action.pk}:item:{item.pk}", rule=CLAUSE,
    )  # fmt: skip
