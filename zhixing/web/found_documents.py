"""Documents that came in and went out, as a search shows them, and the document that carries a file."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse

from zhixing.files.models import StoredFile
from zhixing.organ.policy import Viewer, visible
from zhixing.regulations.documents.findable import ISSUED, RECEIVED
from zhixing.regulations.documents.findable import issued as issued_words
from zhixing.regulations.documents.findable import received as received_words
from zhixing.regulations.documents.models import IssuedDocument, IssuedFile, ReceivedDocument, ReceivedFile
from zhixing.search.marks import excerpt, marked
from zhixing.web.found_hit import Hit, all_in, found_of


def received(viewer: Viewer, asked: str) -> QuerySet[ReceivedDocument]:
    return found_of(viewer, ReceivedDocument, RECEIVED, asked).order_by("-received_on", "-pk")


def received_hit(one: ReceivedDocument, words: list[str]) -> Hit:
    body = [] if all_in(one.title, words) else excerpt(received_words(one).body, words)
    side = f"{one.shown}　{one.sender}　{one.received_on}"
    return Hit(reverse("web:received_one", args=[one.pk]), marked(one.title, words), body, side, one.state)


def issued(viewer: Viewer, asked: str) -> QuerySet[IssuedDocument]:
    return found_of(viewer, IssuedDocument, ISSUED, asked).select_related("number", "section").order_by("-pk")


def issued_hit(one: IssuedDocument, words: list[str]) -> Hit:
    body = [] if all_in(one.title, words) else excerpt(issued_words(one).body, words)
    side = "　".join(filter(None, (str(one.number or ""), one.section.name if one.section else "")))
    return Hit(reverse("web:issued_one", args=[one.pk]), marked(str(one), words), body, side, one.state)


def carrier(viewer: Viewer, file: StoredFile) -> tuple[str, str, str] | None:
    """Address, what it is called and its state, of the document that carries the file; None where none does."""
    came = visible(viewer, ReceivedFile).filter(file=file).select_related("document").first()
    if came is not None:
        document = came.document
        return reverse("web:received_one", args=[document.pk]), str(document), document.state
    went = visible(viewer, IssuedFile).filter(file=file).select_related("document").first()
    if went is not None:
        return reverse("web:issued_one", args=[went.document_id]), str(went.document), went.document.state
    return None
