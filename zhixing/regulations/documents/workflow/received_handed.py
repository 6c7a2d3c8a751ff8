"""转交文书 (09-1.1): what was brought from a meeting or handed to somebody goes to the clerk, and nowhere else."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import words
from zhixing.office.duties.telling import tell
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.organ.who import holders
from zhixing.regulations.documents.explained import KINDS
from zhixing.regulations.documents.models import HandedIn
from zhixing.regulations.documents.models.received import NOT_OURS, WAITING
from zhixing.regulations.documents.workflow.received import CLAUSE, by_clerk


@once
def hand_in(
    *, title: str, sender: str, origin: str, copies: int, note: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """Anybody on the staff; the clerk is told."""
    findings: list[Finding] = []
    for text, fact in ((title, "文件标题"), (sender, "来文单位"), (origin, "从哪里带回")):
        words(findings, text, fact=fact, clause=CLAUSE)
    if findings:
        raise Refusal("没有转交。", findings)
    row = HandedIn.objects.create(
        organ_id=actor.organ_id, title=title.strip(), sender=sender.strip(), origin=origin.strip(),
        copies=copies, note=note.strip(), by=actor, at=at,
    )  # fmt: skip
    clerks = holders(actor.organ, "文书", about=actor, day=today(at))
    tell(clerks, "有一份文件转交给您登记。", kind=KINDS[HandedIn], record=row, at=at, key=key)
    return _told(row, "转交文件", actor, at, key)


@once
def decline(*, handed: HandedIn, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """不予登记, with the reason: a private letter, a copy we have already."""
    findings = by_clerk(actor, today(at))
    words(findings, reason, fact="不予登记的理由", clause=CLAUSE)
    if handed.organ_id != actor.organ_id:
        findings.append(Finding("转交记录", "不属于本单位", "本单位的转交记录", "请核对后重新选择。"))
    if handed.state != WAITING:
        findings.append(Finding("转交记录", handed.state, WAITING, "请刷新页面。"))
    if findings:
        raise Refusal("没有处理。", findings)
    handed.state, handed.answered_by, handed.answered_at = NOT_OURS, actor, at
    handed.answer = reason.strip()
    handed.save(update_fields=["state", "answered_by", "answered_at", "answer"])
    tell(
        [handed.by],
        "您转交的文件没有登记，请看处理说明。",
        kind=KINDS[HandedIn],
        record=handed,
        at=at,
        key=key,
    )
    return _told(handed, "不予登记", actor, at, key)


def _told(row: HandedIn, action: str, actor: Person, at: datetime, key: str) -> Receipt:
    payload = {"标题": row.title, "来文单位": row.sender, "从哪里带回": row.origin, "说明": row.answer}
    return enter(
        actor=actor,
        action=action,
        kind=KINDS[HandedIn],
        record=row,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
    )
