"""推荐有效: from when a case's recommendation counts, until when it may be used (04-2b, B4-01, B4-02)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.regulations.appointments.models import Case, Recommendation
from zhixing.regulations.appointments.workflow.statute import cite, own_of, ruling

CLAUSE = "04-2b"
MEETING, TALKS = "会议推荐", "谈话推荐"


@dataclass(frozen=True, slots=True)
class Validity:
    """`since` is the earlier of the two days; `last` is still good."""

    since: date
    last: date

    def covers(self, day: date) -> bool:
        return day <= self.last


def standing(case: Case) -> dict[str, Recommendation]:
    """By kind, what was not superseded."""
    rows = case.recommendations.filter(superseded_at=None).prefetch_related("ballots", "counts__person")
    return {one.kind: one for one in rows}


def validity(case: Case) -> Validity | None:
    """None while one of the two is still to be held."""
    now = standing(case)
    if MEETING not in now or TALKS not in now:
        return None
    meeting, talks, own = now[MEETING].held_on, now[TALKS].held_on, own_of(case.organ_id)
    asked = ruling("推荐起算日期", max(meeting, talks), own, 会议推荐日期=meeting, 谈话推荐日期=talks)
    since = asked.outcome["起算日期"]
    assert isinstance(since, date)
    last = ruling("推荐有效", since, own, 推荐日期=since, 使用日期=since).outcome["最后一日"]
    assert isinstance(last, date)
    return Validity(since, last)


def expired(case: Case, day: date) -> list[Finding]:
    """Says when it expired and what to do again."""
    found = validity(case)
    if found is None or found.covers(day):
        return []
    return [
        Finding("推荐结果", f"从{found.since}起算，到{found.last}为止有效，{day}已经失效", "一年内的推荐结果",
                "请重新组织会议推荐和个别谈话推荐。", clause=CLAUSE, cite=cite(CLAUSE, day))
    ]  # fmt: skip
