"""Asking the index. Whoever asks filters the hits through the policies of their kinds."""

from dataclasses import dataclass

from zhixing.search.engines import engine
from zhixing.search.models import Document
from zhixing.search.tokens import normal, query_tokens

MOST_HITS = 200
LONGEST_QUERY = 100


@dataclass(frozen=True, slots=True)
class Hit:
    kind: str
    object_id: str
    title: str


def find(organ: str, asked: str) -> list[Hit]:
    """Records of one organ holding every word asked for, newest first; nothing asked finds nothing."""
    text = asked[:LONGEST_QUERY]
    tokens = query_tokens(text)
    if not tokens:
        return []
    found = Document.objects.in_bulk(engine().find(organ, tokens, MOST_HITS))
    return [
        Hit(document.kind, document.object_id, document.title)
        for document in sorted(found.values(), key=lambda one: -one.pk)
        if _holds_each_phrase(document, text)
    ]


def _holds_each_phrase(document: Document, asked: str) -> bool:
    """Pairs alone would also find 假期请 for 请假期; the whole phrase must stand in the text."""
    text = normal(f"{document.title} {document.body}")
    return all(phrase in text for phrase in normal(asked).split())
