"""What of 01 is undone and has a day: decisions, dated tasks of a post, projects, reports nobody has answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhixing.office.duties.reminders import Open
from zhixing.office.meetings.models import Resolution
from zhixing.organ.days import calendar_of
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ
from zhixing.regulations.governance.models import DeputyReport, DutySheet, Project
from zhixing.regulations.governance.workflow.standing import chief

ANSWERED_WITHIN = 1  # working days until an unanswered report is on the chief's desk again


def resolutions(organ: Organ, day: date) -> Iterator[Open]:  # noqa: ARG001 -- every source is asked alike
    """决定事项 still to be carried out (01-11)."""
    running = Resolution.objects.filter(organ=organ, state="办理中").select_related("person", "lead")
    for one in running:
        yield Open(
            "决定事项", str(one.pk), one.number, one.due, (one.person,), "请抓紧办理，需要延期的提出申请。"
        )


def tasks(organ: Organ, day: date) -> Iterator[Open]:
    """岗位责任书 with a dated task (01-13)."""
    sheets = DutySheet.objects.filter(organ=organ, done_at=None).exclude(due=None).exclude(ended__lt=day)
    for one in sheets.select_related("holder"):
        assert one.due is not None
        yield Open("岗位责任书", str(one.pk), one.task, one.due, (one.holder,))


def projects(organ: Organ, day: date) -> Iterator[Open]:  # noqa: ARG001
    """重点工作项目 still running (01-14.3)."""
    for one in Project.objects.filter(organ=organ, state="进行中").select_related("lead"):
        yield Open("重点工作项目", str(one.pk), f"重点工作项目：{one.name}", one.due, (one.lead,))


def reports(organ: Organ, day: date) -> Iterator[Open]:
    """副职报告 that the chief has not signed for (01-3)."""
    receiver = chief(organ, day)
    if receiver is None:
        return
    calendar = calendar_of(organ)
    for one in DeputyReport.objects.filter(organ=organ, state="待签收"):
        due = calendar.due(today(one.sent_at), ANSWERED_WITHIN).day
        yield Open("副职报告", str(one.pk), f"副职报告：{one.title}", due, (receiver,), "请签收或者批示。")
