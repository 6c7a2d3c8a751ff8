"""The way of a draft: head, portfolio leader, countersignatures side by side, the signer of its name (09-2.2, 09-2.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from zhixing.law.refusal import Finding
from zhixing.office.away import is_away
from zhixing.office.issued_sealing import keepers
from zhixing.office.matters.route import Route, RouteStop, preview
from zhixing.organ.local_time import today
from zhixing.organ.models import Holding, Organ, Person, Portfolio, Section
from zhixing.organ.who import Bearer, delegation_of, holders
from zhixing.regulations.documents.facts import NAMES
from zhixing.regulations.documents.workflow.issued_request import IssuedRequest
from zhixing.regulations.documents.workflow.statute import edition, own_of, ruling

PROCEDURE, CLAUSE = "发文", "09-2.3"
ISSUING, COUNTERSIGNING = "签发", "会签"
LEADERS, OFFICE, DIRECTOR, KEEPER = "有关局领导", "办公室", "办公室主任", "保管人"
MINUTES, STAMPING, FILING = "纪要", "用印", "归档"
SIGNER_POSTS = frozenset({"局长", "党组书记"})
SIGNS: Mapping[str, tuple[str, ...]] = {"局": ("局长",), "党组": ("党组书记",), "联合": ("党组书记", "局长")}


def way(person: Person, request: IssuedRequest, at: datetime) -> Route:
    """Every stop for this draft; findings name what stands in its way."""
    day = today(at)
    name = request.name if request.name in NAMES else NAMES[0]
    rulings = {ISSUING: ruling(ISSUING, day, own_of(person.organ_id), 名义=name)}
    named: dict[str, Sequence[Bearer]] = {
        LEADERS: countersigners(person, request, name, at),
        OFFICE: [Bearer(one, DIRECTOR) for one in holders(person.organ, DIRECTOR, about=person, day=day)],
    }
    route = preview(
        organ=person.organ, procedure=PROCEDURE, edition=edition(day), rulings=rulings, starter=person, at=at,
        absent=is_away, named=named,
    )  # fmt: skip
    needed = (_with_keepers(stop, person.organ) for stop in route.stops if _needed(stop, request))
    stops = tuple(each for stop in needed for each in _once_a_person(stop))
    return Route(stops, (*route.findings, *_signers(route, name, day)))


def countersigners(person: Person, request: IssuedRequest, name: str, at: datetime) -> list[Bearer]:
    """The leaders of the other portfolios that the draft touches, the section it is drafted for among them.

    Who leads the drafter's own has signed already; who signs for the name of the document still will.
    """
    day = today(at)
    known = {*holders(person.organ, "分管局长", about=person, day=day), person}
    signing = Holding.objects.on(day).filter(organ=person.organ, post__in=SIGNS[name])
    known |= {one.person for one in signing.select_related("person")}
    touched = [one for one in (*request.touched, request.section) if one is not None]
    leaders = [leader for leader in _leading(person, touched, day) if leader not in known]
    return [_with_delegate(leader, person, at) for leader in leaders]


def _leading(person: Person, touched: Sequence[Section], day: date) -> list[Person]:
    """Each leader once; a section that nobody leads is the chief's own (B2-25)."""
    led = Portfolio.objects.on(day).filter(organ=person.organ, section__in=[one.pk for one in touched])
    rows = list(led.select_related("leader"))
    leaders = [one.leader for one in rows]
    if {one.pk for one in touched} - {one.section_id for one in rows}:
        leaders += holders(person.organ, "局长", about=person, day=day)
    return list(dict.fromkeys(leaders))


def _with_delegate(leader: Person, starter: Person, at: datetime) -> Bearer:
    """Whoever stands in by a written delegation signs in the leader's place (G-20)."""
    given = delegation_of(leader, PROCEDURE, at)
    if given is None or given.receiver_id == starter.pk:
        return Bearer(leader, LEADERS)
    return Bearer(given.receiver, LEADERS, leader, given, f"授权号{given.number}")


def _once_a_person(stop: RouteStop) -> Iterator[RouteStop]:
    """Who signs for two, by two delegations or for themselves and another, signs twice: each name has its own step."""
    left = list(stop.bearers)
    while left:
        first = {bearer.person: bearer for bearer in reversed(left)}
        chosen = [bearer for bearer in left if first[bearer.person] is bearer]
        yield replace(stop, bearers=tuple(chosen))
        joint = stop.planned.act == COUNTERSIGNING  # elsewhere any one of them acts for all
        left = [bearer for bearer in left if bearer not in chosen] if joint else []


def _with_keepers(stop: RouteStop, organ: Organ) -> RouteStop:
    """The clerk stamps, or whoever keeps the seal: nobody stamps behind the keeper's back (17-5b)."""
    if stop.planned.act != STAMPING:
        return stop
    known = {bearer.person for bearer in stop.bearers}
    more = (Bearer(keeper, KEEPER) for keeper in keepers(organ) if keeper not in known)
    return replace(stop, bearers=(*stop.bearers, *more))


def _needed(stop: RouteStop, request: IssuedRequest) -> bool:
    """Minutes bear no seal (N6); filing is the yearly hand-in of 09-3, not a to-do of this one document."""
    return stop.planned.act != FILING and not (request.form == MINUTES and stop.planned.act == STAMPING)


def _signers(route: Route, name: str, day: date) -> list[Finding]:
    """Everybody who would sign and may not."""
    return [
        not_signing(bearer.person, name, stop.planned.post)
        for stop in route.stops
        for bearer in stop.bearers
        if stop.planned.act == ISSUING and not may_sign(bearer.person, name, day)
    ]


def may_sign(person: Person, name: str, day: date) -> bool:
    """签发资格 (B9-04, B9-05, G-20)."""
    told = ruling(
        "签发资格", day, own_of(person.organ_id), 名义=name, 签发人身份=identity_of(person, day),
        有主持工作授权=in_charge(person, day),
    )  # fmt: skip
    return told.outcome["可以签发"] is True


def not_signing(person: Person, name: str, post: str) -> Finding:
    found = f"{person.name}不能签发以{name}的名义发的文"
    return Finding("签发人", found, post, "请由有权的人签发。", clause=CLAUSE, who="办公室主任")


def identity_of(person: Person, day: date) -> str:
    """局长, 党组书记, both, 副局长 or nobody of these, by the posts held on the day."""
    posts = set(Holding.objects.on(day).filter(person=person).values_list("post", flat=True))
    if posts >= SIGNER_POSTS:
        return "书记兼局长"
    return next((post for post in ("局长", "党组书记", "副局长") if post in posts), "其他人员")


def in_charge(person: Person, day: date) -> bool:
    """主持工作 in the chief's written word."""
    return Holding.objects.on(day).filter(person=person, post="主持工作").exists()
