"""Which procedures 09 runs through matters: issuing, from the draft to the distribution."""

from zhixing.office import registry
from zhixing.regulations.documents.workflow.issued_decided import IssueHandler

KEY = "documents"


def register() -> None:
    """Called once by the app when it is ready."""
    registry.register(registry.Handler(KEY, {"发文": IssueHandler()}))
