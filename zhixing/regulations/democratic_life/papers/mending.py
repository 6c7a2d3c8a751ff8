"""整改清单: each problem, its measures, who and by when, how far it is (13-7)."""

from __future__ import annotations

from zhixing.office.papers.form import print_form
from zhixing.organ.local_time import today
from zhixing.regulations.democratic_life.models import LifeMeeting, Measure, Problem
from zhixing.regulations.democratic_life.papers.printed import HERE, Printing, spoken
from zhixing.regulations.democratic_life.workflow.statute import cite

TITLE = "党组民主生活会整改清单"
TEMPLATE = HERE / "mending.typ"


def mending_form(case: LifeMeeting, printing: Printing) -> dict[str, object]:
    return {
        "theme": case.theme,
        "day": spoken(case.day),
        "rows": [row for problem in case.problems.all() for row in _rows(problem)],
        "basis": cite("13-7", today(printing.at)),
    }


def print_mending(case: LifeMeeting, printing: Printing) -> bytes:
    """The form as PDF/A; a draft until every problem has a measure."""
    draft = case.problems.filter(state="待定措施").exists()
    return print_form(TEMPLATE, mending_form(case, printing), printing.envelope(case, TITLE, draft=draft))


def _rows(problem: Problem) -> list[list[str]]:
    """One line for each measure; the problem stands in the first."""
    named = problem.text if problem.level == "一般" else f"{problem.text}（重大）"
    measures: list[Measure | None] = [*problem.measures.select_related("person")]
    rows = []
    for place, one in enumerate(measures or [None]):
        first = [str(problem.order), named] if place == 0 else ["", ""]
        if one is None:
            rows.append([*first, "还没有定", "", "", problem.state])
        else:
            how = f"{spoken(one.done_on)}完成" if one.done_on else "整改中"
            how = "已销号" if problem.state == "已销号" else how
            rows.append([*first, one.text, one.person.name, spoken(one.due), how])
    return rows
