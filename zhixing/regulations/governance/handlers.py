"""Which procedures 01 runs through matters."""

from __future__ import annotations

from zhixing.office import registry
from zhixing.office.registry import ProcedureHandler
from zhixing.regulations.governance.workflow.topic_decided import TopicHandler

KEY = "governance"
PROCEDURES: dict[str, ProcedureHandler] = {
    "党组会议题": TopicHandler("党组议"),
    "局长办公会议题": TopicHandler("局办议"),
}


def register() -> None:
    """Called once by the app when it is ready."""
    registry.register(registry.Handler(KEY, PROCEDURES))
