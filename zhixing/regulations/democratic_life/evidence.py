"""What shows that the meeting of a half-year was held: its sealed record (13-2)."""

from __future__ import annotations

from zhixing.office.duties.evidence import register as evidence
from zhixing.office.duties.models import DutyDue
from zhixing.organ.local_time import local
from zhixing.organ.models import Organ
from zhixing.regulations.democratic_life.workflow.light import held_in

DUTY = "召开党组民主生活会"


def sealed(due: DutyDue) -> str:
    organ = Organ.objects.get(pk=due.organ_id)
    days = [
        f"{local(one.opened_at):%Y-%m-%d}"
        for one in held_in(organ, due.period_first, due.period_last)
        if one.opened_at
    ]
    return f"民主生活会：{'、'.join(days)}，记录已锁定。" if days else ""


def register() -> None:
    """Called once by the app when it is ready."""
    evidence("democratic_life", DUTY, sealed)
