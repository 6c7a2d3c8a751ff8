"""迟到处置 and 旷工处置: proposals, never decisions (02-3.1, 02-3.2)."""

from collections.abc import Mapping
from fractions import Fraction

from zhixing.law.ask import Ask
from zhixing.law.facts import Facts
from zhixing.law.values import Value


def lateness(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    """From the third time on, every time of the month costs, never more than the allowance (G-14)."""
    talk = ask.table("诫勉谈话", 当月次数=facts["当月次数"]).outcome["诫勉谈话"]
    each = ask.parameter("每次扣款")
    asked = facts["当月次数"] * each if talk else 0
    return {"诫勉谈话": talk, "扣款": min(asked, facts["当月津补贴"])}


def absence(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    """The tier by days of the year, the warning by kind of staff; the bonus bounds what is taken."""
    manner = ask.table("旷工扣奖", 全年天数=facts["全年天数"]).outcome["奖金扣法"]
    struck = ask.table("旷工评优", 全年天数=facts["全年天数"]).outcome["取消评优"]
    warning = ask.table(
        "旷工预警",
        人员类别=facts["人员类别"],
        全年天数=facts["全年天数"],
        最长连续天数=facts["最长连续天数"],
    ).outcome["预警"]
    taken = bonus_taken(
        str(manner),
        by_days=ask.parameter("旷工每天扣") * facts["全年天数"] // 2,
        part=part_of(facts["年终奖"], ask.parameter("扣奖比例")),
        bonus=facts["年终奖"],
    )
    return {"扣年终奖": taken, "取消评优": struck, "预警": warning}


def bonus_taken(manner: str, *, by_days: int, part: int, bonus: int) -> int:
    """Fen taken from the bonus; G-16 takes the higher of the two, an organ may add them up."""
    asked = {
        "按天扣": by_days,
        "一半与按天取高": max(by_days, part),
        "一半加按天": by_days + part,
        "全部": bonus,
    }[manner]
    return min(asked, bonus)


def part_of(fen: int, share: Fraction) -> int:
    """A share of an amount; what is less than a fen is not taken."""
    return fen * share.numerator // share.denominator
