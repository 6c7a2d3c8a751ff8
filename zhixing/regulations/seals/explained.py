"""Which rows of 17 the journal explains: all of them."""

from __future__ import annotations

from django.db.models import Model

from zhixing.journal import snapshots
from zhixing.regulations.seals.models import (
    CarryOut,
    Coercion,
    Custody,
    Designation,
    Destruction,
    Incident,
    Seal,
    SealUse,
    Stamping,
)

KINDS: dict[type[Model], str] = {
    CarryOut: "印章外带",
    Coercion: "强行用印报告",
    Custody: "印章代管",
    Designation: "指定保管人",
    Destruction: "印章销毁",
    Incident: "印章处置",
    Seal: "印章",
    SealUse: "用印",
    Stamping: "盖印",
}


def register() -> None:
    """Called once by the app when it is ready: every concrete field but the row's own number."""
    for model, kind in KINDS.items():
        fields = tuple(field.attname for field in model._meta.concrete_fields if not field.primary_key)
        snapshots.register(model, kind, fields)
