"""先行用印 that nobody has signed for yet, and which of it is overdue (17-4b)."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from zhixing.office.registers.models import Kept
from zhixing.organ.models import Organ
from zhixing.regulations.seals.models import SealUse


def unsigned(organ: Organ | str) -> QuerySet[SealUse]:
    """Stamped on a word, not yet approved in writing; one that was refused stays open until it is dealt with."""
    rows = SealUse.objects.filter(organ=organ, urgent=True, signed_at=None).exclude(paperwork_due=None)
    return rows.select_related("person", "agreed_by", "seal__kept", "matter")


def overdue(organ: Organ | str, day: date) -> QuerySet[SealUse]:
    """Named for it: the last day has passed."""
    return unsigned(organ).filter(paperwork_due__lt=day).order_by("paperwork_due", "pk")


def unsigned_of(kept: Kept, year: int) -> QuerySet[SealUse]:
    return unsigned(kept.organ_id).filter(seal__kept=kept, stampings__at__year=year).distinct()
