"""What the room shows at this moment: who is here, which topic, quorum and why, the vote that runs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from django.db.models import Count

from zhixing.law.ruling import Ruling
from zhixing.office.meetings.acts.asking import deadlocked
from zhixing.office.meetings.acts.opening import ORDINARY
from zhixing.office.meetings.models import Item, Meeting, NamedVote, Turnout, Vote
from zhixing.office.meetings.now import Room
from zhixing.office.meetings.presence import GONE, IN, OUT, WITHDRAWN
from zhixing.organ.models import Person

MARKS = {
    OUT: ("到会",),
    IN: ("离席", "退席"),
    WITHDRAWN: ("返回",),
    GONE: (),
}
NAMED, SECRET = "记名", "无记名"


@dataclass(frozen=True, slots=True)
class Somebody:
    """One of those expected; `marks` are the events that may come next, `voted` whether a named vote is in."""

    person: Person
    post: str
    where: str
    marks: tuple[str, ...]
    due: bool
    me: bool
    voted: bool = False


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many are here, how many it takes; `least_for` is how many in favour adopt, 0 where none is asked."""

    due: int
    present: int
    least: int
    enough: bool
    least_for: int
    half: bool
    ruling: dict[str, object] | None

    @property
    def short(self) -> int:
        return max(0, self.least - self.present)


@dataclass(frozen=True, slots=True)
class Voting:
    """The vote that runs. How it stands is shown to nobody before it is closed; only how many are in."""

    vote: Vote
    cast: int
    mine: bool
    may: bool
    by_system: bool

    @property
    def secret(self) -> bool:
        return self.vote.form == SECRET


def everybody(room: Room, me: Person) -> list[Somebody]:
    """Those due first, then who sits in, then who was invited or came besides."""
    voted = _voted(room)
    came = {one.person_id for one in room.meeting.presences.all()}
    lines = [(line.person, line.post, True) for line in room.due]
    lines += [(line.person, line.post, False) for line in room.sitting]
    known = {person.pk for person, _, _ in lines}
    told = room.meeting.invitations.select_related("person", "item").order_by("person__number", "item__order")
    for one in told:
        if one.person_id not in known:
            known.add(one.person_id)
            lines.append((one.person, f"第{one.item.order}项" if one.item else "邀请列席", False))
    return [
        Somebody(person, post, _where(room, person, came), _marks(room, person, came, due=due), due,
                 person.pk == me.pk, person.pk in voted)
        for person, post, due in lines
    ]  # fmt: skip


def _where(room: Room, person: Person, came: set[int]) -> str:
    where = room.where.get(person.pk, OUT)
    return "离席" if where == OUT and person.pk in came else where


def _marks(room: Room, person: Person, came: set[int], *, due: bool) -> tuple[str, ...]:
    where = room.where.get(person.pk, OUT)
    if room.meeting.state not in {"已通知", "进行中"}:
        return ()
    if where == OUT and person.pk in came:
        return ("返回", "退席")
    more = ("回避",) if where == IN and due and room.item is not None else ()
    return (*more, *MARKS[where])


def _voted(room: Room) -> set[int]:
    if room.item is None:
        return set()
    running = NamedVote.objects.filter(vote__item=room.item, vote__state="表决中")
    return set(running.values_list("voter_id", flat=True))


def quorum_of(room: Room) -> Quorum | None:
    """For the topic under discussion, before that for the opening; None for a kind that asks for none."""
    category = room.item.category if room.item else ORDINARY
    ruling = room.quorum(category)
    if ruling is None:
        return None
    present, due = len(room.present), room.number_due
    least_for = _least(adopting(room, category))
    enough = bool(ruling.outcome["可议"])
    return Quorum(
        due=due,
        present=present,
        least=_least(ruling),
        enough=enough,
        least_for=least_for,
        half=enough and deadlocked(due, present, least_for),
        ruling=ruling.as_json(),
    )


def adopting(room: Room, category: str) -> Ruling | None:
    """What it takes to adopt, asked as if everybody were here; None where the kind takes no votes."""
    if not room.number_due:
        return None
    return room.kind.result(replace(room.tally(category), present=room.number_due))


def _least(ruling: Ruling | None) -> int:
    found = ruling.outcome["至少"] if ruling is not None else 0
    assert isinstance(found, int)
    return found


def voting_of(room: Room, me: Person) -> Voting | None:
    vote = room.item.votes.filter(state="表决中").first() if room.item else None
    if vote is None:
        return None
    mine, cast = False, 0
    if vote.form == NAMED:
        cast = NamedVote.objects.filter(vote=vote).count()
        mine = NamedVote.objects.filter(vote=vote, voter=me).exists()
    elif vote.form == SECRET and not vote.on_paper:
        cast = Turnout.objects.filter(vote=vote).count()
        mine = Turnout.objects.filter(vote=vote, person=me).exists()
    by_system = vote.form == NAMED or (vote.form == SECRET and not vote.on_paper)
    may = by_system and not mine and room.is_due(me) and room.is_present(me)
    return Voting(vote, cast, mine, may, by_system)


def last_vote(item: Item | None) -> Vote | None:
    """The last vote on the topic that has come to its end."""
    return item.votes.filter(state="已结束").select_related("entered_by").last() if item else None


def paper_advised(room: Room) -> int:
    """The number of ballots below which paper is advised, where fewer members are here; else 0."""
    least = room.kind.paper_below(room.meeting.organ, room.day)
    return least if len(room.present) < least else 0


def phase_of(room: Room) -> str:
    """What the recorder's forms depend on: state of the meeting, topic, vote."""
    item = room.item
    running = item.votes.filter(state="表决中").first() if item else None
    votes = item.votes.count() if item else 0
    open_items = room.meeting.items.filter(state="待议").count()
    return (
        f"{room.meeting.state}/{item.pk if item else 0}/{votes}/{running.pk if running else 0}/{open_items}"
    )


def mark_of(room: Room) -> str:
    """Changes whenever something that the room shows has changed."""
    meeting = room.meeting
    counts = Meeting.objects.filter(pk=meeting.pk).aggregate(
        presences=Count("presences", distinct=True),
        invited=Count("invitations", distinct=True),
        speeches=Count("items__speeches", distinct=True),
        named=Count("items__votes__named", distinct=True),
        cast=Count("items__votes__turnout", distinct=True),
        opinions=Count("absent_opinions", distinct=True),
    )
    items = list(meeting.items.values_list("pk", "order", "state", "result", "divided"))
    votes = list(Vote.objects.filter(item__meeting=meeting).values_list("pk", "state"))
    seen = repr((phase_of(room), meeting.host_id, meeting.recorder_id, items, votes, sorted(counts.items())))
    return hashlib.sha256(seen.encode()).hexdigest()[:16]
