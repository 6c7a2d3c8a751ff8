"""What every printed form of attendance says of itself: number, state, who printed it and when (domain 4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db.models import Model

from zhixing.journal.models import Entry
from zhixing.journal.receipts import Receipt, receipt_of
from zhixing.office.papers.envelope import Envelope
from zhixing.organ.local_time import local
from zhixing.organ.models import Organ, Person

HERE = Path(__file__).parent
DONE = frozenset({"已办结", "已同意", "已锁定"})


@dataclass(frozen=True, slots=True)
class Printing:
    """Who asked for the paper, and when."""

    by: Person
    at: datetime

    def envelope(
        self, organ: Organ, *, title: str, number: str, state: str, receipt: Receipt | None = None
    ) -> Envelope:
        """A form that is not yet decided carries 草稿 across it."""
        return Envelope(
            organ=organ.name, title=title, number=number or "未编号", state=state, by=self.by.name, at=self.at,
            draft=state not in DONE, receipt=receipt.text() if receipt else "",
            receipt_at=receipt.at if receipt else None,
        )  # fmt: skip


def receipt_about(record: Model, organ: Organ, kind: str, *actions: str) -> Receipt | None:
    """The receipt of the last act on the record, or of the last one among `actions`; None while there is none."""
    about = Entry.objects.filter(organ=organ.pk, object_kind=kind, object_id=str(record.pk))
    last = (about.filter(action__in=actions) if actions else about).order_by("seq").last()
    return receipt_of(last) if last else None


def moment(at: datetime | None) -> str:
    """An instant as paper shows it; "" where there is none."""
    return f"{local(at):%Y-%m-%d %H:%M}" if at else ""
