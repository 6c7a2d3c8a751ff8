"""Who sees the records of governance: the default is no."""

from __future__ import annotations

from django.db.models import Model

from zhixing.organ.policy import Rule, register
from zhixing.regulations.governance import visibility_registers, visibility_topics
from zhixing.regulations.governance.models import (
    Bypass,
    Deliberation,
    EmergencyAction,
    MajorMatter,
    Topic,
    TopicPaper,
)

RULES: tuple[tuple[Rule, tuple[type[Model], ...]], ...] = (
    (visibility_topics.topics, (Topic,)),
    (visibility_topics.papers, (TopicPaper,)),
    (visibility_topics.majors, (MajorMatter,)),
    (visibility_topics.deliberations, (Deliberation,)),
    (visibility_topics.emergencies, (EmergencyAction,)),
    (visibility_topics.bypasses, (Bypass,)),
)


def register_all() -> None:
    """Called once by the app when it is ready."""
    visibility_topics.register()
    for rule, models in (*RULES, *visibility_registers.RULES):
        for model in models:
            register(model, rule)
