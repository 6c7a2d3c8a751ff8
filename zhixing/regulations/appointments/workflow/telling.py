"""Who is told that it is their turn; the line names neither candidate nor post."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from zhixing.office.duties.telling import tell
from zhixing.organ.models import Person
from zhixing.regulations.appointments.models import Case

KIND = "干部任用"


def told(case: Case, people: Iterable[Person], text: str, *, at: datetime, key: str) -> None:
    tell(people, f"{case.number}{text}", kind=KIND, record=case, at=at, key=key)
