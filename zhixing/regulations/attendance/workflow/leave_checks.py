"""What is wrong with a request: one small check per rule, every one of them asked every time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.organ.local_time import today
from zhixing.regulations.attendance.workflow.adjoining import adjoins
from zhixing.regulations.attendance.workflow.blackout import closed_to
from zhixing.regulations.attendance.workflow.gate import unwritten
from zhixing.regulations.attendance.workflow.kind_limits import proof_is_there, within_limits
from zhixing.regulations.attendance.workflow.leave_case import Case, span_of
from zhixing.regulations.attendance.workflow.month_closed import closed_months
from zhixing.regulations.attendance.workflow.overlap import lying_on
from zhixing.regulations.attendance.workflow.span import Span
from zhixing.regulations.attendance.workflow.started import has_begun
from zhixing.regulations.attendance.workflow.statute import finding

Check = Callable[[Case], Iterator[Finding]]
ASKING, EMERGENCY, IMPORTANT, ANNUAL = "02-1.2a", "02-1.2c", "02-1.6a", "02-1.4"


def filled_in(case: Case) -> Iterator[Finding]:
    request = case.request
    texts = {
        "假别": request.kind,
        "起始日期": str(request.first or ""),
        "终止日期": str(request.last or ""),
        "事由": request.reason,
        "工作代理人": request.stand_in.name if request.stand_in else "",
    }
    yield from unwritten(texts, case.day, ASKING)


def right_way_round(case: Case) -> Iterator[Finding]:
    request = case.request
    if request.first and request.last and request.span is None:
        span = Span(request.first, request.first_half, request.last, request.last_half)
        yield _asking(case, "起止", span.shown(), "终止不早于起始", "请改正起止日期。")


def not_over_a_year(case: Case) -> Iterator[Finding]:
    span = case.span
    if span and span.last >= _a_year_after(span.first):
        mend = "一年以上的请分开申请，或者核对日期。"
        yield _asking(case, "起止", f"{span.calendar_days()}个自然日", "一次不超过一年", mend)


def _a_year_after(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def has_a_working_day(case: Case) -> Iterator[Finding]:
    if case.span and case.request.kind and not case.slots:
        yield _asking(
            case, "天数", f"{case.span.shown()}没有工作日", "至少半个工作日", "休息日不用请假，请核对日期。"
        )


def asked_beforehand(case: Case) -> Iterator[Finding]:
    """A start in the past needs the claim of 02-1.2c."""
    if case.span and not case.request.emergency and has_begun(case.span, case.person.organ, case.at):
        mend = "确有特殊情况、事先请示过的，请选“事后补办”，写明向谁、何时、怎样请示。"
        yield _asking(case, "起始日期", f"{case.span.first}{case.span.first_half}已经开始", "事前申请", mend)


def consent_is_noted(case: Case) -> Iterator[Finding]:
    """事后补办: whom, when, how; asked before the absence, not by or of oneself."""
    request = case.request
    if not request.emergency:
        return
    texts = {
        "请示对象": request.asked_whom.name if request.asked_whom else "",
        "请示时间": str(request.asked_at or ""),
        "请示方式": request.asked_how,
    }
    yield from unwritten(texts, case.day, EMERGENCY)
    if request.asked_whom and request.asked_whom.pk == case.person.pk:
        yield _emergency(case, "请示对象", "本人", "有权同意的领导", "请填写当时向哪位领导请示。")
    if request.asked_at and request.asked_at > case.at:
        yield _emergency(case, "请示时间", "晚于现在", "已经请示过", "请改正请示时间。")
    elif request.asked_at and request.first and today(request.asked_at) > request.first:
        mend = "请改正请示时间；没有事先请示的，请交办公室核实。"
        yield _emergency(case, "请示时间", f"{today(request.asked_at)}，在离岗以后", "离岗以前请示", mend)


def month_is_open(case: Case) -> Iterator[Finding]:
    if case.span is not None:
        yield from closed_months(case.person.organ_id, case.span, case.day, ASKING)


def nothing_lies_there(case: Case) -> Iterator[Finding]:
    if case.span is None:
        return
    for what, span in lying_on(case.person, case.span, without_leave=case.leave):
        mend = "请改日期，或者先撤回、撤销那一张单子。"
        yield _asking(case, "起止", f"与{what}（{span.shown()}）重叠", "与别的请假、外出不重叠", mend)


def not_closed(case: Case) -> Iterator[Finding]:
    if case.span is None:
        return
    for period in closed_to(case.person, case.request.kind, case.span, case.day):
        yield finding(
            day=case.day, clause=IMPORTANT, fact="封控期", found=f"{period.name}（{period.first}至{period.last}）",
            expected=f"原则上不安排{case.request.kind}", mend="请改日期；确有必要的，请局长写明理由放行。", who="局长",
        )  # fmt: skip


def in_service(case: Case) -> Iterator[Finding]:
    if case.service is None:
        yield _asking(case, "在册情况", "今天不在册", "在册人员", "请办公室核对任职记录。", "办公室")
    elif case.span and case.service.until and case.span.last > case.service.until:
        found = f"任职到{case.service.until}为止"
        yield _asking(
            case, "终止日期", found, "不晚于最后在册日", "请改终止日期，或者请办公室核对任职记录。", "办公室"
        )


def years_are_known(case: Case) -> Iterator[Finding]:
    if case.request.kind == "年休假" and case.person.started_work is None:
        yield finding(
            day=case.day, clause=ANNUAL, fact="参加工作时间", found="没有登记", expected="登记以后才能算应休天数",
            mend="请办公室补登参加工作时间。", who="办公室",
        )  # fmt: skip


def stand_in_is_another(case: Case) -> Iterator[Finding]:
    other = case.request.stand_in
    if other is None:
        return
    if other.pk == case.person.pk:
        yield _asking(case, "工作代理人", "本人", "本单位另一位同事", "请另选一位同事代理工作。")
    if other.organ_id != case.person.organ_id:
        yield _asking(case, "工作代理人", "不是本单位人员", "本单位另一位同事", "请另选一位同事代理工作。")


def extension_joins(case: Case) -> Iterator[Finding]:
    """续假 follows an approved leave of the same person without a working half-day between."""
    earlier = case.request.extends
    if earlier is None:
        return
    if earlier.person_id != case.person.pk or earlier.status not in {"已批", "已销假"}:
        yield _asking(
            case, "续假", f"原假单{earlier.status}", "本人已经批准的假", "请选择本人已经批准的那一次请假。"
        )
    elif case.span and not adjoins(span_of(earlier), case.span, case.calendar):
        yield _asking(case, "续假", "与原假不相连", "紧接原假", "请改起始日期，或者另行请假。")


def _asking(case: Case, fact: str, found: str, expected: str, mend: str, who: str = "本人") -> Finding:
    return finding(day=case.day, clause=ASKING, fact=fact, found=found, expected=expected, mend=mend, who=who)


def _emergency(case: Case, fact: str, found: str, expected: str, mend: str) -> Finding:
    return finding(day=case.day, clause=EMERGENCY, fact=fact, found=found, expected=expected, mend=mend)


CHECKS: tuple[Check, ...] = (
    filled_in,
    right_way_round,
    not_over_a_year,
    has_a_working_day,
    in_service,
    asked_beforehand,
    consent_is_noted,
    month_is_open,
    nothing_lies_there,
    not_closed,
    years_are_known,
    within_limits,
    proof_is_there,
    stand_in_is_another,
    extension_joins,
)
