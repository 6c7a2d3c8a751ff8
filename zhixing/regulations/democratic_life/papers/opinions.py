"""征求意见汇总表: the four groups, how many opinions each gave, and what they come to; nobody is named (13-5)."""

from __future__ import annotations

from zhixing.office.papers.form import print_form
from zhixing.organ.local_time import today
from zhixing.regulations.democratic_life.models import GROUPS, LifeMeeting, OpinionSummary
from zhixing.regulations.democratic_life.papers.printed import HERE, Printing, spoken
from zhixing.regulations.democratic_life.workflow.statute import cite

TITLE = "党组民主生活会征求意见汇总表"
TEMPLATE = HERE / "opinions.typ"


def opinions_form(case: LifeMeeting, printing: Printing) -> dict[str, object]:
    summary = OpinionSummary.objects.filter(case=case).first()
    numbers = {key: case.opinions.filter(group=key).count() for key, _ in GROUPS}
    parts = summary.parts if summary else [(name, "还没有汇总") for _, name in GROUPS]
    return {
        "theme": case.theme,
        "day": spoken(case.day),
        "rows": [
            [name, f"{numbers[key]}条", text] for (key, _), (name, text) in zip(GROUPS, parts, strict=True)
        ],
        "total": f"{sum(numbers.values())}条",
        "told": spoken(today(summary.told_at)) if summary and summary.told_at else "",
        "basis": cite("13-5", today(printing.at)),
    }


def print_opinions(case: LifeMeeting, printing: Printing) -> bytes:
    """The form as PDF/A; a draft until there is a summary."""
    draft = not OpinionSummary.objects.filter(case=case).exists()
    return print_form(TEMPLATE, opinions_form(case, printing), printing.envelope(case, TITLE, draft=draft))
