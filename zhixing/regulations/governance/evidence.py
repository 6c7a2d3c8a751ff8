"""What of 01's own records shows that a recurring duty was done; the rest is said by whoever bears it."""

from __future__ import annotations

from zhixing.office.duties.evidence import Evidence
from zhixing.office.duties.evidence import register as evidence
from zhixing.office.duties.models import DutyDue
from zhixing.office.meetings.models import Meeting
from zhixing.organ.local_time import local

HELD = ("进行中", "记录待核", "已锁定")


def held(kind: str) -> Evidence:
    """A meeting of the kind that opened within the turn: early or late in it is all the same (01-6.1, 01-8.1)."""

    def found(due: DutyDue) -> str:
        opened = Meeting.objects.filter(organ=due.organ_id, kind=kind, state__in=HELD).exclude(opened_at=None)
        within = opened.filter(
            opened_at__date__gte=due.period_first, opened_at__date__lte=due.period_last
        ).order_by("opened_at")
        days = [f"{local(one.opened_at):%Y-%m-%d}" for one in within if one.opened_at]
        return f"{kind}：{'、'.join(days)}。" if days else ""

    return found


SOURCES: dict[str, Evidence] = {
    "召开党组会议": held("党组会议"),
    "召开局长办公会议": held("局长办公会议"),
    "召开党组民主生活会": held("民主生活会"),
}


def register() -> None:
    """Called once by the app when it is ready."""
    for duty, source in SOURCES.items():
        evidence("governance", duty, source)
