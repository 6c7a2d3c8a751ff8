"""文号: taken in the transaction of numbering, without gap or double; what is void stays in the book (09-2.4)."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import words
from zhixing.organ.authority import holds
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ, Person
from zhixing.organ.numbers import next_number
from zhixing.organ.once import once
from zhixing.regulations.documents.explained import KINDS
from zhixing.regulations.documents.models import DocumentNumber

CLAUSE = "09-2.4"
CLERKS = ("文书", "办公室主任")
LONGEST = 20


@once
def take(*, series: str, title: str, actor: Person, at: datetime, key: str) -> Receipt:
    """The next number of the series in the year of the day; given back when the transaction around it fails."""
    findings = _by_clerk(actor, at)
    words(findings, series, fact="机关代字", clause=CLAUSE)
    words(findings, title, fact="文件标题", clause=CLAUSE)
    if len(series.strip()) > LONGEST:
        findings.append(
            Finding("机关代字", series, f"不超过{LONGEST}个字", "请核对机关代字。", clause=CLAUSE)
        )
    if findings:
        raise Refusal("没有编号。", findings)
    year, named = today(at).year, series.strip()
    taken = DocumentNumber.objects.create(
        organ_id=actor.organ_id, series=named, year=year, number=next_number(actor.organ, f"发文:{named}", year),
        title=title.strip(), taken_by=actor, taken_at=at,
    )  # fmt: skip
    return enter(
        actor=actor, action="编发文号", kind=KINDS[DocumentNumber], record=taken, payload={"文号": str(taken)},
        at=at, key=key, rule=CLAUSE,
    )  # fmt: skip


@once
def void(*, number: DocumentNumber, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """The number is never given out again; the book says why it is missing from the file."""
    findings = _by_clerk(actor, at)
    words(findings, reason, fact="作废原因", clause=CLAUSE)
    if number.organ_id != actor.organ_id:
        findings.append(Finding("文号", str(number), "本单位的文号", "请核对文号。", clause=CLAUSE))
    if number.state != "在用":
        findings.append(
            Finding("状态", f"{number}已经作废", "在用的文号", "作废的文号不能再作废。", clause=CLAUSE)
        )
    if findings:
        raise Refusal("文号没有作废。", findings)
    number.state, number.void_reason = "作废", reason.strip()
    number.voided_by, number.voided_at = actor, at
    number.save(update_fields=["state", "void_reason", "voided_by", "voided_at"])
    return enter(
        actor=actor, action="作废文号", kind=KINDS[DocumentNumber], record=number,
        payload={"文号": str(number), "原因": number.void_reason}, at=at, key=key, rule=CLAUSE,
    )  # fmt: skip


def missing(organ: Organ, series: str, year: int) -> list[int]:
    """Numbers below the highest that stand nowhere in the book; always none unless rows were taken away."""
    known = set(
        DocumentNumber.objects.filter(organ=organ, series=series, year=year).values_list("number", flat=True)
    )
    return [number for number in range(1, max(known, default=0) + 1) if number not in known]


def _by_clerk(actor: Person, at: datetime) -> list[Finding]:
    if holds(actor, CLERKS, today(at)):
        return []
    wanted = "文书、办公室主任"
    return [Finding("办理人", actor.name, wanted, f"请由{wanted}办理。", clause=CLAUSE, who=wanted)]
