"""Records are found as soon as they are saved: a registered model keeps its own place in the index."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_save

from zhixing.search.engines import engine
from zhixing.search.models import Citation, Document
from zhixing.search.tokens import document_tokens, normal, place_token


@dataclass(frozen=True, slots=True)
class Words:
    """What of a record can be found, and the clauses it rests on."""

    title: str
    body: str = ""
    clauses: tuple[str, ...] = ()


Describe = Callable[[Any], Words | None]
_described: dict[type[Model], tuple[str, Describe]] = {}


def register(model: type[Model], kind: str, describe: Describe) -> None:
    """From now on each saved `model` is found under `kind`; `describe` gives None for what must not be."""
    _described[model] = (kind, describe)
    post_save.connect(_saved, sender=model, dispatch_uid=f"search-{kind}")


def kinds() -> dict[str, type[Model]]:
    return {kind: model for model, (kind, _) in _described.items()}


def put(*, organ: str, kind: str, object_id: str, words: Words) -> None:
    """Enter or renew one record; nothing is written for one that reads as before."""
    wanted = {
        "title": words.title[:300],
        "body": words.body,
        "text": normal(f"{words.title}\n{words.body}"),
        "clauses": "\n".join(sorted(set(words.clauses))),
    }
    known = Document.objects.filter(organ=organ, kind=kind, object_id=object_id).first()
    if known is not None and wanted == {name: getattr(known, name) for name in wanted}:
        return
    document = known or Document(organ=organ, kind=kind, object_id=object_id)
    before = document.clauses
    for name, value in wanted.items():
        setattr(document, name, value)
    document.save()
    tokens = document_tokens(f"{words.title} {words.body}")
    engine().put(document.pk, [place_token(organ, kind), *tokens])
    if document.clauses != before:
        _cite(document, before)


def _cite(document: Document, before: str) -> None:
    place = {"organ": document.organ, "kind": document.kind, "record": int(document.object_id)}
    if before:
        Citation.objects.filter(**place).delete()
    cited = (Citation(**place, clause=clause) for clause in document.clauses.splitlines())
    Citation.objects.bulk_create(cited, ignore_conflicts=True)


def put_record(record: Any) -> None:
    """Enter a registered record as it now is (bulk loads call this, signals do not see them)."""
    kind, describe = _described[type(record)]
    if (words := describe(record)) is not None:
        put(organ=_organ_of(record), kind=kind, object_id=str(record.pk), words=words)


def _organ_of(record: Any) -> str:
    """The key of its organ: floors below the organ know no more of it than that."""
    return str(record.organ_id if hasattr(record, "organ_id") else record.organ)


def rebuild() -> dict[str, int]:
    """Enter every record of every kind anew; how many there are of each."""
    return {kind: _rebuilt(model) for kind, model in kinds().items()}


@transaction.atomic
def _rebuilt(model: type[Model]) -> int:
    count = 0
    for record in model._default_manager.order_by("pk").iterator(chunk_size=500):
        put_record(record)
        count += 1
    return count


def _saved(instance: Model, **_: Any) -> None:
    put_record(instance)
