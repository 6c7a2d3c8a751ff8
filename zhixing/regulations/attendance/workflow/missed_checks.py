"""What stands against a statement of a forgotten sign-in, all of it at once (02-1.1a)."""

from __future__ import annotations

from datetime import date, datetime, time

from zhixing.law.calendar import DueDay
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.organ.local_time import at_clock, local, today
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import MissedSignIn
from zhixing.regulations.attendance.workflow.day_facts import DayFacts, load
from zhixing.regulations.attendance.workflow.day_status import AWAITED, OPEN, half_status
from zhixing.regulations.attendance.workflow.day_view import HALVES, half_at
from zhixing.regulations.attendance.workflow.month_closed import closed_months
from zhixing.regulations.attendance.workflow.signin import CLAUSE, second_findings, workday_findings
from zhixing.regulations.attendance.workflow.span import MORNING, Span


def told_findings(
    person: Person,
    *,
    day: date,
    half: str,
    arrived: time,
    witness: Person,
    reason: str,
    at: datetime,
    due: DueDay,
) -> list[Finding]:
    """Everything wrong with what is stated at `at`; `due` is the last day to state it."""
    found: list[Finding] = []
    words(found, reason, fact="漏签原因", clause=CLAUSE)
    if witness.organ_id != person.organ_id or witness.pk == person.pk:
        found.append(Finding("证明人", witness.name, "本单位另一名同事", "请换一名证明人。", clause=CLAUSE))
    if half not in HALVES:
        return [*found, Finding("半天", half, "上午或者下午", "请选上午或者下午。", clause=CLAUSE)]
    facts = load(person.organ, [person], day, day)
    found += _arrival(facts, day, half, arrived, at)
    found += _term(day, due, today(at))
    found += workday_findings(facts, person, day, half) or _half_day(facts, person, day, half, at)
    found += closed_months(person.organ_id, Span(day, half, day, half), today(at), CLAUSE)
    if MissedSignIn.objects.filter(person=person, day=day, half=half, state="待确认").exists():
        mend = "要改请先撤回原来的说明。"
        found.append(Finding("漏签", f"{day}{half}已经说明，等确认", "每半天一份", mend, clause=CLAUSE))
    return found


def decided_findings(missed: MissedSignIn, day: date) -> list[Finding]:
    """What has come between the statement and its confirmation."""
    person, half = missed.person, missed.half
    facts = load(person.organ, [person], missed.day, missed.day)
    span = Span(missed.day, half, missed.day, half)
    return [
        *open_findings(missed),
        *second_findings(facts, person, missed.day, half),
        *closed_months(missed.organ_id, span, day, CLAUSE),
    ]


def open_findings(missed: MissedSignIn) -> list[Finding]:
    if missed.state == "待确认":
        return []
    return [Finding("状态", missed.state, "待确认", "已经办过，请刷新页面。", clause=CLAUSE)]


def _arrival(facts: DayFacts, day: date, half: str, arrived: time, at: datetime) -> list[Finding]:
    if at_clock(day, arrived) > at:
        shown = f"{day} {arrived:%H:%M}"
        return [Finding("到岗时间", shown, "不晚于现在", "请核对到岗时间。", clause=CLAUSE)]
    hours = facts.hours(day, half)
    if half_at(facts.hours(day, MORNING), arrived) == half and arrived <= hours.ends:
        return []
    expected = f"{half}下班（{hours.ends:%H:%M}）以前"
    return [Finding("到岗时间", f"{arrived:%H:%M}", expected, "请核对半天和到岗时间。", clause=CLAUSE)]


def _term(day: date, due: DueDay, now: date) -> list[Finding]:
    if now <= due.day:
        return []
    mend = "请向办公室说明，由办公室补登。"
    found = f"{now}才说明{day}的漏签"
    return [Finding("说明时限", found, f"不晚于{due.day}", mend, clause=CLAUSE, who="办公室")]


def _half_day(facts: DayFacts, person: Person, day: date, half: str, at: datetime) -> list[Finding]:
    """Only a half day that lacks its sign-in, and nothing else explains, has one to be made up."""
    signed = second_findings(facts, person, day, half)
    status = half_status(facts.half(person.pk, day, half), local(at))
    if signed or status.word in {OPEN, AWAITED}:
        return signed
    return [Finding("半天", f"{day}{half}{status.word}", OPEN, "这半天不用说明漏签。", clause=CLAUSE)]
