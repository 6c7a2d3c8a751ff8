"""开会以前: what must be there before the meeting opens, said all at once (13-3, 13-5)."""

from __future__ import annotations

from datetime import datetime

from zhixing.law.refusal import Finding
from zhixing.office.meetings.models import Meeting
from zhixing.organ.local_time import today
from zhixing.regulations.democratic_life.models import LifeMeeting
from zhixing.regulations.democratic_life.workflow.opinions import summary_findings
from zhixing.regulations.democratic_life.workflow.statute import cite
from zhixing.regulations.democratic_life.workflow.superior import report_findings


def case_of(meeting: Meeting) -> LifeMeeting | None:
    return LifeMeeting.objects.filter(meeting=meeting).first()


def opening_findings(meeting: Meeting, at: datetime) -> list[Finding]:
    """The report in time for the day on which it really opens, and the summary of opinions."""
    day, case = today(at), case_of(meeting)
    if case is None:
        mend = "请在民主生活会里登记方案，再从方案召集会议。"
        return [Finding("会议方案", "没有登记", "有日期和内容的方案", mend, "13-4", cite("13-4", day))]
    findings = report_findings(case, day)
    if day != case.day:
        mend = "请先登记改期；已经报告上级党组织的，要有上级同意。"
        findings.append(Finding("开会日期", str(day), f"方案定的{case.day}", mend, "13-3", cite("13-3", day)))
    return findings + summary_findings(case)
