"""What a column of a ledger holds, and how a value of it is written into a cell: real dates, real numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from django.utils import timezone

FEN, HALVES, MINUTES_OF_A_DAY = 100, 2, 1440
Cell = str | int | date | datetime | None


class Kind(StrEnum):
    """The value of a cell is given as the product keeps it: fen, half-days, minutes, dates."""

    TEXT = "文字"
    WHOLE = "整数"
    MONEY = "金额"
    DAYS = "天数"
    DURATION = "时长"
    DATE = "日期"
    MOMENT = "时间"


FORMATS = {
    Kind.TEXT: "@",
    Kind.WHOLE: "0",
    Kind.MONEY: "#,##0.00",
    Kind.DAYS: "0.0",
    Kind.DURATION: "[h]:mm",
    Kind.DATE: "yyyy-mm-dd",
    Kind.MOMENT: "yyyy-mm-dd hh:mm",
}
SCALES = {Kind.WHOLE: 1, Kind.MONEY: FEN, Kind.DAYS: HALVES, Kind.DURATION: MINUTES_OF_A_DAY}
WIDTHS = {Kind.TEXT: 14, Kind.WHOLE: 8, Kind.MONEY: 12, Kind.DAYS: 8, Kind.DURATION: 10, Kind.DATE: 12}


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in characters (0: by kind); `summed` puts its sum into the last row."""

    title: str
    kind: Kind = Kind.TEXT
    width: int = 0
    summed: bool = False

    @property
    def wide(self) -> int:
        return self.width or WIDTHS.get(self.kind, 17)


def number(kind: Kind, value: int) -> Decimal:
    """Fen as yuan, half-days as days, minutes as part of a day: exact, never by way of a float."""
    return Decimal(value) / SCALES[kind]


def total(column: Column, place: int, rows: Sequence[Sequence[Cell]]) -> int:
    """The sum of a column, in the unit the product keeps; raises TypeError where a cell is no number."""
    if column.kind not in SCALES:
        raise TypeError(f"{column.title}不是数字，不能合计")
    found = [row[place] for row in rows if row[place] is not None]
    numbers = [value for value in found if isinstance(value, int)]
    if len(numbers) != len(found):
        raise TypeError(f"{column.title}里有不是数字的值")
    return sum(numbers)


def local(moment: datetime) -> datetime:
    """The organ's own time, as Excel knows no zones."""
    return timezone.localtime(moment).replace(tzinfo=None)
