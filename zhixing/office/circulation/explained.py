"""Which rows of circulation the journal explains: all of them."""

from __future__ import annotations

from django.db.models import Model

from zhixing.journal import snapshots
from zhixing.office.circulation.models import Assignment, Box, Hand, Progress, Reader, Sheet, Urging

KINDS: dict[type[Model], str] = {
    Sheet: "办文单",
    Box: "办文单意见栏",
    Reader: "传阅",
    Hand: "公文去向",
    Urging: "公文催办",
    Assignment: "公文交办",
    Progress: "办理进展",
}


def register() -> None:
    """Called once by the app when it is ready: every concrete field but the row's own number."""
    for model, kind in KINDS.items():
        fields = tuple(field.attname for field in model._meta.concrete_fields if not field.primary_key)
        snapshots.register(model, kind, fields)
