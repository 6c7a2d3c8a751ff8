"""Asking the index. Whoever asks narrows the records to those that the policy of their kind lets be seen."""

from typing import Any

from django.db.models import BigIntegerField, Count, QuerySet
from django.db.models.functions import Cast

from zhixing.search.engines import engine
from zhixing.search.models import Citation, Document
from zhixing.search.tokens import normal, place_token, query_tokens

LONGEST_QUERY = 60


def phrases(asked: str) -> list[str]:
    """The words asked for, as they are compared."""
    return normal(asked[:LONGEST_QUERY].replace("\0", " ")).split()


def find(organ: str, kind: str, asked: str) -> QuerySet[Document]:
    """Documents of one kind and organ holding every phrase asked for, newest first; nothing asked: none.

    Pairs alone would also find 假期请 for 请假期, so the whole phrase must stand in the text.
    """
    tokens = query_tokens(asked[:LONGEST_QUERY])
    if not tokens:
        return Document.objects.none()
    numbers = engine().holding([place_token(organ, kind), *tokens])
    found = Document.objects.filter(organ=organ, kind=kind, pk__in=numbers)
    for phrase in phrases(asked):
        found = found.filter(text__contains=phrase)
    return found.order_by("-pk")


def records(found: QuerySet[Document]) -> QuerySet[Document, int]:
    """The keys of the found records, to narrow a query on the records themselves."""
    return (
        found.order_by()
        .annotate(record=Cast("object_id", BigIntegerField()))
        .values_list("record", flat=True)
    )


def citations(organ: str, kind: str, among: QuerySet[Any]) -> dict[str, int]:
    """How many of the records `among` rest on each clause; clauses without any are not named."""
    cited = Citation.objects.filter(organ=organ, kind=kind, record__in=among.order_by().values("pk"))
    return dict(cited.values_list("clause").annotate(Count("record")))


def citing(organ: str, kind: str, clause: str) -> QuerySet[Citation, int]:
    """The keys of the records that rest on a clause."""
    cited = Citation.objects.filter(organ=organ, kind=kind, clause=clause)
    return cited.values_list("record", flat=True)
