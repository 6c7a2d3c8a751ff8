"""What of 01's own records shows that a recurring duty was done; the rest is said by whoever bears it."""

from __future__ import annotations

from zhixing.office.duties.evidence import Evidence
from zhixing.office.duties.evidence import register as evidence

SOURCES: dict[str, Evidence] = {}


def register() -> None:
    """Called once by the app when it is ready."""
    for duty, source in SOURCES.items():
        evidence("governance", duty, source)
