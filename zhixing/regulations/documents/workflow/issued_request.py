"""What the drafter writes on the 发文稿纸 (09-2.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields

from zhixing.digests import PREFERRED, digest
from zhixing.journal.canonical import canonical
from zhixing.organ.models import Section
from zhixing.regulations.documents.models import IssuedDocument, ReceivedDocument

SEPARATORS = re.compile(r"[、，；,;\n]+")
UPWARD = frozenset({"请示", "报告", "议案"})


@dataclass(frozen=True, slots=True)
class IssuedRequest:
    """`main_to` and `copied_to` name organs divided by 、; `touched` are the sections whose work it concerns."""

    name: str = "局"
    form: str = "文件"
    type: str = ""
    urgency: str = "平件"
    title: str = ""
    main_to: str = ""
    copied_to: str = ""
    body: str = ""
    annexes: str = ""
    copies: int = 1
    disclosure: str = ""
    closed_for: str = ""
    section: Section | None = None
    answers: ReceivedDocument | None = None
    touched: tuple[Section, ...] = field(default=())


TEXT = ("name", "form", "type", "urgency", "title", "main_to", "copied_to", "body", "annexes")
KEPT = tuple(one.name for one in fields(IssuedRequest) if one.name != "touched")


def typed_in(document: IssuedDocument) -> IssuedRequest:
    """The request as the row holds it."""
    touched = document.touched.filter(version=document.version).select_related("section")
    given = {name: getattr(document, name) for name in KEPT}
    return IssuedRequest(**given, touched=tuple(one.section for one in touched))


def typed_into(document: IssuedDocument, request: IssuedRequest) -> None:
    for name in KEPT:
        value = getattr(request, name)
        setattr(document, name, value.strip() if isinstance(value, str) else value)


def organs_in(text: str) -> list[str]:
    """The organs of 主送 or 抄送, one each."""
    return [one.strip() for one in SEPARATORS.split(text) if one.strip()]


def content_of(document: IssuedDocument) -> dict[str, str]:
    """Everything that is signed: what stands on the sheet."""
    return {name: str(getattr(document, name)) for name in TEXT}


def digest_of(content: dict[str, str]) -> str:
    return f"{PREFERRED}:{digest(PREFERRED, canonical(content).encode())}"


def paper_of(request: IssuedRequest) -> dict[str, str]:
    """The 发文稿纸 as typed, for the page of the matter."""
    return {
        "标题": request.title,
        "名义": request.name,
        "文种": request.type,
        "紧急程度": request.urgency,
        "主送": request.main_to,
        "抄送": request.copied_to,
        "正文": request.body,
        "附件说明": request.annexes,
        "印数": str(request.copies),
        "公开属性": request.disclosure,
        "不予公开的理由": request.closed_for,
        "拟稿科室": request.section.name if request.section else "",
        "涉及科室": "、".join(one.name for one in request.touched),
        "答复的来文": request.answers.shown if request.answers else "",
    }
