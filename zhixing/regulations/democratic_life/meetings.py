"""民主生活会 as a kind of meeting: who is due, who hosts, how many it takes, what must be there first (13-1 to 13-5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.law.ruling import Ruling
from zhixing.office.duties.telling import tell
from zhixing.office.meetings import kinds
from zhixing.office.meetings.kinds import Kind, Member, Tally
from zhixing.organ.models import Organ, Person
from zhixing.regulations.democratic_life.facts import MEMBER, NO_MEMBER, SECRETARY
from zhixing.regulations.democratic_life.workflow import parties
from zhixing.regulations.democratic_life.workflow.opening import opening_findings
from zhixing.regulations.democratic_life.workflow.plan import KIND
from zhixing.regulations.democratic_life.workflow.statute import own_of, ruling, value

CLAUSES: Mapping[str, str] = {
    "host": "13-2", "notice": "13-3", "opening": "13-3", "sitting_in": "13-1", "topics": "13-4", "quorum": "13-1",
    "absence": "13-1", "vote": "13-7", "record": "13-6", "one_by_one": "13-7", "last_word": "13-6",
    "divided": "13-6", "resolution": "13-7",
}  # fmt: skip
Posts = Callable[[Organ, date], Mapping[Person, str]]


def seats(find: Posts) -> Callable[[Organ, date], Sequence[Member]]:
    def roll(organ: Organ, day: date) -> list[Member]:
        return [Member(person, post) for person, post in find(organ, day).items()]

    return roll


def standing_of(person: Person, organ: Organ, day: date) -> str:
    group = parties.party_group(organ, day)
    if person == parties.secretary(organ, day):
        return SECRETARY
    return MEMBER if person in group else NO_MEMBER


def host_findings(person: Person, entrusted: bool, organ: Organ, day: date) -> list[Finding]:  # noqa: FBT001
    """The secretary and nobody else: the clause gives no way to entrust another."""
    standing = standing_of(person, organ, day)
    found = ruling("主持人", day, own_of(organ.pk), 主持人身份=standing)
    if found.outcome["可以主持"]:
        return []
    said = "，有委托" if entrusted else ""
    mend = "民主生活会不能委托别人主持，请由书记主持；书记来不了的，请改期。"
    reason = found.because[0]
    return [
        Finding("主持人", f"{person.name}（{standing}{said}）", "党组书记", mend, reason.clause, reason.cite)
    ]


def quorum(tally: Tally) -> Ruling:
    """Two thirds of those due (N3.9)."""
    return ruling("可以开会", tally.day, own_of(tally.organ.pk), 应到=tally.due, 实到=tally.present)


def no_votes(_: Tally) -> None:
    """Nothing is put to the vote: what has to be decided goes to a party group meeting."""
    return


def notice_days(organ: Organ, day: date) -> int:
    return int(value("会议通知提前", day, own_of(organ.pk)))


def life_meeting() -> Kind:
    return Kind(
        name=KIND,
        regulation="democratic_life",
        members=seats(parties.party_group),
        sitters=seats(parties.office_directors),
        convener=parties.secretary,
        host_findings=host_findings,
        quorum=quorum,
        result=no_votes,
        clauses=CLAUSES,
        opening=opening_findings,
        tell=tell,
        notice_days=notice_days,
        takes_votes=False,
        free_topics=True,
    )


def register() -> None:
    """Called once by the app when it is ready."""
    kinds.register(life_meeting())
