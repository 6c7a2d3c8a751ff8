"""The records of 公文收发管理制度."""

from zhixing.regulations.documents.models.loans import PaperLoan
from zhixing.regulations.documents.models.numbers import DocumentNumber
from zhixing.regulations.documents.models.received import (
    ClassifiedNumber,
    HandedIn,
    ReceivedDocument,
    ReceivedFile,
)

__all__ = [
    "ClassifiedNumber",
    "DocumentNumber",
    "HandedIn",
    "PaperLoan",
    "ReceivedDocument",
    "ReceivedFile",
]
