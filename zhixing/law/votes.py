"""Thresholds of meetings in whole persons: 以上 includes the share itself, 超过 excludes it (domain 0.3(1), (2)).

A share is an exact fraction of those due, e.g. Fraction(2, 3). No rounding, no decimal: a third of six is two.
"""

from fractions import Fraction


def reaches(number: int, share: Fraction, due: int) -> bool:
    """以上、不低于: `number` of `due` is the share or more. Nobody due is never enough."""
    return due > 0 and number * share.denominator >= due * share.numerator


def exceeds(number: int, share: Fraction, due: int) -> bool:
    """超过: `number` of `due` is more than the share; exactly the share is not."""
    return due > 0 and number * share.denominator > due * share.numerator


def at_least(share: Fraction, due: int) -> int:
    """The smallest number that reaches the share of `due` (以上); never below one."""
    return max(1, -(-due * share.numerator // share.denominator))


def more_than(share: Fraction, due: int) -> int:
    """The smallest number that exceeds the share of `due` (超过)."""
    return due * share.numerator // share.denominator + 1


def deadlocked(present: int, passing: Fraction, due: int) -> bool:
    """Whether those present could not pass anything even if all of them were in favour (E1)."""
    return present < more_than(passing, due)
