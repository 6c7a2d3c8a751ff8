"""编号、校对、用印、分发: in this order, each by whoever has to do it (09-2.4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Model

from zhixing.digests import PREFERRED, digest
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import refuse, words
from zhixing.office import issued_sealing
from zhixing.office.matters.acts import finish_step
from zhixing.organ.acting import by_post, not_future, within
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.made import made
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.documents.explained import KINDS
from zhixing.regulations.documents.models import Distribution, DocumentNumber, IssuedDocument
from zhixing.regulations.documents.models.issued import NUMBERED, PROVED, SEALED, SENT
from zhixing.regulations.documents.papers.issued_document import final_of, pages_of
from zhixing.regulations.documents.workflow.issued_check import CLAUSE, at_step
from zhixing.regulations.documents.workflow.issued_request import organs_in
from zhixing.regulations.documents.workflow.issued_route import MINUTES
from zhixing.regulations.documents.workflow.numbers import CLERKS, take
from zhixing.regulations.documents.workflow.statute import own_of, ruling


@once
def number(*, document: IssuedDocument, series: str, actor: Person, at: datetime, key: str) -> Receipt:
    """The number is taken and written on the document in one: without the issue there is none (B9-06)."""
    findings = within(actor, document, CLAUSE) + by_post(actor, CLERKS, today(at), CLAUSE)
    checked = not document.matter.steps.filter(
        round=document.matter.round, act="复核", state__in=("未到", "办理中")
    ).exists()
    signed = document.signed_on is not None
    told = ruling("编号", today(at), own_of(document.organ_id), 已签发=signed, 已复核=signed and checked)
    if document.number is not None:
        findings.append(
            Finding("发文字号", str(document.number), "没有编号", "一份文件只编一个号。", clause=CLAUSE)
        )
    elif told.outcome["可以编号"] is not True:
        found = "还没有签发" if not signed else "还没有复核"
        findings.append(Finding("编号", found, "已经签发、复核", "签发、复核以后再编号。", clause=CLAUSE))
    refuse("没有编号。", findings)
    receipt = take(series=series, title=document.title, actor=actor, at=at, key=f"{key}:文号")
    document.number = made(DocumentNumber, receipt)
    return _done(
        document, NUMBERED, "编号", actor=actor, at=at, key=key, payload={"文号": str(document.number)}
    )


@once
def prove(*, document: IssuedDocument, actor: Person, at: datetime, key: str) -> Receipt:
    """校对 by the drafting section: the final copy says what was signed."""
    findings = _at(document, NUMBERED, actor, "校对", f"拟稿人{document.drafter.name}")
    refuse("没有校对。", findings)
    document.proved_by, document.proved_at = actor, at
    return _done(document, PROVED, "校对", actor=actor, at=at, key=key, payload={"稿次": document.version})


@once
def stamp(*, document: IssuedDocument, seal: int, actor: Person, at: datetime, key: str) -> Receipt:
    """用印: the final PDF is held by its digest, and the use enters the seal's book without a second approval (G-30)."""
    findings = _at(document, PROVED, actor, "用印", "文书或者印章保管人")
    if document.form == MINUTES:
        findings.append(Finding("格式", "纪要", "要用印的文件", "纪要不加盖印章。", clause=CLAUSE))
    known = {one.key: one for one in issued_sealing.seals(document.organ)}
    if seal not in known:
        findings.append(Finding("印章", "没有找到", "在用的印章", "请重新选择印章。", clause=CLAUSE))
    refuse("没有用印。", findings)
    final = final_of(document, at)
    document.seal, document.sealed_at = known[seal].name, at
    document.sealed_digest = f"{PREFERRED}:{digest(PREFERRED, final)}"
    issued_sealing.seal(
        issued=issued_sealing.Issued(
            source=f"documents.issued:{document.pk}", number=str(document.number), title=document.title,
            digest=document.sealed_digest, copies=document.copies, pages=pages_of(final),
            approved_by=document.signers,
        ),
        seal=seal, actor=actor, at=at, key=f"{key}:用印登记",
    )  # fmt: skip
    payload = {"印章": document.seal, "份数": document.copies, "正本摘要": document.sealed_digest}
    return _done(document, SEALED, "用印", actor=actor, at=at, key=key, payload=payload)


@once
def send(*, document: IssuedDocument, actor: Person, at: datetime, key: str) -> Receipt:
    """分发 to everybody the document is addressed or copied to, one copy each."""
    before = PROVED if document.form == MINUTES else SEALED
    findings = _at(document, before, actor, "分发", "文书")
    refuse("没有分发。", findings)
    document.sent_at = at
    named = dict.fromkeys(organs_in(document.main_to) + organs_in(document.copied_to))
    rows = [
        Distribution.objects.create(
            organ_id=document.organ_id, document=document, recipient=one, copies=1, sent_by=actor, sent_at=at
        )
        for one in named
    ]
    payload = {"收件单位": "、".join(named), "份数": len(rows)}
    return _done(document, SENT, "分发", actor=actor, at=at, key=key, payload=payload, touched=rows)


@once
def receipt(
    *, distribution: Distribution, received_by: str, received_on: date, actor: Person, at: datetime, key: str
) -> Receipt:
    """签收: who of the addressee took it, and when."""
    findings = within(actor, distribution, CLAUSE) + by_post(actor, CLERKS, today(at), CLAUSE)
    findings += not_future(received_on, today(at), "签收日期", CLAUSE)
    words(findings, received_by, fact="签收人", clause=CLAUSE)
    if distribution.received_on is not None:
        findings.append(Finding("签收", "已经登记", "没有登记", "不用重复登记。", clause=CLAUSE))
    refuse("签收没有登记。", findings)
    distribution.received_by, distribution.received_on = received_by.strip(), received_on
    distribution.save(update_fields=["received_by", "received_on"])
    return enter(
        actor=actor, action="登记签收", kind=KINDS[Distribution], record=distribution,
        payload={"收件单位": distribution.recipient, "签收人": distribution.received_by}, at=at, key=key, rule=CLAUSE,
    )  # fmt: skip


def _at(document: IssuedDocument, state: str, actor: Person, act: str, who: str) -> list[Finding]:
    findings = within(actor, document, CLAUSE)
    if document.state != state:
        findings.append(Finding("状态", document.state, state, f"请按次序办理{act}。", clause=CLAUSE))
    elif not at_step(document, actor, act):
        findings.append(Finding("办理人", actor.name, who, f"请由{who}办理。", clause=CLAUSE, who=who))
    return findings


def _done(
    document: IssuedDocument, state: str, act: str, *, actor: Person, at: datetime, key: str,
    payload: dict[str, object], touched: Sequence[Model] = (),
) -> Receipt:  # fmt: skip
    """The record first, then the step of its way, in one transaction."""
    document.state = state
    document.save()
    told = enter(
        actor=actor, action=act, kind=KINDS[IssuedDocument], record=document, payload=payload, at=at, key=key,
        rule=CLAUSE, touched=touched,
    )  # fmt: skip
    finish_step(matter=document.matter, actor=actor, act=act, at=at, key=f"{key}:环节")
    return told
