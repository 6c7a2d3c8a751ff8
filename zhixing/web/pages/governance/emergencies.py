"""临机处置: open until a meeting has heard it (01-10)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from zhixing.journal.write import Receipt
from zhixing.office.papers.columns import Kind
from zhixing.regulations.governance.models import EmergencyAction
from zhixing.regulations.governance.models.choices import EMERGENCY_STATES, TOPIC_MEETINGS
from zhixing.regulations.governance.workflow import standing
from zhixing.regulations.governance.workflow.emergency import (
    Action,
    change_meeting,
    late_to_chief,
    register_action,
    tell_chief,
)
from zhixing.regulations.governance.workflow.major import leaders_of
from zhixing.web.pages.pressed import Button, written
from zhixing.web.pages.records import Book, Entry, Shown
from zhixing.web.pages.records.forms import MOMENT, PersonField, RecordForm, chosen, lines, text
from zhixing.web.requests import DeskRequest, acting, looking

TELL, MOVE = "登记口头报告", "改由另一会议听取"


class EmergencyForm(RecordForm):
    title = text("事项", 120)
    leader = PersonField("处置人")
    event = lines("事由", 2000)
    measures = lines("措施", 2000)
    acted_at = forms.DateTimeField(label="处置时间", widget=MOMENT)
    meeting = chosen("报告的会议", TOPIC_MEETINGS)


class TellForm(RecordForm):
    told_at = forms.DateTimeField(label="报告局长的时间", widget=MOMENT)
    how = text("报告方式", 100, "当面、电话等。")


class MoveForm(RecordForm):
    meeting = chosen("报告的会议", TOPIC_MEETINGS)


def registered(**typed: Any) -> Receipt:
    who = {name: typed.pop(name) for name in ("actor", "at", "key")}
    return register_action(action=Action(**typed), **who)


def buttons_of(request: DeskRequest, action: EmergencyAction) -> dict[str, Button]:
    viewer, person = looking(request), acting(request)
    office = standing.office_directors(viewer.organ, viewer.day)
    given = {"organ": viewer.organ, "day": viewer.day}
    found: dict[str, Button] = {}
    if action.told_at is None and person in {action.leader, action.entered_by}:
        form = written(request, TELL, TellForm, "tell", **given)
        found[TELL] = Button("口头报告已登记。", form, tell_chief, {"action": action})
    if action.state == "待报告" and (person == action.leader or person in office):
        form = written(request, MOVE, MoveForm, "move", **given)
        found[MOVE] = Button("已改由另一会议听取报告。", form, change_meeting, {"action": action})
    return found


def of_emergency(request: DeskRequest, action: EmergencyAction) -> Mapping[str, Any]:
    return {
        "overdue": action.state == "待报告" and action.due < looking(request).day,
        "late_to_chief": late_to_chief(action, request.at),
    }


def may_register(request: DeskRequest) -> bool:
    person, viewer = acting(request), looking(request)
    office = standing.office_directors(viewer.organ, viewer.day)
    return person in office or person in leaders_of(viewer.organ, request.at)


def told(one: EmergencyAction) -> datetime | None:
    return one.told_at


def standing_now(one: EmergencyAction) -> str:
    """Red from the day after its limit until a meeting has heard it."""
    late = one.state == "待报告" and one.due < timezone.localdate()
    return "逾期未报告" if late else one.state


EMERGENCIES = Book(
    name="emergencies",
    title="临机处置",
    model=EmergencyAction,
    columns=(
        Shown("事项", lambda one: one.title),
        Shown("编号", lambda one: one.number),
        Shown("处置人", lambda one: one.leader.name),
        Shown("处置时间", lambda one: one.acted_at, Kind.MOMENT),
        Shown("事由", lambda one: one.event, listed=False),
        Shown("措施", lambda one: one.measures, listed=False),
        Shown("口头报告局长", told, Kind.MOMENT),
        Shown("报告方式", lambda one: one.told_how, listed=False),
        Shown("报告的会议", lambda one: one.meeting),
        Shown("会议报告期限", lambda one: one.due, Kind.DATE),
        Shown("听取报告的会议", lambda one: one.heard.meeting.title if one.heard else "", listed=False),
        Shown("登记人", lambda one: one.entered_by.name, listed=False),
        Shown("状态", standing_now, state=True),
    ),
    clause="01-10",
    hint="遇到重大突发事件先处置，过后在这里登记，报告会议以后才算办结。",
    entry=Entry(
        "登记临机处置", EmergencyForm, registered, "临机处置已登记，请安排会议听取报告。", may_register
    ),
    related=("leader", "entered_by", "heard__meeting", "organ"),
    order=("-acted_at", "-pk"),
    search=("title", "number", "leader__name"),
    search_label="事项、编号、处置人",
    states=("state", tuple(word for word, _ in EMERGENCY_STATES)),
    icon="lightning-charge",
    buttons=buttons_of,
    beside=of_emergency,
    template="web/governance/emergency.html",
)
