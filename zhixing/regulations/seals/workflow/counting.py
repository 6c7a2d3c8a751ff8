"""How many copies were stamped, and how many may still be (17-5a)."""

from __future__ import annotations

from django.db.models import Sum

from zhixing.regulations.seals.models import SealUse


def stamped_of(use: SealUse) -> int:
    return use.stampings.aggregate(all=Sum("copies"))["all"] or 0


def left_of(use: SealUse) -> int:
    return max((use.copies or 0) - stamped_of(use), 0)
