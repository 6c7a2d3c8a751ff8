"""What the meeting shape asks of 01 about numbers: quorum, result, withdrawal, notice, paper ballots."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from zhixing.law.ruling import Ruling
from zhixing.office.meetings.kinds import Tally
from zhixing.organ.models import Organ
from zhixing.regulations.governance.facts import APPOINTMENTS, ORDINARY, PERSONNEL
from zhixing.regulations.governance.workflow.statute import asked, own_of, value

Asked = Callable[[Tally], Ruling | None]


def topic_of(category: str) -> str:
    """Everything of 干部任免奖惩 asks for two thirds: the stricter quorum also holds for transfers and rewards."""
    return PERSONNEL if category == APPOINTMENTS else ORDINARY


def quorum_of(meeting: str) -> Asked:
    def quorum(tally: Tally) -> Ruling:
        return asked("到会", _facts(meeting, tally), tally.day, own_of(tally.organ.pk))

    return quorum


def result_of(meeting: str) -> Asked:
    def result(tally: Tally) -> Ruling:
        facts = {**_facts(meeting, tally), "赞成": tally.in_favour}
        return asked("表决", facts, tally.day, own_of(tally.organ.pk))

    return result


def none_asked(_: Tally) -> None:
    """全体会议 and 专题会议 have neither quorum nor vote (G-91)."""
    return


def keeps_withdrawn(organ: Organ, day: date) -> bool:
    """G-05: who withdraws still counts as due, unless the organ has settled otherwise."""
    return str(value("回避计入应到", day, own_of(organ.pk))) == "是"


def notice_days(organ: Organ, day: date) -> int:
    return int(value("会议通知提前", day, own_of(organ.pk)))


def paper_below(organ: Organ, day: date) -> int:
    return int(value("无记名最少票数", day, own_of(organ.pk)))


def _facts(meeting: str, tally: Tally) -> dict[str, object]:
    return {
        "会议": meeting,
        "议题类别": topic_of(tally.category),
        "应到": tally.due,
        "实到": tally.present,
    }
