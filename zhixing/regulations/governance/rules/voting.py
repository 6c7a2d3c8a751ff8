"""到会 and 表决: whole persons against the shares that the edition gives (01-6.4, 01-6.5, 01-8.2)."""

from collections.abc import Iterable, Iterator, Mapping

from zhixing.law.ask import Ask
from zhixing.law.facts import Facts
from zhixing.law.refusal import Finding
from zhixing.law.values import Fraction, Value
from zhixing.law.votes import at_least, exceeds, more_than, reaches
from zhixing.regulations.governance.facts import CHIEFS, PARTY, PERSONNEL

PRESENCE, VOTES, SCOPE = "01-6.4", "01-6.5", "01-5"


def quorum(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    """Whether the topic may be discussed, and how many that takes."""
    share = _presence(ask, facts)
    return {
        "可议": reaches(facts["实到"], share, facts["应到"]),
        "至少": at_least(share, facts["应到"]),
    }


def result(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    """Whether it is passed: in favour against those due, never against those present (B1-02)."""
    ruling = ask.table("通过门槛", 会议=facts["会议"])
    share = ruling.outcome["通过比例"]
    assert isinstance(share, Fraction)
    return {
        "通过": exceeds(facts["赞成"], share, facts["应到"]),
        "至少": more_than(share, facts["应到"]),
    }


def fits(ask: Ask, facts: Facts) -> Iterable[Finding]:
    """What cannot be: nobody due, more present than due, a personnel topic on the wrong meeting."""
    if facts["应到"] == 0:
        yield _finding(ask, "应到", "0", "至少1人", "请核对成员名册。", PRESENCE)
    if facts["实到"] > facts["应到"]:
        found, mend = f"{facts['实到']}人", "请核对到会人数，列席的不算。"
        yield _finding(ask, "实到", found, f"不多于应到{facts['应到']}人", mend, PRESENCE)
    if facts["议题类别"] == PERSONNEL and facts["会议"] != PARTY:
        found = f"{facts['会议']}讨论干部任免"
        yield _finding(ask, "会议", found, f"由{PARTY}讨论", f"请把这个议题移到{PARTY}。", SCOPE)


def adds_up(ask: Ask, facts: Facts) -> Iterable[Finding]:
    """As above; and nothing is voted on below the quorum, nor by more than are there."""
    yield from fits(ask, facts)
    if facts["赞成"] > facts["实到"]:
        found, expected = f"{facts['赞成']}票", f"不多于实到{facts['实到']}人"
        yield _finding(ask, "赞成", found, expected, "请核对赞成票数，没有到会的人不算票。", VOTES)
    yield from _below_quorum(ask, facts)


def _below_quorum(ask: Ask, facts: Facts) -> Iterator[Finding]:
    due, present = facts["应到"], facts["实到"]
    share = _presence(ask, facts)
    if due and not reaches(present, share, due):
        missing = at_least(share, due) - present
        expected = f"应到{due}人，至少到{at_least(share, due)}人，还差{missing}人"
        clause = "01-8.2" if facts["会议"] == CHIEFS else PRESENCE
        yield _finding(
            ask, "实到", f"{present}人", expected, "到会不足不能表决，请等人到齐，或者改期。", clause
        )


def _presence(ask: Ask, facts: Facts) -> Fraction:
    ruling = ask.table("到会门槛", 会议=facts["会议"], 议题类别=facts["议题类别"])
    share = ruling.outcome["到会比例"]
    assert isinstance(share, Fraction)
    return share


def _finding(ask: Ask, fact: str, found: str, expected: str, mend: str, clause: str) -> Finding:
    return ask.finding(fact=fact, found=found, expected=expected, mend=mend, clause=clause)
