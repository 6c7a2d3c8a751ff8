"""Which rows of governance the journal explains."""

from __future__ import annotations

from django.db.models import Model

from zhixing.journal import snapshots
from zhixing.regulations.governance.models import (
    Bypass,
    Deliberation,
    EmergencyAction,
    MajorMatter,
    Topic,
    TopicPaper,
)

KINDS: dict[type[Model], str] = {
    Bypass: "合规审计",
    Deliberation: "酝酿意见",
    EmergencyAction: "临机处置",
    MajorMatter: "重大事项",
    Topic: "议题申报",
    TopicPaper: "议题附件",
}


def register() -> None:
    """Called once by the app when it is ready: every concrete field but the row's own number."""
    for model, kind in KINDS.items():
        fields = tuple(field.attname for field in model._meta.concrete_fields if not field.primary_key)
        snapshots.register(model, kind, fields)
