"""A proposal: who, for what, by which clause, how much. It takes effect only when a person decides (G-85)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Item:
    """One line; `asked` is what the rule works out, `amount` what caps left of it, both in fen."""

    number: str
    name: str
    what: str
    quantity: str
    rate: int
    asked: int
    amount: int
    clause: str
    cite: str
    why: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.amount <= self.asked:
            raise ValueError(f"{self.what}：金额应在零和{self.asked}分之间")


@dataclass(frozen=True, slots=True)
class Proposal:
    title: str
    period: str
    items: tuple[Item, ...]

    @property
    def total(self) -> int:
        return sum(item.amount for item in self.items)

    def by_person(self) -> dict[str, int]:
        """Person's number -> fen, in the order of numbers."""
        ordered = sorted(self.items, key=lambda item: item.number)
        return {
            number: sum(item.amount for item in own)
            for number, own in groupby(ordered, key=lambda item: item.number)
        }
