"""What the person should know and may still submit: 提示, not obstacles."""

from __future__ import annotations

from collections.abc import Iterator

from zhixing.law.refusal import Finding
from zhixing.law.values import show_days
from zhixing.regulations.attendance.models import DutyShift, Leave, SignIn
from zhixing.regulations.attendance.models.choices import HOLDING
from zhixing.regulations.attendance.workflow.adjoining import Adjoined
from zhixing.regulations.attendance.workflow.leave_case import Case
from zhixing.regulations.attendance.workflow.statute import finding

CLAUSE = "02-1.2a"


def notes_on(case: Case, summed: Adjoined) -> Iterator[Finding]:
    if case.estimated:
        yield _note(case, "天数", "暂估", "放假通知公布以后重算", "不影响提交，通知公布后会重算并告诉您。")
    if summed.leaves:
        days = f"与前后{len(summed.leaves)}次请假连续，合计{show_days(summed.total)}天"
        yield _note(case, "连续请假", days, "按合计天数确定审批人", "审批人按合计天数确定，不用另办。")
    yield from _on_duty(case)
    yield from _signed_in(case)
    yield from _stand_in_away(case)


def _on_duty(case: Case) -> Iterator[Finding]:
    if case.span is None:
        return
    shifts = DutyShift.objects.filter(
        organ_id=case.person.organ_id,
        person=case.person,
        status="已排班",
        day__range=(case.span.first, case.span.last),
    )
    for shift in shifts:
        yield _note(
            case,
            "值班",
            f"{shift.day}{shift.shift}排了您值班",
            "请假前调好值班",
            "请与办公室商量调班。",
            "办公室",
        )


def _signed_in(case: Case) -> Iterator[Finding]:
    if case.span is None:
        return
    signed = SignIn.objects.filter(
        organ_id=case.person.organ_id,
        person=case.person,
        voided_at=None,
        day__range=(case.span.first, case.span.last),
    ).values_list("day", "half")
    for day, half in sorted(set(case.slots) & set(signed)):
        yield _note(
            case, "签到", f"{day}{half}已经签到", "请假的半天一般没有签到", "签到记录保留，请核对起止。"
        )


def _stand_in_away(case: Case) -> Iterator[Finding]:
    other = case.request.stand_in
    if other is None or case.span is None:
        return
    away = Leave.objects.filter(
        organ_id=case.person.organ_id, person=other, status__in=HOLDING,
        first__lte=case.span.last, last__gte=case.span.first,
    )  # fmt: skip
    if away.exists():
        yield _note(
            case, "工作代理人", f"{other.name}这几天也有请假或者申请", "在岗的同事", "最好另选一位同事。"
        )


def _note(case: Case, fact: str, found: str, expected: str, mend: str, who: str = "本人") -> Finding:
    return finding(day=case.day, clause=CLAUSE, fact=fact, found=found, expected=expected, mend=mend, who=who)
