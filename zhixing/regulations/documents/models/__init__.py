"""The records of 公文收发管理制度."""

from zhixing.regulations.documents.models.filing import FiledFile, FiledPaper, FilingList
from zhixing.regulations.documents.models.issued import (
    Distribution,
    IssuedDocument,
    IssuedFile,
    IssuedSection,
    IssuedVersion,
)
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
    "Distribution",
    "DocumentNumber",
    "FiledFile",
    "FiledPaper",
    "FilingList",
    "HandedIn",
    "IssuedDocument",
    "IssuedFile",
    "IssuedSection",
    "IssuedVersion",
    "PaperLoan",
    "ReceivedDocument",
    "ReceivedFile",
]
