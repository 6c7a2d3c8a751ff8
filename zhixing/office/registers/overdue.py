"""What is out, and what is out too long: late on the day after the last day (E31)."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from zhixing.office.registers.models import OUT, Kept, Loan
from zhixing.organ.models import Organ


def out_now(organ: Organ, register: str) -> QuerySet[Loan]:
    rows = Loan.objects.filter(organ=organ, kept__register=register, state__in=OUT)
    return rows.select_related("kept", "borrower", "kept__holder")


def is_late(loan: Loan, day: date) -> bool:
    return loan.state in OUT and day > loan.due


def late_loans(organ: Organ, register: str, day: date) -> QuerySet[Loan]:
    return out_now(organ, register).filter(due__lt=day)


def late_loan_of(kept: Kept, day: date) -> Loan | None:
    """The loan that keeps this thing from being lent again; None where nothing is late."""
    return kept.loans.filter(state__in=OUT, due__lt=day).select_related("borrower").first()
