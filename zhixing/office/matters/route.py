"""The way a matter will go, known before it is submitted: who, in which post, by which clause."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from zhixing.law.document import Edition
from zhixing.law.procedure import PlannedStep, plan
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.ruling import Ruling
from zhixing.organ.models import Organ, Person
from zhixing.organ.who import Bearer, resolve

# Of two steps of one person the weightier act is done, the other is said to be in it (B2-25).
WEIGHT = ("审批", "批准", "签发", "同意", "审签", "会签", "审核", "签署意见", "复核", "备案", "登记", "知悉")
# Work on a record is done one step after the other, by whomever; a word of agreement holds none of it.
ON_THE_RECORD = frozenset({"编号", "校对", "用印", "分发", "归档"})
SELF = "本人"
NAMED_BY_POST: Mapping[str, Sequence[Bearer]] = {}


@dataclass(frozen=True, slots=True)
class RouteStop:
    """One planned step with whoever is to act; `merged` are labels of the same person that it includes."""

    planned: PlannedStep
    bearers: tuple[Bearer, ...]
    merged: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        return "、".join(bearer.shown for bearer in self.bearers)


@dataclass(frozen=True, slots=True)
class Route:
    """Stops in order; `findings` name every post for which nobody is found."""

    stops: tuple[RouteStop, ...]
    findings: tuple[Finding, ...]


Absent = Callable[[Person, datetime], bool]


def nobody_is_away(person: Person, at: datetime) -> bool:  # noqa: ARG001 -- the shape of the question
    return False


def preview(
    *,
    organ: Organ,
    procedure: str,
    edition: Edition,
    rulings: Mapping[str, Ruling],
    starter: Person,
    at: datetime,
    absent: Absent = nobody_is_away,
    named: Mapping[str, Sequence[Bearer]] = NAMED_BY_POST,
) -> Route:
    """Every stop of the procedure for `starter`, same people merged; writes nothing. `named` gives the bearers of a
    post that the case itself settles; a post it names nobody for has no stop."""
    stops: list[RouteStop] = []
    findings: list[Finding] = []
    for planned in _after_submitting(plan(edition, procedure, rulings)):
        if planned.post in named:
            if named[planned.post]:
                stops.append(RouteStop(planned, tuple(named[planned.post])))
            continue
        try:
            bearers = resolve(organ, planned.post, starter=starter, kind=procedure, at=at, absent=absent)
        except Refusal as refusal:
            findings.extend(refusal.findings)
            continue
        stops.append(RouteStop(planned, bearers))
    return Route(tuple(_merged(stops)), tuple(dict.fromkeys(findings)))


def _after_submitting(planned: Sequence[PlannedStep]) -> Sequence[PlannedStep]:
    """The starter's own first steps are done by submitting."""
    first = next((place for place, step in enumerate(planned) if step.post != SELF), len(planned))
    return planned[first:]


def _merged(stops: Sequence[RouteStop]) -> list[RouteStop]:
    kept: list[RouteStop] = []
    for stop in stops:
        if kept and _people(kept[-1]) == _people(stop) and _may_merge(kept[-1], stop):
            kept[-1] = _heavier(kept[-1], stop)
        else:
            kept.append(stop)
    return kept


def _may_merge(one: RouteStop, other: RouteStop) -> bool:
    return ON_THE_RECORD.isdisjoint((one.planned.act, other.planned.act))


def _people(stop: RouteStop) -> set[int]:
    return {bearer.person.pk for bearer in stop.bearers}


def _heavier(one: RouteStop, other: RouteStop) -> RouteStop:
    heavy, light = sorted((one, other), key=lambda stop: _weight(stop.planned.act))
    return replace(heavy, merged=(*one.merged, *other.merged, light.planned.label))


def _weight(act: str) -> int:
    return WEIGHT.index(act) if act in WEIGHT else len(WEIGHT)
