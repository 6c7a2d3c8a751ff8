"""Pro rata by the largest remainder: the parts add up to the whole, to the fen (domain 0.3(8))."""

from __future__ import annotations

from collections.abc import Sequence


def shared_out(whole: int, weights: Sequence[int]) -> tuple[int, ...]:
    """`whole` in fen by `weights`; remainders go to the largest ones, of equal ones to the earlier.

    Raises ValueError for a negative amount or weight, and where an amount has nobody to go to.
    """
    if whole < 0 or any(weight < 0 for weight in weights):
        raise ValueError("金额和份额都不能是负数")
    base = sum(weights)
    if base == 0:
        if whole:
            raise ValueError("没有份额，不能分配")
        return (0,) * len(weights)
    parts = [whole * weight // base for weight in weights]
    remainders = [whole * weight % base for weight in weights]
    first = sorted(range(len(weights)), key=lambda place: (-remainders[place], place))
    for place in first[: whole - sum(parts)]:
        parts[place] += 1
    return tuple(parts)


def scaled_to(pool: int, claims: Sequence[int]) -> tuple[int, ...]:
    """Every claim in full while the pool lasts for all, otherwise each in proportion, together the pool."""
    if pool < 0 or any(claim < 0 for claim in claims):
        raise ValueError("金额不能是负数")
    return tuple(claims) if sum(claims) <= pool else shared_out(pool, claims)
