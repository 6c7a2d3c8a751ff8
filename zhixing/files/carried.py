"""Which files an act carries: those its records point to. Their digests go into the act's entry."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import ForeignKey, Model

from zhixing.files.models import StoredFile


def digests_of(rows: Iterable[Model]) -> list[str]:
    """The content digests of every stored file that a foreign key of the rows names, each once, in order."""
    keys = {key for row in rows for key in _named(row)}
    return sorted(set(StoredFile.objects.filter(pk__in=keys).values_list("digest", flat=True)))


def _named(row: Model) -> Iterable[int]:
    if isinstance(row, StoredFile):
        yield row.pk
    for field in row._meta.concrete_fields:
        if isinstance(field, ForeignKey) and field.related_model is StoredFile:
            key = getattr(row, field.attname)
            if key is not None:
                yield key
