"""What waits on the leaders' and the office's desks when the story ends."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from functools import partial

from zhixing.cli.demo.leave_data import AGREED, OPEN_LEAVES, OPEN_OUTINGS, OPEN_OVERTIME, OUTINGS
from zhixing.cli.demo.stage import Stage
from zhixing.law.refusal import Refusal
from zhixing.office.matters.acts import agree
from zhixing.office.matters.models import Matter, Task
from zhixing.organ.local_time import at_clock
from zhixing.organ.models import Person
from zhixing.regulations.attendance.workflow.leave import request_leave
from zhixing.regulations.attendance.workflow.leave_request import LeaveRequest
from zhixing.regulations.attendance.workflow.outing import request_outing
from zhixing.regulations.attendance.workflow.outing_checks import OutingRequest
from zhixing.regulations.attendance.workflow.overtime import request_overtime
from zhixing.regulations.attendance.workflow.overtime_request import OvertimeRequest
from zhixing.regulations.attendance.workflow.span import AFTERNOON, MORNING

SIGNED_AFTER = timedelta(hours=1, minutes=10)


def open_matters(stage: Stage) -> None:
    """Leave, outings and overtime of the last two working days, each stopped at somebody's desk."""
    people = {person.number: person for person in stage.cast.serving(stage.last)}
    days = stage.working_days()
    before = [day for day in days if day < stage.last]
    for number, kind, halves, ahead, ago, signed in OPEN_LEAVES:
        asked = at_clock(before[-ago], time(8 + ago, stage.dice.randrange(31, 59)))
        first = stage.next_working(stage.last, ahead) if ahead > 0 else before[ahead]
        request = _leave(stage, people[number], kind, halves, first)
        stage.agenda.add(asked, partial(_ask, stage, people[number], request, signed))
    for number, ahead in OPEN_OUTINGS:
        asked = at_clock(before[-1], time(16, stage.dice.randrange(1, 50)))
        stage.agenda.add(asked, partial(_go, stage, people[number], stage.next_working(stage.last, ahead)))
    asked = at_clock(before[-1], time(9, 20))
    stage.agenda.add(asked, partial(_overtime, people[OPEN_OVERTIME[0]], before[-2]))


def _leave(stage: Stage, person: Person, kind: str, halves: int, first: date) -> LeaveRequest:
    last = stage.next_working(first - timedelta(days=1), (halves + 1) // 2)
    others = [one for one in stage.cast.serving(stage.last) if one != person]
    return LeaveRequest(
        kind=kind, first=first, first_half=MORNING, last=last, last_half=MORNING if halves % 2 else AFTERNOON,
        reason="照顾家人" if kind == "年休假" else "回原籍办理户籍手续", place="温州", phone="办公电话转接",
        stand_in=stage.dice.choice(others),
    )  # fmt: skip


def _ask(stage: Stage, person: Person, request: LeaveRequest, signed: int, at: datetime, key: str) -> None:
    with suppress(Refusal):  # no balance left
        leave = request_leave(request=request, actor=person, at=at, key=key)
        for number in range(1, signed + 1):
            stage.agenda.add(at + number * SIGNED_AFTER, partial(_agree, stage, leave.matter))


def _agree(stage: Stage, matter: Matter, at: datetime, key: str) -> None:
    """Whoever has it first agrees; the next one has it on the desk in the morning."""
    matter.refresh_from_db()
    task = Task.objects.filter(matter=matter, kind="办理", state="待办").select_related("person").first()
    if task is not None:
        agree(matter=matter, actor=task.person, at=at, key=key, text=stage.dice.choice(AGREED))


def _go(stage: Stage, person: Person, day: date, at: datetime, key: str) -> None:
    destination, reason = stage.dice.choice(OUTINGS)
    request = OutingRequest(
        destination=destination, reason=reason, first=day, first_half=MORNING, last=day, last_half=MORNING,
        leaves_at=time(8, 50), returns_at=time(11, 30),
    )  # fmt: skip
    request_outing(request=request, actor=person, at=at, key=key)


def _overtime(person: Person, day: date, at: datetime, key: str) -> None:
    _, nature, reason, ended = OPEN_OVERTIME
    request = OvertimeRequest(
        nature=nature, reason=reason, began=at_clock(day, time(18)), ended=at_clock(day, time(ended, 45))
    )
    request_overtime(request=request, actor=person, at=at, key=key)
