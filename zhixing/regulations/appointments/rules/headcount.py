"""职数核定: whether a post of the kind is free to be filled (04-1, 01-20.3)."""

from collections.abc import Mapping

from zhixing.law.ask import Ask
from zhixing.law.facts import Facts
from zhixing.law.values import Value


def vacancy(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    """More may be in post than approved; then nothing is free."""
    ask.cite("04-1")
    free = max(0, facts["核定职数"] - facts["已配人数"])
    return {"空缺": free, "可以动议": free > 0}
