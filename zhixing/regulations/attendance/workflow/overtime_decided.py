"""What a decision on overtime does: the chief approves, the office confirms the hours, comp leave is credited."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Model

from zhixing.law.refusal import Finding, Refusal
from zhixing.law.values import show_days, show_duration
from zhixing.office.matters.models import Matter
from zhixing.organ.entries import enter
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import Overtime
from zhixing.regulations.attendance.workflow.balance import earn, lock
from zhixing.regulations.attendance.workflow.comp import comp_expiry
from zhixing.regulations.attendance.workflow.gate import not_self
from zhixing.regulations.attendance.workflow.overtime_checks import (
    earned,
    faults_of,
    is_overnight,
    minutes_between,
)
from zhixing.regulations.attendance.workflow.overtime_request import typed_in
from zhixing.regulations.attendance.workflow.statute import finding, own_of

CLAUSE = "02-1.5b"


def submitted(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    """Judged again on the server, by whatever way it came."""
    overtime = _locked(matter)
    lock(overtime.person, "补休")
    faults = [
        *not_self(actor, overtime.person, today(at), CLAUSE),
        *faults_of(overtime.person, typed_in(overtime), at, own=overtime),
    ]
    if faults:
        raise Refusal("不能提交加班申请。", faults)
    _become(overtime, "待批", "加班待批", actor=actor, at=at, key=key)


def reopened(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    """取回 before the office confirmed; credited hours stay credited."""
    overtime = _locked(matter)
    if overtime.status == "已批":
        _become(overtime, "待批", "加班取回", actor=actor, at=at, key=key)


def approved(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    overtime = _locked(matter)
    if overtime.status == "待批":
        _become(overtime, "已批", "加班获准", actor=actor, at=at, key=key)


def refused(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    _become(_locked(matter), "未批", "加班未获准", actor=actor, at=at, key=key)


def withdrawn(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    status = "已作废" if matter.state == "已作废" else "草稿"
    _become(_locked(matter), status, f"加班{matter.state}", actor=actor, at=at, key=key)


def filed(matter: Matter, *, actor: Person, at: datetime, key: str) -> None:
    """The office has confirmed the hours; without other hours entered, those asked for are confirmed."""
    overtime = _locked(matter)
    if overtime.status == "已确认":
        return
    overtime.actual_began = overtime.actual_began or overtime.began
    overtime.actual_ended = overtime.actual_ended or overtime.ended
    assert overtime.actual_began is not None
    assert overtime.actual_ended is not None
    if overtime.actual_ended > at:
        raise Refusal("不能确认加班时长。", [_not_over(overtime, at)])
    overtime.minutes = minutes_between(overtime.actual_began, overtime.actual_ended)
    overtime.overnight = is_overnight(overtime.actual_began, overtime.actual_ended, own_of(overtime.organ_id))
    overtime.credit = earned(overtime)
    overtime.confirmed_by, overtime.confirmed_at = actor, at
    credited = _credit(overtime, actor=actor, at=at)
    _become(overtime, "已确认", "确认加班时长", actor=actor, at=at, key=key, touched=credited)


def _not_over(overtime: Overtime, at: datetime) -> Finding:
    assert overtime.actual_ended is not None
    return finding(
        day=today(at), clause=CLAUSE, fact="实际起止", found=f"{local(overtime.actual_ended):%Y-%m-%d %H:%M}还没有到",
        expected="加班已经结束", mend="请在加班结束以后核实时长。", who="办公室",
    )  # fmt: skip


def _credit(overtime: Overtime, *, actor: Person, at: datetime) -> list[Model]:
    if not overtime.credit:
        return []
    assert overtime.actual_began is not None
    assert overtime.minutes is not None
    day = today(overtime.actual_began)
    how = "按值班" if overtime.counted_as_duty else f"{overtime.nature}加班{show_duration(overtime.minutes)}"
    return [
        earn(
            person=overtime.person,
            account="补休",
            halves=overtime.credit,
            day=day,
            expires=comp_expiry(day, own_of(overtime.organ_id)),
            why="加班补休",
            note=f"{overtime.matter.number}，{day}{how}，补休{show_days(overtime.credit)}天",
            clause=CLAUSE,
            actor=actor,
            at=at,
            key=f"overtime:{overtime.pk}",
            overtime=overtime,
        )
    ]


def _locked(matter: Matter) -> Overtime:
    return Overtime.objects.select_for_update().select_related("person", "matter").get(matter=matter)


def _become(
    overtime: Overtime,
    status: str,
    action: str,
    *,
    actor: Person,
    at: datetime,
    key: str,
    touched: list[Model] | None = None,
) -> None:
    overtime.status = status
    overtime.save()
    payload = {
        "编号": overtime.matter.number,
        "状态": status,
        "补休天数": show_days(overtime.credit or 0),
    }
    enter(
        actor=actor,
        action=action,
        kind="加班",
        record=overtime,
        payload=payload,
        at=at,
        key=f"{key}:overtime:{status}",
        rule=CLAUSE,
        touched=[overtime, *(touched or [])],
    )
