"""What the way of its matter does to a draft: judged again when it sets out, signed when the last signer has signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Model, QuerySet

from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import refuse
from zhixing.office.matters.models import Matter, Opinion
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.regulations.documents.explained import KINDS
from zhixing.regulations.documents.models import IssuedDocument
from zhixing.regulations.documents.models.issued import (
    DRAFT,
    NUMBERED,
    PROVED,
    RUNNING,
    SEALED,
    SENT,
    SIGNED,
    VOID,
)
from zhixing.regulations.documents.workflow.issued_checks import faults_of
from zhixing.regulations.documents.workflow.issued_draft import keep_version
from zhixing.regulations.documents.workflow.issued_request import typed_in
from zhixing.regulations.documents.workflow.issued_route import CLAUSE, ISSUING, SIGNS, may_sign, not_signing

# which state a step leaves behind; the step cannot be done past the act that does it
DONE_BY = {"编号": NUMBERED, "校对": PROVED, "用印": SEALED, "分发": SENT}
ORDER = (SIGNED, NUMBERED, PROVED, SEALED, SENT)
JOINT, LONGEST_REASON = "联合", 300


class IssueHandler:
    register = "发文"

    def submitted(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        document = held(matter)
        files = document.files.count()
        faults = list(faults_of(matter.starter, typed_in(document), today(at), files=files))
        if faults:
            raise Refusal("文稿没有提交。", faults)
        version = keep_version(document, "送审", actor=actor, at=at)
        _become(document, RUNNING, "文稿送审", actor=actor, at=at, touched=[version])

    def passed(self, matter: Matter, act: str, *, actor: Person, at: datetime) -> None:
        """Only who may sign for its name signs, handed on or not; 编号、校对、用印、分发 are done on the document."""
        document = held(matter)
        if act == ISSUING:
            _entitled(document, actor, today(at))
        wanted = DONE_BY.get(act)
        if wanted is None:
            return
        if document.state not in ORDER or ORDER.index(document.state) < ORDER.index(wanted):
            mend = f"请在发文的页面上办理{act}。"
            finding = Finding("状态", document.state, wanted, mend, clause="09-2.4", who="文书")
            raise Refusal(f"没有{act}。", [finding])

    def approved(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        """签发: the text that was signed is held by its digest."""
        document = held(matter)
        _both_names(document)
        version = keep_version(document, "签发", actor=actor, at=at)
        document.signed_on, document.signed_digest = today(at), version.digest
        document.signers = "、".join(signers_of(matter))
        _become(document, SIGNED, "签发", actor=actor, at=at, touched=[version])

    def reopened(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        """取回, or 退回重签 after a change: it is not signed any more."""
        document = held(matter)
        document.signed_on, document.signed_digest, document.signers = None, "", ""
        _become(document, RUNNING, "等待重新签发", actor=actor, at=at)

    def filed(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        """The last step is the distribution, which has said so itself."""

    def refused(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        _become(held(matter), VOID, "文稿未获签发", actor=actor, at=at)

    def withdrawn(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        """作废 of a numbered document leaves its number in the book, void with the reason (B9-09)."""
        document = held(matter)
        if matter.state != "已作废":
            _become(document, DRAFT, f"文稿{matter.state}", actor=actor, at=at)
            return
        number = document.number
        if number is not None:
            number.state, number.voided_by, number.voided_at = "作废", actor, at
            number.void_reason = _reason(matter)
            number.save(update_fields=["state", "voided_by", "voided_at", "void_reason"])
        _become(document, VOID, "文稿作废", actor=actor, at=at, touched=[number] if number else [])


def _entitled(document: IssuedDocument, actor: Person, day: date) -> None:
    if not may_sign(actor, document.name, day):
        refuse("没有签发。", [not_signing(actor, document.name, "、".join(SIGNS[document.name]))])


def _both_names(document: IssuedDocument) -> None:
    """联合: each of the two names is signed by who may sign for it on that day, one person once with both posts."""
    if document.name != JOINT:
        return
    said = _issuing(document.matter).select_related("person")
    findings = [
        Finding(
            "签发", f"{post}还没有签发", "党组书记、局长都签发", f"请由{post}签发。", clause=CLAUSE, who=post
        )
        for name, (post,) in ((one, SIGNS[one]) for one in ("党组", "局"))
        if not any(may_sign(one.person, name, today(one.at)) for one in said)
    ]
    refuse("没有签发。", findings)


def _reason(matter: Matter) -> str:
    """The words of whoever voided it, for the number book."""
    said = Opinion.objects.filter(matter=matter, act="作废").order_by("pk").last()
    return said.text.strip()[:LONGEST_REASON] if said else f"{matter.number}作废"


def _issuing(matter: Matter) -> QuerySet[Opinion]:
    return Opinion.objects.filter(
        matter=matter, step__act=ISSUING, step__round=matter.round, act="同意"
    ).order_by("pk")


def held(matter: Matter) -> IssuedDocument:
    return IssuedDocument.objects.select_for_update().select_related("matter").get(matter=matter)


def signers_of(matter: Matter) -> list[str]:
    """Whoever signed for the issue in this round, each once, in the order of signing."""
    return list(dict.fromkeys(_issuing(matter).values_list("person__name", flat=True)))


def _become(
    document: IssuedDocument, state: str, action: str, *, actor: Person, at: datetime,
    touched: Sequence[Model] = (),
) -> None:  # fmt: skip
    document.state = state
    document.save()
    matter = document.matter
    matter.refresh_from_db()
    enter(
        actor=actor, action=action, kind=KINDS[IssuedDocument], record=document,
        payload={"编号": matter.number, "状态": state, "稿次": document.version}, at=at,
        key=f"documents:{matter.pk}:v{matter.version}:{action}", rule=CLAUSE, touched=touched,
    )  # fmt: skip
