"""Who approves: the ruling 请假审批 with the summed days, or the chain of 病假证明 in its place."""

from __future__ import annotations

from zhixing.law.ruling import Ruling
from zhixing.regulations.attendance.rules.route import route
from zhixing.regulations.attendance.workflow.leave_case import Case
from zhixing.regulations.attendance.workflow.statute import asked

QUESTION = "请假审批"


def approval_facts(case: Case, total: int) -> dict[str, object]:
    """The facts of the question; empty while rank, kind or days are missing."""
    if case.service is None or not case.request.kind or total <= 0:
        return {}
    return {
        "职级": case.service.rank,
        "区管干部": case.service.district_managed,
        "假别": case.request.kind,
        "天数": total,
    }


def approval(facts: dict[str, object], case: Case) -> Ruling | None:
    return asked(QUESTION, facts, case.day, case.own) if facts else None


def planned(ruling: Ruling, certificate: Ruling | None) -> dict[str, Ruling]:
    """What fills 〔请假审批〕: 15 days of illness lead to the chief, but never away from the district."""
    return {QUESTION: route(ruling, certificate)}
