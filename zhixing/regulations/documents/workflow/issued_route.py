"""The way of a draft: head, portfolio leader, countersignatures side by side, the signer of its name (09-2.2, 09-2.3)."""

from __future__ import annotations

from collections.abc import Sequence
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


def way(person: Person, request: IssuedRequest, at: datetime) -> Route:
    """Every stop for this draft; findings name what stands in its way."""
    day = today(at)
    name = request.name if request.name in NAMES else NAMES[0]
    rulings = {ISSUING: ruling(ISSUING, day, own_of(person.organ_id), 名义=name)}
    named: dict[str, Sequence[Bearer]] = {
        LEADERS: countersigners(person, request.touched, at),
        OFFICE: [Bearer(one, DIRECTOR) for one in holders(person.organ, DIRECTOR, about=person, day=day)],
    }
    route = preview(
        organ=person.organ, procedure=PROCEDURE, edition=edition(day), rulings=rulings, starter=person, at=at,
        absent=is_away, named=named,
    )  # fmt: skip
    stops = tuple(_with_keepers(stop, person.organ) for stop in route.stops if _needed(stop, request))
    return Route(stops, (*route.findings, *_signers(route, name, person, day)))


def countersigners(person: Person, touched: Sequence[Section], at: datetime) -> list[Bearer]:
    """The leaders of the other portfolios that the draft touches; who leads the drafter's own has signed already."""
    day = today(at)
    own = set(holders(person.organ, "分管局长", about=person, day=day))
    signing = set(
        Holding.objects.on(day)
        .filter(organ=person.organ, post__in=SIGNER_POSTS)
        .values_list("person", flat=True)
    )
    led = Portfolio.objects.on(day).filter(organ=person.organ, section__in=[one.pk for one in touched])
    found: dict[int, Bearer] = {}
    for one in led.select_related("leader"):
        if one.leader not in own and one.leader_id not in signing and one.leader_id != person.pk:
            found.setdefault(one.leader_id, _with_delegate(one.leader, person, at))
    return list(found.values())


def _with_delegate(leader: Person, starter: Person, at: datetime) -> Bearer:
    """Whoever stands in by a written delegation signs in the leader's place (G-20)."""
    given = delegation_of(leader, PROCEDURE, at)
    if given is None or given.receiver_id == starter.pk:
        return Bearer(leader, LEADERS)
    return Bearer(given.receiver, LEADERS, leader, given, f"授权号{given.number}")


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


def _signers(route: Route, name: str, person: Person, day: date) -> list[Finding]:
    """签发资格 of everybody who would sign (B9-04, G-20)."""
    findings = []
    for stop in route.stops:
        for bearer in stop.bearers if stop.planned.act == ISSUING else ():
            told = ruling(
                "签发资格", day, own_of(person.organ_id), 名义=name, 签发人身份=identity_of(bearer.person, day),
                有主持工作授权=in_charge(bearer.person, day),
            )  # fmt: skip
            if told.outcome["可以签发"] is not True:
                found = f"{bearer.person.name}不能签发以{name}的名义发的文"
                findings.append(
                    Finding("签发人", found, stop.planned.post, "请由有权的人签发。", clause=CLAUSE, who="办公室主任")
                )  # fmt: skip
    return findings


def identity_of(person: Person, day: date) -> str:
    """局长, 党组书记, both, 副局长 or nobody of these, by the posts held on the day."""
    posts = set(Holding.objects.on(day).filter(person=person).values_list("post", flat=True))
    if posts >= SIGNER_POSTS:
        return "书记兼局长"
    return next((post for post in ("局长", "党组书记", "副局长") if post in posts), "其他人员")


def in_charge(person: Person, day: date) -> bool:
    """主持工作 in the chief's written word."""
    return Holding.objects.on(day).filter(person=person, post="主持工作").exists()
