"""Records are found as soon as they are saved: a registered model keeps its own place in the index."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save

from zhixing.search.engines import engine
from zhixing.search.models import Document
from zhixing.search.tokens import document_tokens


@dataclass(frozen=True, slots=True)
class Words:
    """What of a record can be found."""

    title: str
    body: str = ""


Describe = Callable[[Any], Words | None]
_described: dict[type[Model], tuple[str, Describe]] = {}


def register(model: type[Model], kind: str, describe: Describe) -> None:
    """From now on each saved `model` is found under `kind`; `describe` gives None for what must not be."""
    _described[model] = (kind, describe)
    post_save.connect(_saved, sender=model, dispatch_uid=f"search-{kind}")


def kinds() -> dict[str, type[Model]]:
    return {kind: model for model, (kind, _) in _described.items()}


def put(*, organ: str, kind: str, object_id: str, words: Words) -> None:
    """Enter or renew one record."""
    document, _ = Document.objects.update_or_create(
        organ=organ,
        kind=kind,
        object_id=object_id,
        defaults={"title": words.title[:300], "body": words.body},
    )
    engine().put(document.pk, document_tokens(f"{words.title} {words.body}"))


def put_record(record: Any) -> None:
    """Enter a registered record as it now is (bulk loads call this, signals do not see them)."""
    kind, describe = _described[type(record)]
    if (words := describe(record)) is not None:
        put(organ=record.organ_id, kind=kind, object_id=str(record.pk), words=words)


def _saved(instance: Model, **_: Any) -> None:
    put_record(instance)
