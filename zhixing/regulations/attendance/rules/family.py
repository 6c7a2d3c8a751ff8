"""产假天数: the national days, what the province adds, a difficult birth, more than one child (N13)."""

from collections.abc import Mapping

from zhixing.law.ask import Ask
from zhixing.law.facts import Facts
from zhixing.law.values import Value


def maternity(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    added = ask.table("产假延长", 孩次=facts["孩次"]).outcome["延长天数"]
    hard = ask.parameter("难产增加天数") if facts["难产"] else 0
    more = ask.parameter("多胞胎增加天数") * facts["多胞胎增加"]
    return {"应休天数": ask.parameter("产假基本天数") + added + hard + more}
