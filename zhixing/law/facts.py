"""How a regulation's facts.py declares what its rules speak about: a name, a domain, a default.

A domain turns text into a typed value and back. Ordered domains are whole numbers between `low` and
`high` (half-days, fen, minutes, counts, days of the calendar), so that tables can be verified exactly.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from zhixing.law.labels import Label, parse_label
from zhixing.law.values import (
    NOTHING,
    Fraction,
    Value,
    parse_date,
    parse_days,
    parse_duration,
    parse_fraction,
    parse_list,
    parse_money,
    parse_number,
    parse_yes,
    show_days,
    show_duration,
    show_fraction,
    show_list,
    show_money,
)


class Domain:
    """What a fact or an outcome may be."""

    ordered = False  # whole numbers with < and ≤
    closed = False  # a finite list of values

    def parse(self, text: str) -> Value:
        """Text -> typed value; ValueError saying what was expected."""
        raise NotImplementedError

    def show(self, value: Any) -> str:
        return str(value)

    def holds(self, value: Any) -> bool:
        """Whether a typed value belongs to this domain."""
        raise NotImplementedError

    @property
    def expected(self) -> str:
        raise NotImplementedError

    def read(self, given: object) -> Value:
        """Text or typed value -> typed value of this domain; ValueError saying what was expected."""
        value = self.parse(given) if isinstance(given, str) else given
        if not self.holds(value):
            raise ValueError(self.expected)
        return value  # type: ignore[return-value]  # holds() has looked


@dataclass(frozen=True, slots=True)
class Choice(Domain):
    """One of a closed list of values."""

    values: tuple[str, ...]
    closed = True

    def parse(self, text: str) -> str:
        return text.strip()

    def holds(self, value: Any) -> bool:
        return value in self.values

    @property
    def expected(self) -> str:
        return f"{'、'.join(self.values)}之一"


@dataclass(frozen=True, slots=True)
class YesNo(Domain):
    """是 or 否; typed value bool."""

    closed = True

    def parse(self, text: str) -> bool:
        return parse_yes(text)

    def show(self, value: Any) -> str:
        return "是" if value else "否"

    def holds(self, value: Any) -> bool:
        return value is True or value is False

    @property
    def values(self) -> tuple[bool, ...]:
        return (True, False)

    @property
    def expected(self) -> str:
        return "是或否"


@dataclass(frozen=True, slots=True)
class Ordered(Domain):
    """Whole numbers from low to high, both included."""

    low: int = 0
    high: int = 1_000_000
    ordered = True
    what = "整数"

    def parse(self, text: str) -> Value:
        return parse_number(text)

    def show(self, value: Any) -> str:
        return str(value)

    def holds(self, value: Any) -> bool:
        return type(value) is int and self.low <= value <= self.high

    @property
    def expected(self) -> str:
        return f"{self.show(self.low)} 到 {self.show(self.high)} 的{self.what}"


@dataclass(frozen=True, slots=True)
class Number(Ordered):
    """A count; typed value int."""


@dataclass(frozen=True, slots=True)
class Days(Ordered):
    """Days in half-days: Days(low=1) is 0.5 and more; typed value int half-days."""

    high: int = 2 * 366
    what = "天数，0.5 的倍数"

    def parse(self, text: str) -> int:
        return parse_days(text)

    def show(self, value: Any) -> str:
        return show_days(value)


@dataclass(frozen=True, slots=True)
class Money(Ordered):
    """Typed value int fen."""

    high: int = 10**13
    what = "金额，以元为单位，最多两位小数"

    def parse(self, text: str) -> int:
        return parse_money(text)

    def show(self, value: Any) -> str:
        return show_money(value)


@dataclass(frozen=True, slots=True)
class Duration(Ordered):
    """Typed value int minutes."""

    high: int = 366 * 24 * 60
    what = "时长，如 2:00 或 1.9 小时"

    def parse(self, text: str) -> int:
        return parse_duration(text)

    def show(self, value: Any) -> str:
        return show_duration(value)


@dataclass(frozen=True, slots=True)
class Day(Domain):
    """A date; typed value datetime.date."""

    def parse(self, text: str) -> date:
        return parse_date(text)

    def show(self, value: Any) -> str:
        return str(value.isoformat())

    def holds(self, value: Any) -> bool:
        return type(value) is date

    @property
    def expected(self) -> str:
        return "日期，如 2026-10-10"


@dataclass(frozen=True, slots=True)
class ManyOf(Domain):
    """Any number of a closed list's values; typed value tuple[str, ...]."""

    values: tuple[str, ...]

    def parse(self, text: str) -> tuple[str, ...]:
        return parse_list(text)

    def show(self, value: Any) -> str:
        return show_list(value)

    def holds(self, value: Any) -> bool:
        return type(value) is tuple and len(set(value)) == len(value) and set(value) <= set(self.values)

    @property
    def expected(self) -> str:
        return f"{'、'.join(self.values)}中的若干项，用顿号分开，不重复"


@dataclass(frozen=True, slots=True)
class Labels(Domain):
    """Outcome only: a list of approval labels; typed value tuple[Label, ...]."""

    def parse(self, text: str) -> tuple[Label, ...]:
        return tuple(map(parse_label, parse_list(text)))

    def show(self, value: Any) -> str:
        return show_list(value)

    def holds(self, value: Any) -> bool:
        return type(value) is tuple and all(type(label) is Label for label in value)

    @property
    def expected(self) -> str:
        return "审批用语，用顿号分开"


@dataclass(frozen=True, slots=True)
class Share(Domain):
    """Outcome only: a fraction as 2/3."""

    def parse(self, text: str) -> Fraction:
        return parse_fraction(text)

    def show(self, value: Any) -> str:
        return show_fraction(value)

    def holds(self, value: Any) -> bool:
        return type(value) is Fraction

    @property
    def expected(self) -> str:
        return "分数，如 2/3 或 80%"


@dataclass(frozen=True, slots=True)
class Text(Domain):
    """Outcome only: words."""

    def parse(self, text: str) -> str:
        return text.strip()

    def holds(self, value: Any) -> bool:
        return type(value) is str and value not in {"", NOTHING}

    @property
    def expected(self) -> str:
        return "文字"


@dataclass(frozen=True, slots=True)
class Fact:
    """A name that tables and rules use. A fact with a default (text or typed) may be left out."""

    name: str
    domain: Domain
    default: object | None = None
    note: str = ""


Facts = Mapping[str, Any]  # name -> typed value
