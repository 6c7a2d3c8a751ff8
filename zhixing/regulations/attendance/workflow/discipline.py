"""违纪登记：what was found at work, with its source; a warning of the efficiency office among them (02-3.3)."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import words
from zhixing.organ.authority import office_only, same_organ
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import DisciplineRecord
from zhixing.regulations.attendance.models.discipline import RECORD_KINDS

CLAUSE = "02-3.3"
KINDS = tuple(value for value, _ in RECORD_KINDS)


@once
def register(
    *, actor: Person, person: Person, kind: str, day: date, source: str, text: str, at: datetime, key: str
) -> Receipt:
    """The office enters a record; `source` names the notice, the check or the report it rests on."""
    same_organ(actor, organ_id=person.organ_id, clause=CLAUSE)
    office_only(actor, today(at), clause=CLAUSE)
    findings: list[Finding] = []
    words(findings, source, fact="来源", clause=CLAUSE)
    words(findings, text, fact="事实", clause=CLAUSE)
    if kind not in KINDS:
        findings.append(Finding("情形", kind, "、".join(KINDS), "请选一种情形。", clause=CLAUSE))
    if day > today(at):
        findings.append(Finding("日期", str(day), "不晚于今天", "请核对日期。", clause=CLAUSE))
    if findings:
        raise Refusal("没有登记。", findings)
    row = DisciplineRecord.objects.create(
        organ_id=person.organ_id, person=person, kind=kind, day=day, source=source.strip(), text=text.strip(),
        by=actor, at=at,
    )  # fmt: skip
    payload = {"人员": person.number, "情形": kind, "日期": str(day), "来源": row.source, "事实": row.text}
    return enter(
        actor=actor,
        action="登记违纪",
        kind="违纪登记",
        record=row,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
    )


@once
def revoke(*, actor: Person, record: DisciplineRecord, reason: str, at: datetime, key: str) -> Receipt:
    """A record withdrawn by its source: it stays to be seen, and counts no more."""
    same_organ(actor, organ_id=record.organ_id, clause=CLAUSE)
    office_only(actor, today(at), clause=CLAUSE)
    findings: list[Finding] = []
    words(findings, reason, fact="撤销原因", clause=CLAUSE)
    if record.voided_at is not None:
        findings.append(Finding("登记", "已经撤销", "有效的登记", "不用再撤销。", clause=CLAUSE))
    if findings:
        raise Refusal("没有撤销。", findings)
    record.voided_at, record.void_reason = at, reason.strip()
    record.save(update_fields=["voided_at", "void_reason"])
    payload = {"人员": record.person.number, "情形": record.kind, "原因": record.void_reason}
    return enter(
        actor=actor,
        action="撤销违纪登记",
        kind="违纪登记",
        record=record,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
    )
