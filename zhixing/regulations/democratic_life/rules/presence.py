"""可以开会: whether enough members of the party group are here (13-1, N3.9)."""

from collections.abc import Iterable, Mapping

from zhixing.law.ask import Ask
from zhixing.law.facts import Facts
from zhixing.law.refusal import Finding
from zhixing.law.values import Value
from zhixing.law.votes import at_least, reaches

CLAUSE = "13-1"


def quorum(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    """以上 includes the share itself; whole persons only (E3)."""
    share = ask.parameter("到会比例")
    return {"可议": reaches(facts["实到"], share, facts["应到"]), "至少": at_least(share, facts["应到"])}


def adds_up(ask: Ask, facts: Facts) -> Iterable[Finding]:
    due, present = facts["应到"], facts["实到"]
    if due == 0:
        yield _finding(ask, "应到", "0", "至少1人", "请核对党组成员名册。")
    if present > due:
        yield _finding(ask, "实到", f"{present}人", f"不多于应到{due}人", "请核对到会人数，列席的不算。")


def _finding(ask: Ask, fact: str, found: str, expected: str, mend: str) -> Finding:
    return ask.finding(fact=fact, found=found, expected=expected, mend=mend, clause=CLAUSE)
