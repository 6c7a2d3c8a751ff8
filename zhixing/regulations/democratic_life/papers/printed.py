"""What every printed form of a life meeting says of itself: number, state, who printed it and when (domain 4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from zhixing.journal.models import Entry
from zhixing.journal.receipts import receipt_of
from zhixing.office.papers.envelope import Envelope
from zhixing.organ.models import Person
from zhixing.regulations.democratic_life.models import LifeMeeting

HERE = Path(__file__).parent
KIND = "民主生活会"


@dataclass(frozen=True, slots=True)
class Printing:
    """Who asked for the paper, and when."""

    by: Person
    at: datetime

    def envelope(self, case: LifeMeeting, title: str, *, draft: bool = False) -> Envelope:
        """A form whose step is not done yet carries 草稿 across it."""
        about = Entry.objects.filter(organ=case.organ_id, object_kind=KIND, object_id=str(case.pk))
        last = about.order_by("seq").last()
        receipt = receipt_of(last) if last else None
        return Envelope(
            organ=case.organ.name, title=title, number=case.number, state=case.state, by=self.by.name, at=self.at,
            draft=draft, receipt=receipt.text() if receipt else "", receipt_at=receipt.at if receipt else None,
        )  # fmt: skip


def spoken(day: date | None) -> str:
    """2026年12月15日; "" where there is none."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
