"""Which procedures 17 runs through matters."""

from __future__ import annotations

from zhixing.office import registry
from zhixing.office.registry import ProcedureHandler
from zhixing.regulations.seals.workflow.carry_decided import CarryHandler
from zhixing.regulations.seals.workflow.custody_hands import CustodyHandler
from zhixing.regulations.seals.workflow.use_decided import UseHandler

KEY = "seals"
PROCEDURES: dict[str, ProcedureHandler] = {
    "用印": UseHandler("用印"),
    "急用": UseHandler("急用印"),
    "外带": CarryHandler(),
    "代管": CustodyHandler(),
}


def register() -> None:
    """Called once by the app when it is ready."""
    registry.register(registry.Handler(KEY, PROCEDURES))
