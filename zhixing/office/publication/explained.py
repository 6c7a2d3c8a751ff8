"""Which rows of public notices the journal explains: all of them."""

from __future__ import annotations

from django.db.models import Model

from zhixing.journal import snapshots
from zhixing.office.publication.models import Objection, PublicNotice, PublishedText

KINDS: dict[type[Model], str] = {PublicNotice: "公示", PublishedText: "公示发布", Objection: "公示反映"}


def register() -> None:
    """Called once by the app when it is ready: every concrete field but the row's own number."""
    for model, kind in KINDS.items():
        fields = tuple(field.attname for field in model._meta.concrete_fields if not field.primary_key)
        snapshots.register(model, kind, fields)
