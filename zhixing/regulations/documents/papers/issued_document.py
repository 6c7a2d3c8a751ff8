"""A document of the register as it stands on the sheets: PDF/A for print, DOCX to be worked on (09-2.4)."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from pypdf import PdfReader

from zhixing.organ.local_time import today
from zhixing.regulations.documents.models import IssuedDocument
from zhixing.regulations.documents.papers.issued import Issued, printed
from zhixing.regulations.documents.papers.word import written
from zhixing.regulations.documents.workflow.issued_request import UPWARD

PARTY, JOINT, MINUTES, UNNUMBERED = "党组", "联合", "纪要", "（待编号）"


def names_of(document: IssuedDocument) -> tuple[str, ...]:
    """The organs in whose name it goes out, as the red head says them."""
    bureau, party = document.organ.name, f"中共{document.organ.name}党组"
    return {PARTY: (party,), JOINT: (party, bureau)}.get(document.name, (bureau,))


def sheet_of(document: IssuedDocument, at: datetime) -> Issued:
    """Dated by the day on which it was signed; a draft by the day on which it is looked at."""
    day = document.signed_on or today(at)
    upward = document.type in UPWARD
    return Issued(
        form=document.form, organ=document.organ_id, names=names_of(document),
        number=str(document.number) if document.number else UNNUMBERED, title=document.title, body=document.body,
        dated=day, mark=f"{document.organ.short_name}{MINUTES}" if document.form == MINUTES else "",
        addressees=document.main_to, urgency=document.urgency,
        signers=tuple(document.signers.split("、")) if upward and document.signers else (),
        annexes=tuple(line.strip() for line in document.annexes.splitlines() if line.strip()),
        copied_to=document.copied_to,
        printed_by=f"{document.organ.name}办公室", printed_on=day, sealed=document.form != MINUTES,
    )  # fmt: skip


def final_of(document: IssuedDocument, at: datetime) -> bytes:
    """The PDF that is stamped; the same bytes for the same document and moment."""
    return printed(sheet_of(document, at), at=document.sealed_at or at)


def word_of(document: IssuedDocument, at: datetime) -> bytes:
    return written(sheet_of(document, at), at=at)


def pages_of(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)
