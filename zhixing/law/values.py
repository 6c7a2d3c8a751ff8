"""The typed vocabulary: closed enumerations, money in fen, leave in half-days, durations in minutes.

Every `parse_*` takes text as an official writes it and raises ValueError saying what was expected.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from zhixing.law.labels import Label, parse_label

__all__ = [
    "CATEGORIES",
    "LEAVE_KINDS",
    "NOTHING",
    "RANKS",
    "Fraction",
    "Label",
    "Value",
    "parse_date",
    "parse_days",
    "parse_duration",
    "parse_fraction",
    "parse_label",
    "parse_list",
    "parse_money",
    "parse_number",
    "parse_yes",
    "plain",
    "show_days",
    "show_duration",
    "show_fraction",
    "show_list",
    "show_money",
    "show_yes",
]

Value = str | int | bool | date | Fraction | Label | tuple[str, ...] | tuple[Label, ...] | None

RANKS = ("一般人员", "中层干部", "局领导", "局长")
LEAVE_KINDS = (
    "事假",
    "病假",
    "年休假",
    "补休假",
    "婚假",
    "丧假",
    "探亲假",
    "产假",
    "哺乳假",
    "陪产假",
    "育儿假",
    "独生子女陪护假",
)
CATEGORIES = ("公务员", "事业", "编外")
NOTHING = "—"
MINUTES = 60
FEN = 100


def plain(text: str) -> str:
    """Text without outer blanks, full-width digits and signs made half-width."""
    return unicodedata.normalize("NFKC", text).strip()


def _scaled(text: str, by: int, expected: str) -> int:
    if not re.fullmatch(r"\d{1,15}(\.\d{1,6})?", text, re.ASCII):
        raise ValueError(expected)
    scaled = Fraction(text) * by
    if scaled.denominator != 1:
        raise ValueError(expected)
    return scaled.numerator


def parse_number(text: str) -> int:
    return _scaled(plain(text), 1, "不带小数的非负整数")


def parse_money(text: str) -> int:
    """Yuan as written ("60.00", "60", "60元") -> fen."""
    return _scaled(
        plain(text).removesuffix("元").replace(",", ""), FEN, "金额，以元为单位，最多两位小数，如 60.00"
    )


def show_money(fen: int) -> str:
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // FEN}.{abs(fen) % FEN:02d}"


def parse_days(text: str) -> int:
    """Days as written ("2", "0.5", "2天") -> half-days."""
    return _scaled(plain(text).removesuffix("天"), 2, "0.5 的倍数，如 0.5、2、2.5")


def show_days(halves: int) -> str:
    sign = "-" if halves < 0 else ""
    return f"{sign}{abs(halves) // 2}{'.5' if halves % 2 else ''}"


def parse_duration(text: str) -> int:
    """2:00, 1:59, 1.9 or 1.9小时 -> minutes."""
    expected = "时长，如 2:00 或 1.9 小时，精确到分"
    text = plain(text).removesuffix("小时").strip()
    clock = re.fullmatch(r"(\d{1,6}):([0-5]\d)", text, re.ASCII)
    if clock:
        return int(clock[1]) * MINUTES + int(clock[2])
    return _scaled(text, MINUTES, expected)


def show_duration(minutes: int) -> str:
    return f"{minutes // MINUTES}:{minutes % MINUTES:02d}"


def parse_fraction(text: str) -> Fraction:
    """2/3 or 80% -> exact fraction."""
    text = plain(text)
    parts = re.fullmatch(r"(\d{1,9})/(\d{1,9})", text, re.ASCII)
    percent = re.fullmatch(r"(\d{1,9})%", text, re.ASCII)
    if parts and int(parts[2]):
        return Fraction(int(parts[1]), int(parts[2]))
    if percent:
        return Fraction(int(percent[1]), 100)
    raise ValueError("分数，如 2/3 或 80%")


def show_fraction(share: Fraction) -> str:
    return f"{share.numerator}/{share.denominator}"


def parse_date(text: str) -> date:
    text = plain(text)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise ValueError("日期，如 2026-10-10")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError("日历上有的日期，如 2026-10-10") from None


def parse_yes(text: str) -> bool:
    try:
        return {"是": True, "否": False}[text.strip()]
    except KeyError:
        raise ValueError("是或否") from None


def show_yes(yes: bool) -> str:  # noqa: FBT001  the value itself
    return "是" if yes else "否"


def parse_list(text: str) -> tuple[str, ...]:
    """事假、病假 -> ("事假", "病假"); — is the empty list."""
    return () if text.strip() == NOTHING else tuple(part.strip() for part in text.split("、"))


def show_list(items: Iterable[object]) -> str:
    return "、".join(map(str, items)) or NOTHING
