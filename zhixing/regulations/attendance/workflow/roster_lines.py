"""One line of the 值班表 as typed: what it counts as, when it is worked, and what stands against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from zhixing.law.calendar import DayKind
from zhixing.law.refusal import Finding
from zhixing.organ.days import calendar_of
from zhixing.organ.local_time import at_clock
from zhixing.organ.models import Organ, Person
from zhixing.organ.who import service_on
from zhixing.regulations.attendance.models import DutyShift
from zhixing.regulations.attendance.workflow.gate import other_organ
from zhixing.regulations.attendance.workflow.overlap import lying_on
from zhixing.regulations.attendance.workflow.overtime_claims import claims_between
from zhixing.regulations.attendance.workflow.span import AFTERNOON, MORNING, Span
from zhixing.regulations.attendance.workflow.statute import finding
from zhixing.regulations.attendance.workflow.working_hours import hours_on

CLAUSE = "02-1.5a"
BY_DAY, BY_NIGHT = "日班", "夜班"


@dataclass(frozen=True, slots=True)
class Shift:
    """One line of the roster; `sudden` marks a call-out outside working hours."""

    person: Person
    day: date
    shift: str
    sudden: bool = False
    note: str = ""


def nature_of(line: Shift) -> str:
    """法定节假日, 周末, 突发 or 平日, by the organ's calendar; a swapped rest day is a 周末 (G-65)."""
    return "突发" if line.sudden else nature_on(line.person.organ, line.day)


def nature_on(organ: Organ, day: date) -> str:
    kind = calendar_of(organ).kind(day)
    return {DayKind.HOLIDAY: "法定节假日", DayKind.REST: "周末"}.get(kind, "平日")


def hours_worked(organ: Organ, day: date, shift: str) -> tuple[datetime, datetime]:
    """A day shift fills the day's hours; a night shift runs from their end to the next morning's begin."""
    ends = at_clock(day, hours_on(organ, day, AFTERNOON).ends)
    if shift != BY_NIGHT:
        return at_clock(day, hours_on(organ, day, MORNING).begins), ends
    morning = day + timedelta(days=1)
    return ends, at_clock(morning, hours_on(organ, morning, MORNING).begins)


def line_faults(
    line: Shift, number: int, earlier: Sequence[Shift], actor: Person, day: date
) -> Iterator[Finding]:
    """Everything wrong with the line; `earlier` are the lines above it."""
    foreign = other_organ(actor, line.person.organ_id, day, CLAUSE)
    yield from foreign
    if foreign:
        return
    yield from _twice(line, number, earlier, day)
    if line.shift not in {BY_DAY, BY_NIGHT}:
        found = line.shift or "没有填写"
        yield _fault(day, f"第{number}行班次", found, "日班或者夜班", "请改正班次。")
        return
    if service_on(line.person, line.day) is None:
        found = f"{line.person.name}{line.day}不在册"
        yield _fault(day, f"第{number}行", found, "当天在册的人员", "请另排一位在册的同事。")
    yield from _away(line, number, day)
    yield from _claimed(line, number, day)


def _twice(line: Shift, number: int, earlier: Sequence[Shift], day: date) -> Iterator[Finding]:
    same = (line.person.pk, line.day, line.shift)
    held = DutyShift.objects.filter(
        organ_id=line.person.organ_id, person=line.person, day=line.day, shift=line.shift
    ).exclude(status="已取消")
    if same in {(other.person.pk, other.day, other.shift) for other in earlier} or held.exists():
        found = f"{line.person.name}{line.day}{line.shift}已经排过"
        yield _fault(day, f"第{number}行", found, "同一人同一班次只排一次", "请删去重复的这一行。")


def _away(line: Shift, number: int, day: date) -> Iterator[Finding]:
    half = AFTERNOON if line.shift == BY_NIGHT else MORNING
    for what, span in lying_on(line.person, Span(line.day, half, line.day, AFTERNOON)):
        found = f"{line.person.name}：{what}（{span.shown()}）"
        yield _fault(day, f"第{number}行", found, "当天没有请假、外出", "请另排一位在岗的同事。")


def _claimed(line: Shift, number: int, day: date) -> Iterator[Finding]:
    began, ended = hours_worked(line.person.organ, line.day, line.shift)
    for claim in claims_between(line.person, began, ended):
        found = f"{line.person.name}这段时间已经报了加班（{claim.matter.number}）"
        mend = "已经报加班的不再排值班，或者先撤回加班单。"
        yield _fault(day, f"第{number}行", found, "同一段时间只计一次补休", mend)


def _fault(day: date, fact: str, found: str, expected: str, mend: str) -> Finding:
    return finding(day=day, clause=CLAUSE, fact=fact, found=found, expected=expected, mend=mend, who="办公室")
