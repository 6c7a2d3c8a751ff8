"""任免通过: presence and votes a decision on an appointment needs (04-4)."""

from collections.abc import Iterable, Mapping

from zhixing.law.ask import Ask
from zhixing.law.facts import Facts
from zhixing.law.refusal import Finding
from zhixing.law.values import Fraction, Value

CLAUSE = "04-4"


def may_discuss(due: int, present: int, share: Fraction) -> bool:
    """以上 includes the share itself; whole numbers only (E3)."""
    return present * share.denominator >= due * share.numerator


def passes(due: int, in_favour: int, share: Fraction) -> bool:
    """超过 excludes the share itself, and counts against those due."""
    return in_favour * share.denominator > due * share.numerator


def decision(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    """Below the quorum nothing is decided, whatever the votes; `adds_up` has looked."""
    due, present, in_favour = facts["应到"], facts["实到"], facts["赞成"]
    discussed = may_discuss(due, present, ask.parameter("任免到会比例"))
    passed = passes(due, in_favour, ask.parameter("任免通过比例"))
    return {"可议": discussed, "通过": discussed and passed}


def adds_up(ask: Ask, facts: Facts) -> Iterable[Finding]:
    due, present = facts["应到"], facts["实到"]
    if due == 0:
        yield _finding(ask, "应到", "0", "至少1人", "请核对党组成员名册。")
    if present > due:
        yield _finding(ask, "实到", str(present), f"不多于应到{due}人", "请核对到会人数。")
    if facts["赞成"] > present:
        yield _finding(ask, "赞成", str(facts["赞成"]), f"不多于实到{present}人", "请核对赞成票数。")


def _finding(ask: Ask, fact: str, found: str, expected: str, mend: str) -> Finding:
    return ask.finding(fact=fact, found=found, expected=expected, mend=mend, clause=CLAUSE)
