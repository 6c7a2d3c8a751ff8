"""事假扣款: a proposal of what one leave costs of the monthly base pay (02-1.2d)."""

from collections.abc import Mapping
from fractions import Fraction

from zhixing.law.ask import Ask
from zhixing.law.facts import Facts
from zhixing.law.values import Value


def base_pay_for(base: int, halves: int, paid_days: Fraction) -> int:
    """Fen of base pay for some half-days; what is less than a fen stays with the person."""
    return base * halves * paid_days.denominator // (2 * paid_days.numerator)


def personal_leave(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    paid_days = Fraction(ask.parameter("月计薪天数"))
    taken = base_pay_for(facts["月基本工资"], facts["天数"], paid_days)
    return {"扣款": min(taken, facts["月基本工资"])}
