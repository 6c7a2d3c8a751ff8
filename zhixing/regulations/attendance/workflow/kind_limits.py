"""婚丧、探亲、生育等假 (02-1.6b): how many days a kind has, and what proves it; numbers stand in the edition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.law.values import show_days
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.rules.adjoining import Asked, adjoining_total
from zhixing.regulations.attendance.workflow.leave_case import Case, counted, halves_of, span_of
from zhixing.regulations.attendance.workflow.statute import finding, ruling

CLAUSE = "02-1.6b"
EACH_TIME, EACH_YEAR = "每次", "每年"


def within_limits(case: Case) -> Iterator[Finding]:
    """No more than the kind allows at one time or in a calendar year; kinds without a limit pass."""
    if case.span is None or not case.slots:
        return
    limit = ruling("假期上限", case.day, case.own, 假别=case.request.kind).outcome
    most, term = limit["上限天数"], limit["上限周期"]
    if not isinstance(most, int):
        return
    asked = {EACH_TIME: _this_time, EACH_YEAR: _in_the_fullest_year}.get(str(term))
    halves = asked(case) if asked else 0
    if halves > most:
        yield _fault(
            case, "天数", f"{case.request.kind}合计{show_days(halves)}天", f"{term}不超过{show_days(most)}天",
            f"请减少{show_days(halves - most)}天，或者改请别的假。",
        )  # fmt: skip


def _this_time(case: Case) -> int:
    """The request and what adjoins it of the same kind are one time."""
    assert case.span is not None
    kind = case.request.kind
    same = [Asked(kind, span_of(leave), halves_of(leave)) for leave in case.held if leave.kind == kind]
    return adjoining_total(
        case.calendar, Asked(kind, case.span, case.halves), same, lambda alike: alike
    ).total


def _in_the_fullest_year(case: Case) -> int:
    years = {day.year for day in case.days}
    return max(_in(case, year) for year in years)


def _in(case: Case, year: int) -> int:
    days = [
        *case.days,
        *(day for leave in case.held if leave.kind == case.request.kind for day in _days(case, leave)),
    ]
    return sum(day.year == year for day in days)


def _days(case: Case, leave: Leave) -> list[date]:
    span = span_of(leave)
    slots = counted(span, leave.kind, case.calendar, case.day, case.own, sex=case.person.sex)
    return [day for day, _ in slots][: halves_of(leave)]


def proof_is_there(case: Case) -> Iterator[Finding]:
    """What the kind asks for is handed in with the request; after an emergency it follows with the papers."""
    proof = proof_for(case)
    if proof and case.request.proof is None and not case.request.emergency:
        mend = f"请上传{proof}；来不及的，先请示，事后补办时一并提交。"
        yield _fault(case, "证明材料", "没有上传", proof, mend)


def proof_for(case: Case) -> str:
    """The name of the proof; empty where the kind needs none."""
    if not case.request.kind:
        return ""
    named = ruling("假期证明", case.day, case.own, 假别=case.request.kind).outcome["证明材料"]
    return named if isinstance(named, str) and named != "—" else ""


def _fault(case: Case, fact: str, found: str, expected: str, mend: str) -> Finding:
    return finding(day=case.day, clause=CLAUSE, fact=fact, found=found, expected=expected, mend=mend)
