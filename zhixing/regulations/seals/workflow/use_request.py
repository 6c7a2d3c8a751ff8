"""The columns of the 用印审批登记表 that the applicant fills in."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime

from zhixing.files.models import StoredFile
from zhixing.law.ruling import Ruling
from zhixing.organ.local_time import local
from zhixing.organ.models import Person
from zhixing.organ.parameters import OwnValues
from zhixing.regulations.seals.facts import BUSINESS, OFFICIAL, PARTY, PARTY_SEAL
from zhixing.regulations.seals.models import Seal, SealUse
from zhixing.regulations.seals.workflow.statute import ruling

PLAIN, URGENT = "用印", "急用"


@dataclass(frozen=True, slots=True)
class UseRequest:
    """`urgent` is settled when the draft begins: it is a procedure of its own (17-4b)."""

    seal: Seal | None = None
    title: str = ""
    purpose: str = ""
    reason: str = ""
    material: str = ""
    copies: int | None = None
    pages: int | None = None
    recipient: str = ""
    file: StoredFile | None = None
    urgent: bool = False
    agreed_by: Person | None = None
    agreed_at: datetime | None = None
    agreed_how: str = ""

    @property
    def procedure(self) -> str:
        return URGENT if self.urgent else PLAIN


NAMES = tuple(field.name for field in fields(UseRequest))


def typed_in(use: SealUse) -> UseRequest:
    """The request as the row holds it."""
    return UseRequest(**{name: getattr(use, name) for name in NAMES})


def typed_into(use: SealUse, request: UseRequest) -> None:
    for name in NAMES:
        value = getattr(request, name)
        setattr(use, name, value.strip() if isinstance(value, str) else value)


def paper_of(request: UseRequest) -> dict[str, str]:
    """The 用印审批登记表 as typed."""
    written = {
        "印章": request.seal.kept.name if request.seal else "",
        "文件名称": request.title,
        "事由类别": request.purpose,
        "用印事由": request.reason,
        "材料": request.material,
        "用印份数": str(request.copies or ""),
        "页数": str(request.pages or ""),
        "送往单位": request.recipient,
        "材料全文": request.file.name if request.file else "",
    }
    if not request.urgent:
        return written
    at = f"{local(request.agreed_at):%Y-%m-%d %H:%M}" if request.agreed_at else ""
    said = {"同意的人": request.agreed_by.name if request.agreed_by else "", "同意时间": at}
    return {**written, **said, "同意方式": request.agreed_how}


def class_of(seal: Seal | None) -> str:
    """The table's word for a seal: who approves depends on it."""
    if seal is None or seal.kind == "局章":
        return OFFICIAL
    return PARTY if seal.kind == "党组章" else BUSINESS


def judged(request: UseRequest, day: date, own: OwnValues) -> Ruling | None:
    """Who approves, or that nobody may; None until purpose and material are said."""
    purpose = PARTY_SEAL if class_of(request.seal) == PARTY else request.purpose
    if not purpose or not request.material:
        return None
    matter = ruling("事项类别", day, own, 事由=purpose).outcome["事项"]
    facts = {"事项": matter, "印章": class_of(request.seal), "材料": request.material}
    return ruling("用印审批", day, own, **facts)
