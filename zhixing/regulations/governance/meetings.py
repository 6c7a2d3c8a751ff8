"""The four kinds of meeting of 01 (01-2): what each asks of the shape of meetings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from zhixing.office.duties.telling import tell
from zhixing.office.meetings import kinds
from zhixing.office.meetings.kinds import Kind, Member, nobody_else
from zhixing.organ.models import Organ, Person, Portfolio, Service
from zhixing.regulations.governance.facts import APPOINTMENTS, CATEGORIES, CHIEFS, PARTY, STAFF, TOPICAL
from zhixing.regulations.governance.workflow import agenda, standing, thresholds
from zhixing.regulations.governance.workflow.hosting import hosting_of

KEY = "governance"
OF_PARTY, OF_CHIEFS = CATEGORIES[:5], CATEGORIES[5:]
OF_PARTY_CLAUSES: Mapping[str, str] = {
    "host": "01-6.1", "notice": "01-6.2", "opening": "01-6.2", "sitting_in": "01-6.2", "topics": "01-6.3",
    "quorum": "01-6.4", "absence": "01-6.4", "vote": "01-6.5", "record": "01-6.6", "one_by_one": "01-6.7",
    "last_word": "01-9.4", "divided": "01-9.4", "resolution": "01-11",
}  # fmt: skip
OF_CHIEFS_CLAUSES: Mapping[str, str] = {
    "host": "01-8.1", "notice": "01-8.3", "opening": "01-8.3", "sitting_in": "01-8.2", "topics": "01-8.3",
    "quorum": "01-8.2", "absence": "01-8.2", "vote": "01-8.2", "record": "01-8.4", "one_by_one": "01-9.4",
    "last_word": "01-9.4", "divided": "01-9.4", "resolution": "01-11",
}  # fmt: skip
PLAIN_CLAUSES: Mapping[str, str] = dict.fromkeys(OF_PARTY_CLAUSES, "01-2")
Posts = Callable[[Organ, date], Mapping[Person, str]]
Roll = Callable[[Organ, date], Sequence[Member]]


def seats(find: Posts) -> Roll:
    def roll(organ: Organ, day: date) -> list[Member]:
        return [Member(person, post) for person, post in find(organ, day).items()]

    return roll


def whole_staff(organ: Organ, day: date) -> dict[Person, str]:
    serving = Service.objects.on(day).filter(organ=organ).select_related("person", "section")
    return {one.person: one.title or one.section.name for one in serving.order_by("person__number")}


def leaders(organ: Organ, day: date) -> dict[Person, str]:
    """局领导, who may each call a special meeting; whoever else is wanted is invited."""
    return {**standing.party_group(organ, day), **standing.chiefs_meeting(organ, day)}


def party() -> Kind:
    return Kind(
        name=PARTY,
        regulation=KEY,
        members=seats(standing.party_group),
        sitters=seats(standing.office_directors),
        convener=standing.secretary,
        host_findings=hosting_of(PARTY),
        quorum=thresholds.quorum_of(PARTY),
        result=thresholds.result_of(PARTY),
        clauses=OF_PARTY_CLAUSES,
        categories=OF_PARTY,
        ready=agenda.ready_for(PARTY),
        gate=agenda.gate,
        decided=agenda.decided,
        explained=frozenset({APPOINTMENTS}),
        explains=standing.personnel_leader,
        keeps_withdrawn=thresholds.keeps_withdrawn,
        tell=tell,
        paper_below=thresholds.paper_below,
        notice_days=thresholds.notice_days,
        summary_series="党组会议纪要",
    )


def chiefs() -> Kind:
    return Kind(
        name=CHIEFS,
        regulation=KEY,
        members=seats(standing.chiefs_meeting),
        sitters=seats(standing.office_directors),
        convener=standing.chief,
        host_findings=hosting_of(CHIEFS),
        quorum=thresholds.quorum_of(CHIEFS),
        result=thresholds.result_of(CHIEFS),
        clauses=OF_CHIEFS_CLAUSES,
        categories=OF_CHIEFS,
        ready=agenda.ready_for(CHIEFS),
        gate=agenda.gate,
        decided=agenda.decided,
        keeps_withdrawn=thresholds.keeps_withdrawn,
        tell=tell,
        paper_below=thresholds.paper_below,
        notice_days=thresholds.notice_days,
        summary_series="局长办公会议纪要",
    )


def callers(organ: Organ, day: date) -> list[Person]:
    """副职, and members of the party group who have sections of their own: each calls special meetings (01-2)."""
    led = Portfolio.objects.on(day).filter(organ=organ).values_list("leader", flat=True)
    chief = standing.chief(organ, day)
    deputies = standing.holding(organ, standing.DEPUTIES, day)
    leading = [one for one in standing.party_group(organ, day) if one.pk in set(led)]
    return [one for one in dict.fromkeys([*deputies, *leading]) if one != chief]


def plain(name: str, members: Posts, calls: Callable[[Organ, date], Sequence[Person]]) -> Kind:
    """Notice, sign-in and a summary, nothing more: no quorum, no votes, topics without a procedure (G-91)."""
    return Kind(
        name=name,
        regulation=KEY,
        members=seats(members),
        sitters=seats(standing.office_directors),
        convener=standing.chief,
        host_findings=hosting_of(name),
        quorum=thresholds.none_asked,
        result=thresholds.none_asked,
        clauses=PLAIN_CLAUSES,
        tell=tell,
        notice_days=thresholds.notice_days,
        callers=calls,
        takes_votes=False,
        free_topics=True,
        summary_series=f"{name}纪要",
    )


def register() -> None:
    """Called once by the app when it is ready."""
    for kind in (party(), chiefs(), plain(STAFF, whole_staff, nobody_else), plain(TOPICAL, leaders, callers)):
        kinds.register(kind)
