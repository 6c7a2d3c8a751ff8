"""What a section drafted and sent out in a year, as it hands it in (09-3)."""

from __future__ import annotations

from collections.abc import Iterator

from zhixing.organ.models import Section
from zhixing.regulations.documents.models import IssuedDocument
from zhixing.regulations.documents.models.issued import FILED, SENT
from zhixing.regulations.documents.workflow.filing_sources import Offered
from zhixing.regulations.documents.workflow.filing_sources import register as source

WORD = "发文"


def ready(section: Section, year: int) -> Iterator[Offered]:
    """By the day on which it was signed."""
    found = IssuedDocument.objects.filter(section=section, state=SENT, signed_on__year=year)
    for one in (
        found.select_related("number", "organ").order_by("signed_on", "pk").prefetch_related("files__file")
    ):
        assert one.signed_on is not None
        yield Offered(
            source=f"{WORD}:{one.pk}", author=one.organ.name, number=str(one.number), title=one.title,
            day=one.signed_on, pages=1, files=tuple(kept.file for kept in one.files.all()),
        )  # fmt: skip


def filed(number: int, archive_number: str) -> IssuedDocument:
    document = IssuedDocument.objects.get(pk=number)
    document.state, document.archive_number = FILED, archive_number
    document.save(update_fields=["state", "archive_number"])
    return document


def register() -> None:
    """Called once by the app when it is ready."""
    source(WORD, ready, filed)
