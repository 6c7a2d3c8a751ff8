"""A regulation of the tests' own: half to meet, two thirds for personnel, more than half of those due to adopt."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

from zhixing.law.ask import Ask
from zhixing.law.decide import decide
from zhixing.law.facts import Choice, Fact, Facts, Number, Share, YesNo
from zhixing.law.regulation import Question, Regulation
from zhixing.law.ruling import Ruling
from zhixing.law.values import Value
from zhixing.office.meetings.kinds import Tally

CATEGORY = Fact("议题类别", Choice(("一般", "干部任免")), default="一般")
DUE, PRESENT, FOR = (Fact(name, Number(0, 500)) for name in ("应到", "实到", "赞成"))
MAY, PASSED, LEAST = Fact("可议", YesNo()), Fact("通过", YesNo()), Fact("至少", Number(0, 501))


def enough(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    share = ask.table("到会门槛", 议题类别=facts["议题类别"]).outcome["到会比例"]
    assert isinstance(share, Fraction)
    least = -(-facts["应到"] * share.numerator // share.denominator)
    return {"可议": facts["实到"] >= least, "至少": least}


def adopted(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    share = ask.parameter("通过比例")
    least = facts["应到"] * share.numerator // share.denominator + 1
    return {"通过": facts["赞成"] >= least, "至少": least}


BOOK = Regulation(
    number="99",
    key="trial",
    title="试验议事规则",
    folder=Path(__file__).parent / "trial",
    facts=(CATEGORY, Fact("到会比例", Share())),
    questions=(
        Question("到会", facts=(CATEGORY, DUE, PRESENT), outcomes=(MAY, LEAST), answer=enough),
        Question(
            "表决",
            facts=(DUE, PRESENT, FOR),
            outcomes=(PASSED, LEAST),
            answer=adopted,
            parameters=("通过比例",),
        ),
    ),
)


def quorum(tally: Tally) -> Ruling:
    category = tally.category if tally.category == "干部任免" else "一般"
    return asked("到会", tally.day, 议题类别=category, 应到=tally.due, 实到=tally.present)


def result(tally: Tally) -> Ruling:
    return asked("表决", tally.day, 应到=tally.due, 实到=tally.present, 赞成=tally.in_favour)


def asked(question: str, day: date, **facts: object) -> Ruling:
    return decide(BOOK, question, facts, on=day)
