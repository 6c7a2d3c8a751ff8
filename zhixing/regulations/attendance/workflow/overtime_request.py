"""What a person types to claim overtime."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class OvertimeRequest:
    nature: str = ""
    reason: str = ""
    began: datetime | None = None
    ended: datetime | None = None
