"""上会条件: whether a major matter may be put before a meeting (01-9.3)."""

from collections.abc import Iterable, Mapping

from zhixing.law.ask import Ask
from zhixing.law.facts import Facts
from zhixing.law.refusal import Finding
from zhixing.law.values import Value
from zhixing.law.votes import reaches

CLAUSE = "01-9.3"


def may_be_put(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    """Somebody was asked, and objections stay below the share that counts as concentrated."""
    ask.cite(CLAUSE)
    asked = facts["征求人数"] if facts["已征求意见"] else 0
    concentrated = reaches(facts["反对人数"], ask.parameter("反对集中比例"), asked)
    return {"可上会": asked > 0 and not concentrated}


def adds_up(ask: Ask, facts: Facts) -> Iterable[Finding]:
    asked, against = facts["征求人数"], facts["反对人数"]
    if against > asked:
        yield ask.finding(
            fact="反对人数",
            found=f"{against}人",
            expected=f"不多于征求人数{asked}人",
            mend="请核对征求意见的人数和反对的人数。",
            clause=CLAUSE,
        )
