"""The kinds of meeting that regulations hold, and what each kind asks of the shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from zhixing.law.refusal import Finding
from zhixing.law.ruling import Ruling
from zhixing.office.meetings.models import Item, Meeting, Resolution
from zhixing.organ.models import Organ, Person, Section


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody on the roll and the post that puts the person there."""

    person: Person
    post: str


@dataclass(frozen=True, slots=True)
class Ready:
    """A topic whose procedure is done, so that it may be put on an agenda. `source` names it for good."""

    source: str
    title: str
    category: str
    proposal: str
    section: Section | None = None
    reporter: Person | None = None
    revises: Resolution | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """What a threshold is asked about: whole persons; `in_favour` is 0 where only presence counts."""

    organ: Organ
    category: str
    due: int
    present: int
    day: date
    in_favour: int = 0


def no_findings(_: object, __: object) -> list[Finding]:
    return []


def no_topics(_: Organ) -> Sequence[Ready]:
    return ()


def nothing_more(_: Item, *, actor: Person, at: datetime) -> None:
    """The regulation keeps no record of its own about the topic."""


def told_nobody(*_: object, **__: object) -> None:
    """Nobody is told; the regulation gives the way to tell people (office.duties.telling)."""


def counted_as_due(_: Organ, __: date) -> bool:
    return True


def nobody(_: str) -> Sequence[Person]:
    return ()


def nobody_else(_: Organ, __: date) -> Sequence[Person]:
    return ()


@dataclass(frozen=True, slots=True)
class Contribution:
    """Topics that another regulation than the one that holds the meeting hands to it; `prefix` begins their sources.

    `ready`, `gate`, `decided` and `withdraws` as in Kind, asked about its own topics alone.
    """

    prefix: str
    ready: Callable[[Organ], Sequence[Ready]]
    gate: Callable[[str, Meeting], list[Finding]] = no_findings
    decided: Callable[..., None] = nothing_more
    withdraws: Callable[[str], Sequence[Person]] = nobody


@dataclass(frozen=True)
class Kind:
    """One kind of meeting.

    members, sitters: the roll on a day, those who vote and those who sit in (01-6.2).
    convener: who calls and by right hosts it; None where the post is vacant.
    callers: others who may each call one as well and then host it themselves (01-2).
    host_findings(person, entrusted, organ, day): why this person may not host.
    quorum(tally): ruling with 可议 and 至少; None where the kind has no quorum (G-91).
    result(tally): ruling with 通过 and 至少; None where the kind takes no votes.
    ready: topics that may be listed; gate(source, meeting) asks again at the listing.
    opening(meeting, at): what must be there before the meeting opens (13-3, 13-5).
    keeps_withdrawn: whether who withdraws for interest still counts as due (G-05).
    decided: told when a topic has its result, in the same transaction.
    withdraws(source): members whom the topic concerns, who leave the room before its vote (G-05).
    clauses: which clause each rule of the shape stands on for this kind: host, notice, topics, quorum, vote,
    record, one_by_one, sitting_in, last_word, absence, resolution, opening.
    """

    name: str
    regulation: str
    members: Callable[[Organ, date], Sequence[Member]]
    sitters: Callable[[Organ, date], Sequence[Member]]
    convener: Callable[[Organ, date], Person | None]
    host_findings: Callable[[Person, bool, Organ, date], list[Finding]]
    quorum: Callable[[Tally], Ruling | None]
    result: Callable[[Tally], Ruling | None]
    clauses: Mapping[str, str]
    categories: tuple[str, ...] = ()
    explained: frozenset[str] = field(
        default_factory=frozenset
    )  # categories that need 人事说明 before a vote
    explains: Callable[[Organ, date], Person | None] = lambda organ, day: None  # noqa: ARG005 -- nobody has to
    ready: Callable[[Organ], Sequence[Ready]] = no_topics
    gate: Callable[[str, Meeting], list[Finding]] = no_findings
    opening: Callable[[Meeting, datetime], list[Finding]] = no_findings
    keeps_withdrawn: Callable[[Organ, date], bool] = counted_as_due
    decided: Callable[..., None] = nothing_more
    withdraws: Callable[[str], Sequence[Person]] = nobody
    tell: Callable[..., None] = told_nobody  # (people, text, kind=, record=, at=, key=)
    paper_below: Callable[[Organ, date], int] = lambda organ, day: 5  # noqa: ARG005 -- the organ may set its own
    notice_days: Callable[[Organ, date], int] = lambda organ, day: 1  # noqa: ARG005 -- the organ may set its own
    callers: Callable[[Organ, date], Sequence[Person]] = nobody_else
    takes_votes: bool = True  # whether anything may be put to the vote at all (G-91, 13-7)
    free_topics: bool = False  # a topic may be listed that went through no procedure (G-91, 13)
    summary_series: str = ""  # 党组会议纪要; "" where none is issued

    def clause(self, rule: str) -> str:
        return self.clauses.get(rule, "")


_kinds: dict[str, Kind] = {}
_contributions: dict[str, list[Contribution]] = {}


def register(kind: Kind) -> None:
    """Called from the `ready()` of the regulation that holds such meetings."""
    _kinds[kind.name] = kind


def contribute(name: str, contribution: Contribution) -> None:
    """Called from the `ready()` of a regulation whose matters are decided in meetings of another's kind."""
    given = _contributions.setdefault(name, [])
    given[:] = [one for one in given if one.prefix != contribution.prefix] + [contribution]


def kind(name: str) -> Kind:
    """Raises LookupError for a kind that no regulation holds."""
    try:
        own = _kinds[name]
    except KeyError:
        raise LookupError(f"no regulation holds {name!r}") from None
    for contribution in _contributions.get(name, ()):
        own = _joined(own, contribution)
    return own


def _joined(own: Kind, given: Contribution) -> Kind:
    def ready(organ: Organ) -> Sequence[Ready]:
        return [*own.ready(organ), *given.ready(organ)]

    def gate(source: str, meeting: Meeting) -> list[Finding]:
        return (given if source.startswith(given.prefix) else own).gate(source, meeting)

    def decided(item: Item, *, actor: Person, at: datetime) -> None:
        (given if item.source.startswith(given.prefix) else own).decided(item, actor=actor, at=at)

    def withdraws(source: str) -> Sequence[Person]:
        return (given if source.startswith(given.prefix) else own).withdraws(source)

    return replace(own, ready=ready, gate=gate, decided=decided, withdraws=withdraws)


def kinds() -> tuple[Kind, ...]:
    """Every kind, in the order in which they were registered."""
    return tuple(_kinds.values())


def kind_of(meeting: Meeting) -> Kind:
    return kind(meeting.kind)
