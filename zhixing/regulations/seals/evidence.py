"""What of 17's own records shows that the books of the last year were filed (17-8)."""

from __future__ import annotations

from zhixing.office.duties.evidence import register as evidence
from zhixing.office.duties.models import DutyDue
from zhixing.office.registers.models import Kept
from zhixing.regulations.seals.workflow.register import REGISTER


def books_filed(due: DutyDue) -> str:
    """Every seal that has a line in the year has its book."""
    year = due.period_first.year - 1
    used = Kept.objects.filter(organ=due.organ_id, register=REGISTER, lines__year=year).distinct()
    filed = set(used.filter(books__year=year).values_list("pk", flat=True))
    if not filed or any(kept.pk not in filed for kept in used):
        return ""
    return f"{year}年度{len(filed)}枚印章的用印登记簿都已归档。"


def register() -> None:
    """Called once by the app when it is ready."""
    evidence("seals", "整理归档上年度用印登记簿", books_filed)
