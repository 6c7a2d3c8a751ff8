"""答复、办结 (09-1.7): no document is closed before its sender has an answer, or a reason says why none is owed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.circulation.acts.opening import close as close_sheet
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.documents.explained import KINDS
from zhixing.regulations.documents.models import ReceivedDocument
from zhixing.regulations.documents.models.received import CLOSED, ENDED, TO_ACT
from zhixing.regulations.documents.workflow.received_round import manages, results_of

CLAUSE = "09-1.7"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was done and what the sender was told; without words of its own the result is what the doers told."""

    result: str = ""
    replied_on: date | None = None
    form: str = ""
    told: str = ""
    no_reply_reason: str = ""


@once
def reply(*, document: ReceivedDocument, answer: Answer, actor: Person, at: datetime, key: str) -> Receipt:
    """答复, entered by whoever was made responsible or by the office; entered again it counts anew."""
    sheet = document.sheet
    told = results_of(sheet) if sheet else ""
    result = answer.result.strip() or told
    findings = _may_reply(document, actor, at) + _faults(document, answer, result, today(at))
    if findings:
        raise Refusal("没有登记答复。", findings)
    document.result = result
    document.replied_on, document.reply_form = answer.replied_on, answer.form if answer.replied_on else ""
    document.reply_told, document.no_reply_reason = answer.told.strip(), answer.no_reply_reason.strip()
    document.save(update_fields=["result", "replied_on", "reply_form", "reply_told", "no_reply_reason"])
    payload = {
        "收文号": document.shown, "办理结果": result, "答复日期": str(document.replied_on or ""),
        "答复方式": document.reply_form, "另行告知": document.reply_told, "不答复的理由": document.no_reply_reason,
    }  # fmt: skip
    return enter(
        actor=actor, action="登记答复", kind=KINDS[ReceivedDocument], record=document, payload=payload, at=at,
        key=key, rule=CLAUSE,
    )  # fmt: skip


@once
def close(*, document: ReceivedDocument, remark: str, actor: Person, at: datetime, key: str) -> Receipt:
    """办结, by the office: the sheet is whole, and the answer is there."""
    if document.organ_id != actor.organ_id or document.sheet is None:
        raise Refusal("没有办结。", [Finding("收文", "没有找到", "本单位的收文", "请从收文登记簿中打开。")])
    close_sheet(sheet=document.sheet, remark=remark, actor=actor, at=at, key=f"{key}:办文单")
    document.state, document.closed_by, document.closed_on = CLOSED, actor, today(at)
    document.save(update_fields=["state", "closed_by", "closed_on"])
    return enter(
        actor=actor, action="收文办结", kind=KINDS[ReceivedDocument], record=document,
        payload={"收文号": document.shown, "说明": remark.strip()}, at=at, key=key, rule=CLAUSE,
    )  # fmt: skip


def _may_reply(document: ReceivedDocument, actor: Person, at: datetime) -> list[Finding]:
    if document.organ_id != actor.organ_id:
        return [Finding("收文", "不属于本单位", "本单位的收文", "请核对后重新选择。")]
    findings = []
    sheet = document.sheet
    doers = sheet.assignments.values_list("doer", flat=True) if sheet else ()
    if not manages(actor, today(at)) and actor.pk not in set(doers):
        expected = "责任科室、责任人或者文书"
        findings.append(
            Finding("办理人", actor.name, expected, f"请由{expected}办理。", clause=CLAUSE, who="文书")
        )
    if document.state in ENDED:
        findings.append(Finding("状态", document.state, "还没有办结", "请刷新页面。", clause=CLAUSE))
    if document.mode != TO_ACT:
        findings.append(Finding("阅件、办件", document.mode, TO_ACT, "阅件不用答复。", clause=CLAUSE))
    return findings


def _faults(document: ReceivedDocument, answer: Answer, result: str, day: date) -> list[Finding]:
    findings = []
    if not result:
        findings.append(Finding("办理结果", "没有填写", "写明办理结果", "请填写办理结果。", clause=CLAUSE))
    excused = bool(answer.no_reply_reason.strip())
    if answer.replied_on is None and not excused:
        mend = "请填写答复日期和方式；不用答复的，写明理由。"
        findings.append(Finding("答复", "没有答复，也没有理由", "答复或者写明理由", mend, clause=CLAUSE))
    if answer.replied_on is not None and excused:
        findings.append(Finding("答复", "又有答复，又有不答复的理由", "只填一样", "请核对。", clause=CLAUSE))
    if answer.replied_on is not None and not answer.form:
        findings.append(Finding("答复方式", "没有填写", "选择答复方式", "请选择答复方式。", clause=CLAUSE))
    if answer.replied_on is not None and not document.received_on <= answer.replied_on <= day:
        found, expected = answer.replied_on.isoformat(), "收文以后、今天或者以前"
        findings.append(Finding("答复日期", found, expected, "请核对答复日期。", clause=CLAUSE))
    return findings
