"""A value of a register as one reads it on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from zhixing.law.values import show_days, show_money
from zhixing.office.papers.columns import Cell, Kind
from zhixing.organ.local_time import local
from zhixing.web.pages.records.book import Shown

NOTHING = "—"
NAME = 4  # characters of a person's name, which is not broken over two lines


class Said(NamedTuple):
    """Head, words, whether they are a state, whether they are a number, whether they stay on one line."""

    head: str
    words: str
    state: bool
    number: bool
    whole: bool


def cells(columns: Iterable[Shown], record: Any) -> list[Said]:
    return [_said(one, written(one.of(record), one.kind)) for one in columns]


def _said(column: Shown, words: str) -> Said:
    figure = column.kind in {Kind.WHOLE, Kind.MONEY, Kind.DAYS}
    whole = column.whole or column.kind in {Kind.DATE, Kind.MOMENT} or len(words) <= NAME
    return Said(column.head, words, column.state, figure, whole)


def written(value: Cell, kind: Kind) -> str:
    """2026-11-23, 2026-11-23 08:30, 0.5, 60.00; — for nothing."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, datetime):
        return f"{local(value):%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and kind is Kind.DAYS:
        return show_days(value)
    if isinstance(value, int) and kind is Kind.MONEY:
        return show_money(value)
    return str(value)
