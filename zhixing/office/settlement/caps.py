"""扣完为止: one after the other, never more than there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """What was asked and what the allowance still bore, in fen."""

    asked: int
    amount: int

    @property
    def short(self) -> int:
        return self.asked - self.amount

    @property
    def capped(self) -> bool:
        return self.short > 0


def until_used_up(allowance: int, asked: Sequence[int]) -> tuple[Taken, ...]:
    """Each amount in turn from what is left of `allowance`; raises ValueError for a negative one."""
    if allowance < 0 or any(amount < 0 for amount in asked):
        raise ValueError("金额不能是负数")
    left, taken = allowance, list[Taken]()
    for amount in asked:
        borne = min(amount, left)
        left -= borne
        taken.append(Taken(amount, borne))
    return tuple(taken)
