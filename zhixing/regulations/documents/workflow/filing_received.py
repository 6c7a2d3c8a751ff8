"""What came in and was closed in a year, as a section hands it in (09-3)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from zhixing.organ.models import Section
from zhixing.regulations.documents.models import ReceivedDocument
from zhixing.regulations.documents.models.received import CLOSED, FILED
from zhixing.regulations.documents.workflow.filing_sources import Offered
from zhixing.regulations.documents.workflow.filing_sources import register as source

WORD, OFFICE = "收文", "办公室"


def ready(section: Section, year: int) -> Iterator[Offered]:
    """What the section was to do; the office hands in whatever went to nobody, having registered it."""
    own = Q(sheet__assignments__section=section)
    if section.name == OFFICE:
        own |= Q(sheet__assignments=None)
    found = ReceivedDocument.objects.filter(own, organ=section.organ_id, state=CLOSED, received_on__year=year)
    for one in found.distinct().order_by("received_on", "pk").prefetch_related("files__file"):
        yield Offered(
            source=f"{WORD}:{one.pk}", author=one.sender, number=one.sender_number, title=one.title,
            day=one.written_on or one.received_on, pages=1, files=tuple(kept.file for kept in one.files.all()),
        )  # fmt: skip


def filed(number: int, archive_number: str) -> ReceivedDocument:
    document = ReceivedDocument.objects.get(pk=number)
    document.state, document.archive_number = FILED, archive_number
    document.save(update_fields=["state", "archive_number"])
    return document


def register() -> None:
    """Called once by the app when it is ready."""
    source(WORD, ready, filed)
