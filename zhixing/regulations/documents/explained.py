"""Which rows of 09 the journal explains: all of them."""

from __future__ import annotations

from django.db.models import Model

from zhixing.journal import snapshots
from zhixing.regulations.documents.models import (
    ClassifiedNumber,
    Distribution,
    DocumentNumber,
    FiledFile,
    FiledPaper,
    FilingList,
    HandedIn,
    IssuedDocument,
    IssuedFile,
    IssuedSection,
    IssuedVersion,
    PaperLoan,
    ReceivedDocument,
    ReceivedFile,
)

KINDS: dict[type[Model], str] = {
    DocumentNumber: "文号",
    FilingList: "归档移交清册",
    FiledPaper: "归档文件",
    FiledFile: "归档文件附件",
    IssuedDocument: "发文",
    IssuedSection: "发文涉及科室",
    IssuedFile: "发文依据文件",
    IssuedVersion: "发文稿次",
    Distribution: "发文分发",
    ReceivedDocument: "收文",
    ReceivedFile: "来文附件",
    HandedIn: "文件转交",
    ClassifiedNumber: "涉密来文编号",
    PaperLoan: "公文借阅",
}


def register() -> None:
    """Called once by the app when it is ready: every concrete field but the row's own number."""
    for model, kind in KINDS.items():
        fields = tuple(field.attname for field in model._meta.concrete_fields if not field.primary_key)
        snapshots.register(model, kind, fields)
