"""报告上级党组织: the day and contents before the meeting, a grave problem after it (13-3, 13-7)."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.files.models import StoredFile
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.ruling import Ruling
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.democratic_life.facts import MAJOR
from zhixing.regulations.democratic_life.models import LifeMeeting, Problem, SuperiorReport
from zhixing.regulations.democratic_life.rules.report import latest
from zhixing.regulations.democratic_life.workflow.entered import (
    before_opening,
    not_later,
    note,
    refuse,
    running,
    written,
)
from zhixing.regulations.democratic_life.workflow.parties import by_office
from zhixing.regulations.democratic_life.workflow.statute import cite, own_of, ruling, value


@once
def report(
    *, case: LifeMeeting, whom: str, document: str, day: date, file: StoredFile | None, actor: Person, at: datetime,
    key: str,
) -> Receipt:  # fmt: skip
    """会前报告 as it was sent; one sent too late is kept as it is and keeps the meeting from opening."""
    clause = "13-3"
    findings = running(case, actor, clause) + before_opening(case, clause)
    findings += _sent(actor, whom, document, day, file, clause, at)
    if day > case.day:
        findings.append(
            Finding("报告日期", str(day), f"不晚于开会日期{case.day}", "请核对日期。", clause=clause)
        )
    refuse("报告没有登记。", findings)
    assert file is not None
    made = SuperiorReport.objects.create(
        organ_id=case.organ_id, case=case, whom=whom.strip(), document=document.strip(), day=day,
        meeting_day=case.day, file=file, by=actor, at=at,
    )  # fmt: skip
    payload = {"文号": made.document, "报告日期": str(day), "开会日期": str(case.day)}
    return note(
        case, "报告上级党组织", actor=actor, at=at, key=key, rule=clause, record=made, payload=payload
    )


@once
def report_problem(
    *, problem: Problem, whom: str, document: str, day: date, file: StoredFile | None, actor: Person, at: datetime,
    key: str,
) -> Receipt:  # fmt: skip
    """重大问题报告: a grave problem goes upward before it is struck off."""
    case, clause = problem.case, "13-7"
    findings = running(case, actor, clause) + _sent(actor, whom, document, day, file, clause, at)
    if problem.level != MAJOR:
        findings.append(Finding("程度", "一般问题", "重大问题", "一般问题不用报告上级。", clause=clause))
    if problem.state == "已销号":
        findings.append(Finding("问题", "已销号", "还没有销号", "请刷新页面再看。", clause=clause))
    refuse("报告没有登记。", findings)
    assert file is not None
    made = SuperiorReport.objects.create(
        organ_id=case.organ_id, case=case, problem=problem, whom=whom.strip(), document=document.strip(), day=day,
        file=file, by=actor, at=at,
    )  # fmt: skip
    payload = {"文号": made.document, "报告日期": str(day), "序号": problem.order}
    return note(
        case, "重大问题报告上级", actor=actor, at=at, key=key, rule=clause, record=made, payload=payload
    )


def reported(case: LifeMeeting) -> SuperiorReport | None:
    """The first report of this meeting: it tells the superior that it comes; a moved day has the superior's consent."""
    return case.reports.filter(problem=None).select_related("file").first()


def last_day(case: LifeMeeting, day: date) -> date:
    """Until when the report must be made for the day of the plan."""
    return latest(case.day, value("会前报告提前", day, own_of(case.organ_id)))


def in_time(case: LifeMeeting, meeting_day: date) -> Ruling | None:
    """The ruling on the report for a day of meeting; None while there is none that came before it."""
    made = reported(case)
    if made is None or made.day > meeting_day:
        return None
    return ruling("会前报告", meeting_day, own_of(case.organ_id), 开会日期=meeting_day, 报告日期=made.day)


def report_findings(case: LifeMeeting, meeting_day: date) -> list[Finding]:
    """Why the meeting may not open on that day as far as the report goes (B13-01, B13-04)."""
    made, clause = reported(case), "13-3"
    last = latest(meeting_day, value("会前报告提前", meeting_day, own_of(case.organ_id)))
    said = cite(clause, meeting_day)
    if made is None:
        mend = "请先报告上级党组织，并登记文号、日期和报告。"
        return [
            Finding("会前报告", "没有登记", f"{last}以前报告上级党组织", mend, clause, said, "办公室主任")
        ]
    findings = []
    now = in_time(case, meeting_day)
    if now is None or not now.outcome["合规"]:
        mend = "不足一周，请征得上级党组织同意后改期。"
        findings.append(
            Finding("会前报告", f"{made.day}报告", f"最迟{last}报告", mend, clause, said, "办公室主任")
        )
    moved = case.moves.filter(after=meeting_day).exclude(consent="").exists()
    if made.meeting_day != meeting_day and not moved:
        mend = "请登记改期，写明上级同意的文号和日期。"
        found = f"报告的是{made.meeting_day}"
        findings.append(Finding("开会日期", found, "上级党组织同意改期", mend, clause, said, "办公室主任"))
    return findings


def _sent(
    actor: Person, whom: str, document: str, day: date, file: StoredFile | None, clause: str, at: datetime
) -> list[Finding]:
    findings = by_office(actor, today(at), clause) + not_later(day, today(at), "报告日期", clause)
    findings += written({"上级党组织": whom, "文号": document}, clause)
    if file is None:
        findings.append(Finding("报告", "没有附上", "报告文件", "请附上报告。", clause=clause))
    return findings
