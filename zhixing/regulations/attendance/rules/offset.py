"""冲抵: personal and sick leave are first met from comp leave, then from annual leave (02-1.6c)."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from zhixing.law.ask import Ask
from zhixing.law.facts import Facts
from zhixing.law.refusal import Finding
from zhixing.law.values import Value
from zhixing.regulations.attendance.facts import UNSAID

CLAUSE = "02-1.6c"
CONSENTED = "本人同意才冲抵"


class Offset(NamedTuple):
    """Half-days met from each account, and what remains leave of the kind asked for."""

    comp: int
    annual: int
    rest: int


def split(halves: int, comp: int, annual: int) -> Offset:
    """Comp first, then annual; all in half-days."""
    from_comp = min(halves, comp)
    from_annual = min(halves - from_comp, annual)
    return Offset(from_comp, from_annual, halves - from_comp - from_annual)


def may_be_offset(ask: Ask, facts: Facts) -> Iterable[Finding]:
    """Only personal and sick leave are offset; sick leave only when the person said yes or no (G-12)."""
    manner = _manner(ask, facts)
    if manner == "不冲抵":
        yield ask.finding(
            fact="假别",
            found=facts["假别"],
            expected="事假或病假",
            mend="只有事假、病假要先冲抵，请核对假别。",
            clause=CLAUSE,
        )
    if manner == CONSENTED and facts["本人同意"] == UNSAID:
        yield ask.finding(
            fact="本人同意",
            found="没有给出",
            expected="是或否",
            mend="请写明本人是否同意用补休、年休冲抵病假。",
            clause=CLAUSE,
        )


def offset(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    """Personal leave must be offset; of sick leave nothing without consent. `may_be_offset` has looked."""
    taken = _manner(ask, facts) != CONSENTED or facts["本人同意"]
    met = split(facts["天数"], facts["补休余额"] if taken else 0, facts["年休余额"] if taken else 0)
    return {"补休": met.comp, "年休": met.annual, "余下": met.rest}


def _manner(ask: Ask, facts: Facts) -> Value:
    return ask.table("冲抵规则", 假别=facts["假别"]).outcome["冲抵办法"]
