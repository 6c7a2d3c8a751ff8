"""Issuing in the demo bureau's people: E031 drafts in 企业服务科 (head E030, leader E005); E003 and E004 lead other
sections, E001 is chief and secretary, E008 checks, E010 is the clerk, E011 keeps the seals."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, TypedDict

from zhixing.files.models import StoredFile
from zhixing.files.store import keep
from zhixing.office.matters import acts
from zhixing.office.matters.models import Matter, Task
from zhixing.organ.models import Organ, Person, Section
from zhixing.regulations.documents.models import IssuedDocument
from zhixing.regulations.documents.workflow.issued_draft import submit_document
from zhixing.regulations.documents.workflow.issued_request import IssuedRequest

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
_keys = count()
LETTER = IssuedRequest(
    form="信函", type="函", title="关于报送技改项目进展情况的复函", main_to="市经信局", copied_to="区政府办公室",
    body="来函收悉。现将有关情况函复如下：\n一、总体情况\n全区实施技改项目42个。", copies=3, disclosure="依申请公开",
)  # fmt: skip


class Acting(TypedDict):
    actor: Person
    at: datetime
    key: str


def who(number: str, *, minutes: int = 0) -> Acting:
    turn = next(_keys)
    return {
        "actor": Person.objects.get(number=number),
        "at": NOW + timedelta(minutes=turn + minutes),
        "key": f"issue-{turn}",
    }


def section(name: str) -> Section:
    return Section.objects.get(name=name)


def basis(organ: Organ) -> StoredFile:
    return keep(organ=organ.pk, name="来函.txt", content="请报送技改项目进展。".encode(), by="E031", at=NOW)


def letter(*touched: str, **changes: Any) -> IssuedRequest:
    whole = replace(LETTER, section=section("企业服务科"), touched=tuple(section(one) for one in touched))
    return replace(whole, **changes)


def submitted(organ: Organ, *touched: str, drafter: str = "E031", **changes: Any) -> IssuedDocument:
    return submit_document(request=letter(*touched, **changes), files=[basis(organ)], **who(drafter))


def waiting(document: IssuedDocument) -> list[str]:
    tasks = Task.objects.filter(matter=document.matter_id, state="待办", kind="办理")
    return sorted(tasks.values_list("person__number", flat=True))


def step(document: IssuedDocument) -> str:
    return str(
        Task.objects.filter(matter=document.matter_id, state="待办").values_list("step__act", flat=True)[0]
    )


def agreed(document: IssuedDocument, number: str) -> None:
    acts.agree(matter=Matter.objects.get(pk=document.matter_id), text="同意", **who(number))


def signed(organ: Organ, *touched: str, **changes: Any) -> IssuedDocument:
    """Everybody agrees until it waits for 复核."""
    document = submitted(organ, *touched, **changes)
    while step(document) != "复核":
        agreed(document, waiting(document)[0])
    return IssuedDocument.objects.select_related("matter").get(pk=document.pk)


def checked(organ: Organ, *touched: str, **changes: Any) -> IssuedDocument:
    document = signed(organ, *touched, **changes)
    agreed(document, "E008")
    return IssuedDocument.objects.select_related("matter").get(pk=document.pk)
