"""Which rows of registers the journal explains: all of them."""

from __future__ import annotations

from django.db.models import Model

from zhixing.journal import snapshots
from zhixing.office.registers.models import HandOver, Kept, Line, Loan, StockLine, StockTaking, YearBook

KINDS: dict[type[Model], str] = {
    Kept: "登记物",
    HandOver: "保管交接",
    Loan: "借出",
    Line: "登记簿条目",
    YearBook: "年度登记簿",
    StockTaking: "盘点",
    StockLine: "盘点明细",
}


def register() -> None:
    """Called once by the app when it is ready: every concrete field but the row's own number."""
    for model, kind in KINDS.items():
        fields = tuple(field.attname for field in model._meta.concrete_fields if not field.primary_key)
        snapshots.register(model, kind, fields)
