"""初审 (09-1.2): three questions; what fails one goes back to its sender with the reason."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import words
from zhixing.law.ruling import Ruling
from zhixing.office.circulation.acts.opening import send_for_advice, stop
from zhixing.organ.authority import holds
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Organ, Person
from zhixing.organ.numbers import next_number
from zhixing.organ.once import once
from zhixing.organ.who import holders
from zhixing.regulations.documents.explained import KINDS
from zhixing.regulations.documents.models import ReceivedDocument
from zhixing.regulations.documents.models.received import ENTERED, RETURNED, TO_ACT, TO_READ
from zhixing.regulations.documents.workflow import statute
from zhixing.regulations.documents.workflow.received import by_clerk, due_of
from zhixing.regulations.documents.workflow.received_round import OFFICE

CLAUSE = "09-1.2"
QUESTIONS = ("应由本局办理", "合行文规则", "合起草要求")
RETURN = "退文"


@once
def review(
    *, document: ReceivedDocument, ours: bool, fits_rules: bool, fits_drafting: bool, reason: str,
    actor: Person, at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """初审: on to the office director's advice, or back with the reason."""
    day = today(at)
    answers = dict(zip(QUESTIONS, (ours, fits_rules, fits_drafting), strict=True))
    ruling = statute.asked("初审", answers, day, statute.own_of(actor.organ_id))
    back = ruling.outcome["初审结论"] == RETURN
    director = director_of(actor.organ, actor, at)
    findings = _reviewable(document, actor, at)
    if back:
        words(findings, reason, fact="退文理由", clause=CLAUSE)
    elif reason.strip():
        mend = "三项都合的不用退文，请去掉退文理由；要退的，请改三项初审。"
        findings.append(Finding("退文理由", "三项都合，却写了退文理由", "没有退文理由", mend, clause=CLAUSE))
    elif director is None:
        findings.append(
            Finding("岗位", "办公室主任空缺", "有人担任办公室主任", "请先在机构管理中明确。", clause=CLAUSE)
        )
    if findings:
        raise Refusal("没有初审。", findings)
    _said(document, (ours, fits_rules, fits_drafting), actor, at)
    if back:
        return _return(document, reason, ruling, actor, at, key)
    receipt = _entered(document, "初审合格", ruling, {}, actor, at, key)
    assert director is not None
    assert document.sheet is not None
    send_for_advice(sheet=document.sheet, adviser=director, actor=actor, at=at, key=f"{key}:送拟办")
    return receipt


@once
def sort_anew(*, document: ReceivedDocument, mode: str, actor: Person, at: datetime, key: str) -> Receipt:
    """阅件、办件: sorted by the clerk first, changed by the office director with the advice (G-104)."""
    clause = "09-1.3a"
    findings: list[Finding] = []
    if not holds(actor, OFFICE[1:], today(at)) or document.organ_id != actor.organ_id:
        findings.append(
            Finding("办理人", actor.name, "办公室主任", "请由办公室主任改。", clause=clause, who="办公室主任")
        )
    if document.state != "待拟办":
        findings.append(Finding("状态", document.state, "待拟办", "请在拟办的时候改。", clause=clause))
    if mode not in (TO_READ, TO_ACT) or mode == document.mode:
        findings.append(Finding("阅件、办件", mode, "与现在不同的一类", "请核对。", clause=clause))
    if findings:
        raise Refusal("没有改。", findings)
    document.mode = mode
    document.due = due_of(actor.organ, document.urgency, document.received_on) if mode == TO_ACT else None
    document.save(update_fields=["mode", "due"])
    sheet = document.sheet
    assert sheet is not None
    sheet.due = document.due
    sheet.save(update_fields=["due"])
    return enter(
        actor=actor, action=f"改为{mode}", kind=KINDS[ReceivedDocument], record=document,
        payload={"收文号": document.shown, "阅件、办件": mode}, at=at, key=key, rule=clause, touched=[sheet],
    )  # fmt: skip


def director_of(organ: Organ, about: Person, at: datetime) -> Person | None:
    found = holders(organ, "办公室主任", about=about, day=today(at))
    return found[0] if found else None


def _reviewable(document: ReceivedDocument, actor: Person, at: datetime) -> list[Finding]:
    findings = by_clerk(actor, today(at))
    if document.organ_id != actor.organ_id:
        findings.append(Finding("收文", "不属于本单位", "本单位的收文", "请核对后重新选择。", clause=CLAUSE))
    if document.state != ENTERED:
        findings.append(Finding("状态", document.state, ENTERED, "请刷新页面。", clause=CLAUSE))
    return findings


def _said(document: ReceivedDocument, answers: tuple[bool, bool, bool], actor: Person, at: datetime) -> None:
    document.ours, document.fits_rules, document.fits_drafting = answers
    document.reviewed_by, document.reviewed_at = actor, at
    document.save(update_fields=["ours", "fits_rules", "fits_drafting", "reviewed_by", "reviewed_at"])


def _return(
    document: ReceivedDocument, reason: str, ruling: Ruling, actor: Person, at: datetime, key: str
) -> Receipt:
    year = today(at).year
    document.state, document.return_reason = RETURNED, reason.strip()
    document.return_number = f"退文〔{year}〕{next_number(actor.organ, '退文', year)}号"
    document.save(update_fields=["state", "return_reason", "return_number"])
    assert document.sheet is not None
    stop(sheet=document.sheet, reason=document.return_reason[:300], actor=actor, at=at, key=f"{key}:停止")
    payload = {"退文编号": document.return_number, "理由": document.return_reason}
    return _entered(document, RETURN, ruling, payload, actor, at, key)


def _entered(
    document: ReceivedDocument, action: str, ruling: Ruling, more: dict[str, str], actor: Person,
    at: datetime, key: str,
) -> Receipt:  # fmt: skip
    payload = {"收文号": document.shown, "初审结论": str(ruling.outcome["初审结论"]), **more}
    return enter(
        actor=actor, action=action, kind=KINDS[ReceivedDocument], record=document, payload=payload, at=at, key=key,
        rule=CLAUSE,
    )  # fmt: skip
