"""值班表 (02-1.5a): the office enters shifts, confirms who came, and the comp leave is credited."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Findings
from zhixing.law.values import show_days
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import DutyShift
from zhixing.regulations.attendance.workflow.balance import earn
from zhixing.regulations.attendance.workflow.comp import comp_expiry, duty_credit
from zhixing.regulations.attendance.workflow.gate import not_of_office, other_organ, unwritten
from zhixing.regulations.attendance.workflow.roster_lines import Shift, line_faults, nature_of
from zhixing.regulations.attendance.workflow.statute import finding, own_of

CLAUSE = "02-1.5a"


@once
def enter_roster(*, shifts: Sequence[Shift], actor: Person, at: datetime, key: str) -> Receipt:
    """Take a whole roster or none of it; every bad line is named."""
    day = today(at)
    faults = Findings()
    faults.extend(not_of_office(actor, day, CLAUSE))
    for number, line in enumerate(shifts, 1):
        faults.extend(line_faults(line, number, shifts[: number - 1], actor, day))
    if not shifts:
        faults.extend(unwritten({"值班人员": ""}, day, CLAUSE, "办公室"))
    faults.refuse_if_any("值班表没有录入。")
    rows = [_enter(line, actor) for line in shifts]
    payload = {"班次": [f"{row.day} {row.shift} {row.person.name} {row.nature}" for row in rows]}
    return enter(
        actor=actor, action="录入值班表", kind="值班", record=rows[0], payload=payload,
        at=at, key=key, rule=CLAUSE, touched=rows,
    )  # fmt: skip


def _enter(line: Shift, actor: Person) -> DutyShift:
    return DutyShift.objects.create(
        organ_id=actor.organ_id,
        person=line.person,
        day=line.day,
        shift=line.shift,
        nature=nature_of(line),
        note=line.note,
        entered_by=actor,
    )


@once
def confirm_duty(*, shift: DutyShift, actor: Person, at: datetime, key: str) -> Receipt:
    """The office confirms that the duty was done; the comp leave is credited in the same transaction."""
    day = today(at)
    shift = _held(shift)
    _open_shift(shift, actor, day).refuse_if_any("不能确认值班。")
    shift.credit = duty_credit(shift.shift, shift.nature, day, own_of(shift.organ_id))
    _close(shift, "已值班", actor, at)
    note = f"{shift.day}{shift.nature}{shift.shift}值班，补休{show_days(shift.credit)}天"
    touched: list[Model] = [shift]
    if shift.credit:
        move = earn(
            person=shift.person, account="补休", halves=shift.credit, day=shift.day,
            expires=comp_expiry(shift.day, own_of(shift.organ_id)), why="值班补休", note=note, clause=CLAUSE, actor=actor, at=at,
            key=f"duty:{shift.pk}", duty=shift,
        )  # fmt: skip
        touched.append(move)
    payload = {"姓名": shift.person.name, "说明": note, "补休天数": show_days(shift.credit)}
    return enter(
        actor=actor,
        action="确认值班",
        kind="值班",
        record=shift,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
        touched=touched,
    )


@once
def mark_missed(*, shift: DutyShift, why: str, actor: Person, at: datetime, key: str) -> Receipt:
    """The person did not come: nothing is credited, and the reason stands in the roster."""
    day = today(at)
    shift = _held(shift)
    faults = _open_shift(shift, actor, day)
    faults.extend(unwritten({"理由": why}, day, CLAUSE, "办公室"))
    faults.refuse_if_any("不能登记未到岗。")
    shift.note = why
    _close(shift, "未到岗", actor, at)
    return enter(
        actor=actor,
        action="登记未到岗",
        kind="值班",
        record=shift,
        payload={"理由": why},
        at=at,
        key=key,
        rule=CLAUSE,
    )


@once
def call_off(*, shift: DutyShift, why: str, actor: Person, at: datetime, key: str) -> Receipt:
    """Take a shift off the roster before it was worked; the row stays."""
    day = today(at)
    shift = _held(shift)
    faults = Findings()
    faults.extend(not_of_office(actor, day, CLAUSE))
    faults.extend(other_organ(actor, shift.organ_id, day, CLAUSE))
    faults.extend(unwritten({"理由": why}, day, CLAUSE, "办公室"))
    faults.extend(_not_waiting(shift, day))
    faults.refuse_if_any("不能取消排班。")
    shift.note = why
    _close(shift, "已取消", actor, at)
    return enter(
        actor=actor,
        action="取消排班",
        kind="值班",
        record=shift,
        payload={"理由": why},
        at=at,
        key=key,
        rule=CLAUSE,
    )


def _held(shift: DutyShift) -> DutyShift:
    """The shift as it stands, held until the transaction ends: it is confirmed, missed or called off once."""
    return DutyShift.objects.select_for_update().select_related("person__organ").get(pk=shift.pk)


def _open_shift(shift: DutyShift, actor: Person, day: date) -> Findings:
    faults = Findings()
    faults.extend(not_of_office(actor, day, CLAUSE))
    faults.extend(other_organ(actor, shift.organ_id, day, CLAUSE))
    faults.extend(_not_waiting(shift, day))
    if shift.day > day:
        faults.add(
            finding(
                day=day, clause=CLAUSE, fact="值班日期", found=f"{shift.day}还没有到", expected="值班以后再确认",
                mend="请在值班以后办理。", who="办公室",
            )
        )  # fmt: skip
    return faults


def _not_waiting(shift: DutyShift, day: date) -> list[Finding]:
    if shift.status == "已排班":
        return []
    return [
        finding(
            day=day, clause=CLAUSE, fact="状态", found=shift.status, expected="已排班",
            mend="这一班已经办过，不能再办。", who="办公室",
        )
    ]  # fmt: skip


def _close(shift: DutyShift, status: str, actor: Person, at: datetime) -> None:
    shift.status, shift.confirmed_by, shift.confirmed_at = status, actor, at
    shift.save()
