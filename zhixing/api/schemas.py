"""Shapes that several endpoints share."""

from datetime import datetime

from ninja import Schema


class FindingOut(Schema):
    """One thing that is wrong, and what would mend it."""

    fact: str
    found: str
    expected: str
    mend: str
    clause: str
    cite: str
    who: str


class Problem(Schema):
    """RFC 9457: a refusal with every finding at once."""

    type: str
    status: int
    title: str
    findings: list[FindingOut] = []


class ReceiptOut(Schema):
    """Proof that an act was entered in the organ's journal."""

    organ: str
    seq: int
    hash: str
    at: datetime
    alg: str
