"""Under which words received and issued documents are found: title, numbers, who sent it, what it says."""

from zhixing.regulations.documents.models import IssuedDocument, ReceivedDocument
from zhixing.search.index import Words, register

RECEIVED, ISSUED = "收文", "发文"


def received(one: ReceivedDocument) -> Words:
    return Words(one.title, f"{one.shown} {one.sender} {one.sender_number} {one.result}".strip())


def issued(one: IssuedDocument) -> Words:
    """A draft is found by its drafter alone, as everything is that the policy shows nobody else."""
    number = str(one.number) if one.number else ""
    return Words(one.title, f"{number} {one.main_to} {one.copied_to} {one.body}".strip())


def publish() -> None:
    """Called once by the app when it is ready."""
    register(ReceivedDocument, RECEIVED, received)
    register(IssuedDocument, ISSUED, issued)
