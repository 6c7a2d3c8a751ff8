"""Which rows of democratic life the journal explains: all of them."""

from __future__ import annotations

from django.db.models import Model

from zhixing.journal import snapshots
from zhixing.regulations.democratic_life.models import (
    AbsentStatement,
    Content,
    Criticism,
    DayMove,
    Followup,
    LifeMeeting,
    LifeOpinion,
    Material,
    Measure,
    MemberTalk,
    OpinionSummary,
    Problem,
    SuperiorReport,
)

KINDS: dict[type[Model], str] = {
    AbsentStatement: "缺席书面发言",
    Content: "民主生活会内容",
    Criticism: "批评意见",
    DayMove: "民主生活会改期",
    Followup: "整改进展",
    LifeMeeting: "民主生活会",
    LifeOpinion: "征求意见",
    Material: "对照检查材料",
    Measure: "整改措施",
    MemberTalk: "会前谈心",
    OpinionSummary: "征求意见汇总",
    Problem: "查摆问题",
    SuperiorReport: "报告上级党组织",
}


def register() -> None:
    """Called once by the app when it is ready: every concrete field but the row's own number."""
    for model, kind in KINDS.items():
        fields = tuple(field.attname for field in model._meta.concrete_fields if not field.primary_key)
        snapshots.register(model, kind, fields)
