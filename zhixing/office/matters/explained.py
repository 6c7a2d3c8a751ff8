"""What of a matter the journal explains."""

from zhixing.journal.snapshots import register
from zhixing.office.matters.models import Matter, Opinion, Step, Task


def publish() -> None:
    register(
        Matter,
        "事项",
        ("organ", "number", "regulation", "procedure", "title", "starter", "state", "edition", "ruling",
         "facts", "form", "round", "version"),
    )  # fmt: skip
    register(Step, "环节", ("organ", "matter", "round", "order", "label", "bearers", "state"))
    register(Task, "待办", ("organ", "matter", "step", "person", "on_behalf_of", "kind", "state"))
    register(Opinion, "意见", ("organ", "matter", "step", "person", "act", "text", "entry_seq"))
