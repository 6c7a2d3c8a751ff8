"""What of 09's own records shows that the papers of the last year were handed in (09-3)."""

from __future__ import annotations

from zhixing.office.duties.evidence import register as evidence
from zhixing.office.duties.models import DutyDue
from zhixing.organ.models import Section
from zhixing.regulations.documents.models import FilingList
from zhixing.regulations.documents.models.filing import DRAWN_UP
from zhixing.regulations.documents.workflow.filing_sources import ready


def handed_in(due: DutyDue) -> str:
    """Every section for which the registers know a paper of the year has handed its list in, late or not."""
    year = due.period_first.year - 1
    lists = FilingList.objects.filter(organ=due.organ_id, year=year).exclude(state=DRAWN_UP)
    handed = {one.section_id: one for one in lists}
    others = Section.objects.on(due.due).filter(organ=due.organ_id).exclude(pk__in=handed)
    if not handed or any(True for section in others for _ in ready(section, year)):
        return ""
    late = sum(not one.in_time for one in handed.values())
    said = f"{year}年度{len(handed)}个科室、单位的文件都已移交归档"
    return f"{said}，其中{late}个晚于期限。" if late else f"{said}。"


def register() -> None:
    """Called once by the app when it is ready."""
    evidence("documents", "移交上年度文件归档", handed_in)
