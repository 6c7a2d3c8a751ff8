"""复核 and 修改: the office mends form and slips; what changes the content goes back to whoever signed (09-2.4, G-35)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import refuse, words
from zhixing.office.matters.acts import decide_again
from zhixing.office.matters.models import Opinion, Task
from zhixing.organ.acting import within
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.documents.explained import KINDS
from zhixing.regulations.documents.models import IssuedDocument
from zhixing.regulations.documents.models.issued import SIGNED
from zhixing.regulations.documents.rules.changes import changes_figures
from zhixing.regulations.documents.workflow.issued_checks import addressed
from zhixing.regulations.documents.workflow.issued_draft import keep_version
from zhixing.regulations.documents.workflow.issued_request import content_of, typed_in
from zhixing.regulations.documents.workflow.issued_route import ISSUING
from zhixing.regulations.documents.workflow.statute import own_of, ruling

CLAUSE, CHECKING = "09-2.4", "复核"


@dataclass(frozen=True, slots=True)
class Changed:
    """The texts as they are to be."""

    title: str
    main_to: str
    copied_to: str
    body: str
    annexes: str


TEXTS = tuple(one.name for one in fields(Changed))


@once
def correct(
    *, document: IssuedDocument, changed: Changed, content: bool, reason: str, actor: Person, at: datetime, key: str
) -> Receipt:  # fmt: skip
    """`content` is the office's own word on it; a changed figure is content whatever it says."""
    before = content_of(document)
    findings = checking(document, actor)
    words(findings, reason, fact="修改说明", clause=CLAUSE)
    for name in TEXTS:
        setattr(document, name, getattr(changed, name).strip())
    after = content_of(document)
    if before == after:
        findings.append(
            Finding("文稿", "没有改动", "改了的文稿", "没有要改的，直接复核通过。", clause=CLAUSE)
        )
    for fact, text in (("标题", document.title), ("正文", document.body)):
        words(findings, text, fact=fact, clause=CLAUSE)
    day = today(at)
    findings += addressed(actor, typed_in(document), day)
    refuse("文稿没有修改。", findings)
    told = ruling(
        "改动",
        day,
        own_of(document.organ_id),
        已签发=True,
        改到内容=content or changes_figures(before, after),
    )
    back = str(told.outcome["处理"])
    document.version += 1
    document.save()
    version = keep_version(document, f"{back}：{reason.strip()}", actor=actor, at=at)
    receipt = enter(
        actor=actor, action=back, kind=KINDS[IssuedDocument], record=document,
        payload={"稿次": document.version, "说明": reason.strip(), "摘要": version.digest}, at=at, key=key,
        rule=CLAUSE, touched=[version],
    )  # fmt: skip
    if back == "退回签发人":
        decide_again(
            matter=document.matter, actor=actor, signers=signers(document), act=ISSUING, at=at,
            key=f"{key}:重签", text=reason.strip(),
        )  # fmt: skip
    return receipt


def checking(document: IssuedDocument, actor: Person) -> list[Finding]:
    """Findings unless the signed draft lies with the actor for 复核."""
    findings = within(actor, document, CLAUSE)
    if document.state != SIGNED:
        mend = "编号以后的文件不再修改，要改的另发一份。"
        findings.append(Finding("状态", document.state, "已签发、等待复核", mend, clause=CLAUSE))
    elif not at_step(document, actor, CHECKING):
        findings.append(
            Finding("办理人", actor.name, "办公室主任", "请由办公室复核。", clause=CLAUSE, who="办公室主任")
        )
    return findings


def at_step(document: IssuedDocument, actor: Person, act: str) -> bool:
    """Whether the actor holds the open step of the document's way whose act is `act`."""
    return Task.objects.filter(
        matter=document.matter_id,
        person=actor,
        kind="办理",
        state="待办",
        step__act=act,
        step__state="办理中",
    ).exists()


def signers(document: IssuedDocument) -> list[Person]:
    rows = Opinion.objects.filter(
        matter=document.matter_id, step__act=ISSUING, step__round=document.matter.round, act="同意"
    )
    return list(dict.fromkeys(one.person for one in rows.select_related("person").order_by("pk")))
