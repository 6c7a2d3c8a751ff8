"""Which rows of governance the journal explains."""

from __future__ import annotations

from django.db.models import Model

from zhixing.journal import snapshots

KINDS: dict[type[Model], str] = {}


def register() -> None:
    """Called once by the app when it is ready: every concrete field but the row's own number."""
    for model, kind in KINDS.items():
        fields = tuple(field.attname for field in model._meta.concrete_fields if not field.primary_key)
        snapshots.register(model, kind, fields)
