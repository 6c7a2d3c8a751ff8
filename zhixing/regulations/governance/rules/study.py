"""中心组出席: attendance of a session, or of a member over the year (01-20.1b)."""

from collections.abc import Iterable, Mapping

from zhixing.law.ask import Ask
from zhixing.law.facts import Facts
from zhixing.law.refusal import Finding
from zhixing.law.values import Value
from zhixing.law.votes import reaches

CLAUSE = "01-20.1b"


def attendance(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    ask.cite(CLAUSE)
    return {"达标": reaches(facts["实到"], ask.parameter("中心组出席率"), facts["应到"])}


def adds_up(ask: Ask, facts: Facts) -> Iterable[Finding]:
    due, present = facts["应到"], facts["实到"]
    if due == 0:
        yield ask.finding(
            fact="应到", found="0", expected="至少1人（次）", mend="请核对应到。", clause=CLAUSE
        )
    if present > due:
        yield ask.finding(
            fact="实到", found=str(present), expected=f"不多于应到{due}", mend="请核对实到。", clause=CLAUSE
        )
