"""Overtime (02-1.5b): what stands against a claim, and what the confirmed hours earn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from zhixing.law.refusal import Finding
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Person
from zhixing.organ.parameters import OwnValues
from zhixing.regulations.attendance.models import DutyShift, Overtime
from zhixing.regulations.attendance.workflow.comp import duty_credit
from zhixing.regulations.attendance.workflow.gate import unwritten
from zhixing.regulations.attendance.workflow.overtime_claims import claims_between
from zhixing.regulations.attendance.workflow.overtime_request import OvertimeRequest
from zhixing.regulations.attendance.workflow.roster_lines import hours_worked
from zhixing.regulations.attendance.workflow.statute import finding, own_of, ruling, value
from zhixing.regulations.attendance.workflow.working_hours import inside_working_hours

CLAUSE = "02-1.5b"
SERVED = ("已排班", "已值班")
MINUTE = timedelta(minutes=1)


def faults_of(
    person: Person, request: OvertimeRequest, at: datetime, *, own: Overtime | None = None
) -> Iterator[Finding]:
    """Everything wrong with the claim."""
    day = today(at)
    texts = {
        "加班事由": request.reason,
        "性质": request.nature,
        "开始时间": str(request.began or ""),
        "结束时间": str(request.ended or ""),
    }
    yield from unwritten(texts, day, CLAUSE)
    if request.began is None or request.ended is None:
        return
    if request.ended <= request.began:
        yield _fault(at, "起止时间", _shown(request.began, request.ended), "结束晚于开始", "请改正起止时间。")
        return
    yield from claimed_before(person, request.began, request.ended, at, own=own)
    if inside_working_hours(person.organ, request.began, request.ended):
        found = f"{_shown(request.began, request.ended)}含上班时间"
        yield _fault(at, "起止时间", found, "上班时间以外", "请只填上班时间以外的部分。")


def claimed_before(
    person: Person, began: datetime, ended: datetime, at: datetime, *, own: Overtime | None
) -> Iterator[Finding]:
    """The same hours earn once, as overtime or as duty."""
    for other in claims_between(person, began, ended, own=own):
        since, until = other.actual_began or other.began, other.actual_ended or other.ended
        assert since is not None
        assert until is not None
        found = f"与{other.matter.number}（{_shown(since, until)}）重叠"
        yield _fault(at, "起止时间", found, "同一段时间只报一次", "请改时间，或者撤回另一张单子。")
    days = (today(began) - timedelta(days=1), today(ended - MINUTE))
    shifts = DutyShift.objects.filter(
        organ_id=person.organ_id, person=person, status__in=SERVED, day__range=days
    )
    for shift in shifts:
        since, until = hours_worked(person.organ, shift.day, shift.shift)
        if since < ended and until > began:
            found = f"{shift.day}{shift.shift}已排值班（{_shown(since, until)}）"
            yield _fault(at, "起止时间", found, "同一段时间只计一次补休", "值班已计补休，不再报加班。")


def _shown(began: datetime, ended: datetime) -> str:
    return f"{local(began):%Y-%m-%d %H:%M}至{local(ended):%Y-%m-%d %H:%M}"


def _fault(at: datetime, fact: str, found: str, expected: str, mend: str) -> Finding:
    return finding(day=today(at), clause=CLAUSE, fact=fact, found=found, expected=expected, mend=mend)


def is_overnight(began: datetime, ended: datetime, own: OwnValues) -> bool:
    """Worked through midnight and on until the hours of a whole night had passed (G-13)."""
    end = local(ended)
    midnight = end.replace(hour=0, minute=0, second=0, microsecond=0)
    night = timedelta(minutes=value("通宵最短", end.date(), own))
    return local(began) <= midnight and end - midnight >= night


def minutes_between(began: datetime, ended: datetime) -> int:
    return (ended - began) // MINUTE


def earned(overtime: Overtime) -> int:
    """Half-days the confirmed hours earn; a chief's choice of 按值班 counts one day shift (G-13)."""
    assert overtime.actual_began is not None
    day, own = today(overtime.actual_began), own_of(overtime.organ_id)
    if overtime.counted_as_duty:
        return duty_credit("日班", "突发", day, own)
    outcome = ruling(
        "加班补休",
        day,
        own,
        性质=overtime.nature,
        小时=overtime.minutes,
        通宵=overtime.overnight,
        局长批准=True,
    ).outcome["补休天数"]
    assert isinstance(outcome, int)
    return outcome
