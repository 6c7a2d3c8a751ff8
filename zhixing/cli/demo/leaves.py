"""Half a year of leave, outings and overtime, each asked for, decided, filed and closed."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from functools import partial

from zhixing.cli.demo.leave_data import KEPT_FREE, LEAVES, OUTINGS, OVERTIMES
from zhixing.cli.demo.stage import Stage
from zhixing.cli.demo.todos import work_on
from zhixing.law.refusal import Refusal
from zhixing.organ.local_time import at_clock
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import Leave, Outing, Overtime
from zhixing.regulations.attendance.workflow.leave import request_leave
from zhixing.regulations.attendance.workflow.leave_back import report_back
from zhixing.regulations.attendance.workflow.leave_request import LeaveRequest
from zhixing.regulations.attendance.workflow.outing import come_back, request_outing
from zhixing.regulations.attendance.workflow.outing_checks import OutingRequest
from zhixing.regulations.attendance.workflow.overtime import request_overtime
from zhixing.regulations.attendance.workflow.overtime_request import OvertimeRequest
from zhixing.regulations.attendance.workflow.span import AFTERNOON, MORNING

LEAVES_EACH = 3
OUTINGS_IN_ALL = 70
OVERTIMES_IN_ALL = 8
FORGETFUL = 5  # days: of these leaves nobody has reported back yet
AHEAD = 12  # working days after the story's end for which leave is asked already


def leaves(stage: Stage) -> None:
    days = stage.working_days()
    days += [stage.next_working(stage.last, n) for n in range(1, AHEAD)]
    for person in stage.cast.staff:
        last = max(5, len(days) - (2 * AHEAD if person.number in KEPT_FREE else 1))
        for _ in range(stage.share(stage.dice.randrange(1, 2 * LEAVES_EACH))):
            starts = stage.dice.randrange(4, last)
            asked = stage.office_hour(days[starts - stage.dice.randrange(1, 4)])
            request = _request(stage, person, days[starts:])
            stage.agenda.add(asked, partial(_ask, stage, person, request))


def _request(stage: Stage, person: Person, days: list[date]) -> LeaveRequest:
    weights = [weight for _, weight, _, _ in LEAVES]
    kind, _, lengths, reasons = stage.dice.choices(LEAVES, weights)[0]
    halves = stage.dice.choice(lengths)
    last = days[min((halves - 1) // 2, len(days) - 1)]
    others = [one for one in stage.cast.staff if one != person]
    whole = halves % 2 == 0
    return LeaveRequest(
        kind=kind, first=days[0], first_half=MORNING, last=last, last_half=AFTERNOON if whole else MORNING,
        reason=stage.dice.choice(reasons), place="温州", phone=person.phone or "办公电话转接",
        stand_in=stage.dice.choice(others), consent=stage.chance(500) if kind == "病假" else None,
    )  # fmt: skip


def _ask(stage: Stage, person: Person, request: LeaveRequest, at: datetime, key: str) -> None:
    with suppress(Refusal):  # no balance left, days already taken, a blackout: the person gives it up
        leave = request_leave(request=request, actor=person, at=at, key=key)
        work_on(stage, leave.matter, at, partial(_back, stage, leave))


def _back(stage: Stage, leave: Leave, at: datetime, key: str) -> None:
    """销假 on the morning after the last day."""
    if leave.last is None:
        return
    returned = at_clock(stage.next_working(leave.last), time(8, 50)) + timedelta(
        minutes=stage.dice.randrange(300)
    )
    if (stage.last - leave.last).days < FORGETFUL:
        return
    if returned > at:
        stage.agenda.add(returned, partial(_report, leave))
    else:
        _report(leave, at, key)


def _report(leave: Leave, at: datetime, key: str) -> None:
    leave.refresh_from_db()
    if leave.status == "已批":
        report_back(leave=leave, actor=leave.person, at=at, key=key)


def outings(stage: Stage) -> None:
    days = stage.working_days()
    for _ in range(stage.share(OUTINGS_IN_ALL)):
        place = stage.dice.randrange(2, len(days))
        person, asked = stage.dice.choice(stage.cast.staff), stage.office_hour(days[place - 2])
        stage.agenda.add(asked, partial(_go, stage, person, days[place]))


def _go(stage: Stage, person: Person, day: date, at: datetime, key: str) -> None:
    destination, reason = stage.dice.choice(OUTINGS)
    half = stage.dice.choice((MORNING, AFTERNOON))
    leaves_at, returns_at = (time(8, 50), time(11, 30)) if half == MORNING else (time(14, 40), time(16, 50))
    request = OutingRequest(
        destination=destination, reason=reason, first=day, first_half=half, last=day, last_half=half,
        leaves_at=leaves_at, returns_at=returns_at, by_car=stage.chance(300),
    )  # fmt: skip
    with suppress(Refusal):  # away on leave that day
        outing = request_outing(request=request, actor=person, at=at, key=key)
        work_on(stage, outing.matter, at)
        stage.agenda.add(at_clock(day, time(17, 5)), partial(_return, outing))


def _return(outing: Outing, at: datetime, key: str) -> None:
    outing.refresh_from_db()
    if outing.status == "已批":
        come_back(outing=outing, actor=outing.person, at=at, key=key)


def overtimes(stage: Stage) -> None:
    days = stage.working_days()
    for _ in range(stage.share(OVERTIMES_IN_ALL)):
        day, person = stage.dice.choice(days[2:-2]), stage.dice.choice(stage.cast.staff)
        asked = stage.office_hour(stage.next_working(day))
        stage.agenda.add(asked, partial(_overtime, stage, person, day))


def _overtime(stage: Stage, person: Person, day: date, at: datetime, key: str) -> None:
    nature, reason = stage.dice.choice(OVERTIMES)
    ended = time(20 + stage.dice.randrange(3), 30)
    request = OvertimeRequest(
        nature=nature, reason=reason, began=at_clock(day, time(18)), ended=at_clock(day, ended)
    )
    with suppress(Refusal):
        overtime: Overtime = request_overtime(request=request, actor=person, at=at, key=key)
        work_on(stage, overtime.matter, at)
