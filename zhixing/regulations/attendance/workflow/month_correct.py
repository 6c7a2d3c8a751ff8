"""更正：after the lock the line stays as it was; a correction stands beside it (domain 4.7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import refused, words
from zhixing.organ.authority import office_only, same_organ
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import Month, MonthCorrection, MonthLine, Talk
from zhixing.regulations.attendance.models.month import HEADINGS
from zhixing.regulations.attendance.workflow.month_count import COLUMNS
from zhixing.regulations.attendance.workflow.month_figures import corrected, drift
from zhixing.regulations.attendance.workflow.talks import follow

CLAUSE = "02-3.1"


@once
def correct(
    *, actor: Person, line: MonthLine, column: str, after: int, reason: str, at: datetime, key: str
) -> Receipt:
    """One column of one locked line; both values stay to be seen. `after` in half-days (or times)."""
    same_organ(actor, organ_id=line.organ_id, clause=CLAUSE)
    office_only(actor, today(at), clause=CLAUSE)
    findings = _findings(line, column, after, reason)
    if findings:
        raise Refusal("没有更正。", findings)
    row = MonthCorrection.objects.create(
        organ_id=line.organ_id, line=line, column=column, before=asdict(corrected(line))[column], after=after,
        reason=reason.strip(), by=actor, at=at,
    )  # fmt: skip
    payload = {
        "月份": str(line.sheet), "人员": line.person.number, "栏目": _heading(column),
        "原值": row.before, "新值": row.after, "理由": row.reason,
    }  # fmt: skip
    talks = _talks(line.sheet, [row], at)
    return enter(
        actor=actor,
        action="更正月考勤",
        kind="月考勤更正",
        record=row,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
        touched=talks,
    )


@once
def follow_records(*, actor: Person, sheet: Month, reason: str, at: datetime, key: str) -> Receipt:
    """Corrects every figure of a locked month that the records now say otherwise."""
    same_organ(actor, organ_id=sheet.organ_id, clause=CLAUSE)
    office_only(actor, today(at), clause=CLAUSE)
    found = drift(sheet, at) if sheet.state == "已锁定" else []
    findings: list[Finding] = []
    words(findings, reason, fact="更正理由", clause=CLAUSE)
    if sheet.state != "已锁定":
        findings.append(Finding("月考勤", sheet.state, "已锁定", "锁定以前请直接答复异议。", clause=CLAUSE))
    elif not found:
        findings.append(Finding("月考勤", "和记录一致", "和记录有出入", "不用更正。", clause=CLAUSE))
    if findings:
        raise Refusal("没有更正。", findings)
    for row in found:
        row.reason, row.by, row.at = reason.strip(), actor, at
    rows = MonthCorrection.objects.bulk_create(found)
    talks = _talks(sheet, rows, at)
    payload = {"月份": str(sheet), "理由": reason.strip(), "更正": [_shown(row) for row in rows]}
    return enter(
        actor=actor, action="按记录更正月考勤", kind="月考勤", record=sheet, payload=payload, at=at, key=key,
        rule=CLAUSE, touched=[*rows, *talks],
    )  # fmt: skip


def _talks(sheet: Month, rows: Sequence[MonthCorrection], at: datetime) -> list[Talk]:
    """The talks of those whose late and early marks were corrected."""
    lines = {row.line_id for row in rows if row.column in {"late", "early"}}
    return [
        talk
        for line in sheet.lines.filter(pk__in=lines).select_related("person")
        for talk in follow(sheet, line.person, corrected(line), at=at, why="月考勤已经更正")
    ]


def _findings(line: MonthLine, column: str, after: int, reason: str) -> list[Finding]:
    if column not in COLUMNS:
        raise refused("没有更正。", "栏目", column, "月考勤汇总表里的栏目", "请选栏目。", clause=CLAUSE)
    findings: list[Finding] = []
    words(findings, reason, fact="更正理由", clause=CLAUSE)
    if line.sheet.state != "已锁定":
        findings.append(
            Finding("月考勤", line.sheet.state, "已锁定", "锁定以前请直接答复异议。", clause=CLAUSE)
        )
    if after < 0:
        findings.append(Finding("新值", str(after), "不小于零", "请改正。", clause=CLAUSE))
    if asdict(corrected(line))[column] == after:
        findings.append(Finding("新值", str(after), "和现在的值不同", "不用更正。", clause=CLAUSE))
    return findings


def _heading(column: str) -> str:
    return HEADINGS[column]


def _shown(row: MonthCorrection) -> str:
    return f"{row.line.person.number} {_heading(row.column)} {row.before}→{row.after}"
