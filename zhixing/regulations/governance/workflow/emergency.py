"""临机处置 (01-10): done on the spot, told to the chief, open until a meeting has heard it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.duties.reminders import Open
from zhixing.office.duties.telling import tell
from zhixing.organ.entries import enter
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Organ, Person
from zhixing.organ.numbers import next_number
from zhixing.organ.once import once
from zhixing.regulations.governance.models import EmergencyAction
from zhixing.regulations.governance.models.choices import TOPIC_MEETINGS
from zhixing.regulations.governance.workflow import standing
from zhixing.regulations.governance.workflow.major import leaders_of
from zhixing.regulations.governance.workflow.statute import finding, own_of, value
from zhixing.regulations.governance.workflow.told import by, in_state, unwritten

KIND, CLAUSE = "临机处置", "01-10"
MEETINGS = tuple(word for word, _ in TOPIC_MEETINGS)


@dataclass(frozen=True, slots=True)
class Action:
    """What was done: by whom, why, how, when, and which meeting is to hear it."""

    title: str
    leader: Person
    event: str
    measures: str
    acted_at: datetime | None
    meeting: str


@once
def register_action(*, action: Action, actor: Person, at: datetime, key: str) -> Receipt:
    """登记, by the leader himself or by the office director for him."""
    day = today(at)
    faults = unwritten(
        {"事项": action.title, "事由": action.event, "措施": action.measures, "处置时间": action.acted_at},
        CLAUSE, day,
    )  # fmt: skip
    office = standing.office_directors(actor.organ, day)
    faults += by(actor, "处置人本人或者办公室主任", (action.leader, *office), CLAUSE, day)
    if action.leader not in leaders_of(actor.organ, at):
        faults.append(_fault(day, "处置人", action.leader.name, "领导班子成员"))
    if action.meeting not in MEETINGS:
        faults.append(_fault(day, "报告的会议", action.meeting or "没有选择", "、".join(MEETINGS)))
    if action.acted_at is not None and action.acted_at > at:
        faults.append(_fault(day, "处置时间", f"{local(action.acted_at):%Y-%m-%d %H:%M}", "不晚于现在"))
    _refuse("临机处置没有登记。", faults)
    assert action.acted_at is not None
    record = _registered(action, actor, at)
    people = {*office, standing.chief(actor.organ, day)} - {actor, None}
    told = f"{action.leader.name}登记了一件临机处置，请安排{action.meeting}听取报告。"
    tell([one for one in people if one], told, kind=KIND, record=record, at=at, key=key)
    return _note(record, "登记临机处置", actor, at, key, {"处置人": action.leader.number})


@once
def tell_chief(
    *, action: EmergencyAction, told_at: datetime, how: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """口头报告局长: when and how."""
    day = today(at)
    faults = by(actor, "处置人本人或者登记人", (action.leader, action.entered_by), CLAUSE, day)
    faults += unwritten({"报告方式": how}, CLAUSE, day)
    if action.told_at is not None:
        faults.append(_fault(day, "口头报告", "已经登记", "还没有登记"))
    if not action.acted_at <= told_at <= at:
        faults.append(_fault(day, "报告时间", f"{local(told_at):%Y-%m-%d %H:%M}", "处置以后、现在以前"))
    _refuse("口头报告没有登记。", faults)
    action.told_at, action.told_how = told_at, how.strip()
    action.save(update_fields=["told_at", "told_how"])
    return _note(action, "口头报告局长", actor, at, key, {"方式": action.told_how})


@once
def change_meeting(
    *, action: EmergencyAction, meeting: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """Another meeting is to hear it, as long as none has."""
    day = today(at)
    office = standing.office_directors(actor.organ, day)
    faults = in_state(action.state, ("待报告",), CLAUSE, day)
    faults += by(actor, "处置人本人或者办公室主任", (action.leader, *office), CLAUSE, day)
    if meeting not in MEETINGS or meeting == action.meeting:
        faults.append(_fault(day, "报告的会议", meeting or "没有选择", "另一个会议"))
    _refuse("没有改动。", faults)
    action.meeting = meeting
    action.save(update_fields=["meeting"])
    return _note(action, "改由另一会议听取报告", actor, at, key, {"会议": meeting})


def late_to_chief(action: EmergencyAction, at: datetime) -> bool:
    """Whether the chief was not told within the hours of the edition (a reading)."""
    minutes = int(value("临机口头报告", today(at), own_of(action.organ_id)))
    return (action.told_at or at) > action.acted_at + timedelta(minutes=minutes)


def open_actions(organ: Organ, day: date) -> Iterator[Open]:
    """What no meeting has heard: it stays with the leader, the chief and the office until one has."""
    waiting = EmergencyAction.objects.filter(organ=organ, state="待报告").select_related("leader")
    for action in waiting:
        chief = standing.chief(organ, day)
        people = [action.leader, *([chief] if chief else []), *standing.office_directors(organ, day)]
        bearers = tuple(dict.fromkeys(people))
        subject = f"临机处置{action.number}向{action.meeting}报告"
        yield Open(
            KIND,
            str(action.pk),
            subject,
            action.due,
            bearers,
            "请列入最近一次会议的议程，会上听取报告以后才算办结。",
        )


def _registered(action: Action, actor: Person, at: datetime) -> EmergencyAction:
    assert action.acted_at is not None
    year = local(at).year
    days = int(value("临机会议报告", today(at), own_of(actor.organ_id)))
    return EmergencyAction.objects.create(
        organ_id=actor.organ_id, number=f"临机〔{year}〕{next_number(actor.organ, KIND, year)}号",
        title=action.title.strip(), leader=action.leader, event=action.event.strip(),
        measures=action.measures.strip(), acted_at=action.acted_at, meeting=action.meeting,
        due=today(action.acted_at) + timedelta(days=days), entered_by=actor, created_at=at,
    )  # fmt: skip


def _fault(day: date, fact: str, found: str, expected: str) -> Finding:
    return finding(day=day, clause=CLAUSE, fact=fact, found=found, expected=expected, mend=f"请核对{fact}。")


def _refuse(conclusion: str, faults: list[Finding]) -> None:
    if faults:
        raise Refusal(conclusion, faults)


def _note(
    record: EmergencyAction, action: str, actor: Person, at: datetime, key: str, payload: dict[str, object]
) -> Receipt:
    return enter(
        actor=actor, action=action, kind=KIND, record=record,
        payload={"编号": record.number, "事项": record.title, **payload}, at=at, key=key, rule=CLAUSE,
    )  # fmt: skip
