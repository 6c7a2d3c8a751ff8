"""外带: asked for under an approved use, agreed to by whoever leads the office (17-7a)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from zhixing.journal.models import Entry
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.ruling import Ruling
from zhixing.office.away import is_away
from zhixing.office.matters.acts import begin, save_draft, submit
from zhixing.office.matters.route import Route, preview
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.turn import in_turn
from zhixing.regulations.seals.models import CarryOut
from zhixing.regulations.seals.workflow.carry_request import (
    CLAUSE,
    CarryRequest,
    faults_of,
    judged,
    paper_of,
    typed_into,
)
from zhixing.regulations.seals.workflow.gate import keep
from zhixing.regulations.seals.workflow.statute import edition

REGULATION, PROCEDURE = "seals", "外带"


@dataclass(frozen=True, slots=True)
class CarryAssessment:
    ruling: Ruling | None
    route: Route
    findings: tuple[Finding, ...]


def assess_carry(*, person: Person, request: CarryRequest, at: datetime) -> CarryAssessment:
    """A pure reading of the request."""
    ruled = judged(request, person, today(at))
    route = way(person, ruled, at)
    return CarryAssessment(ruled, route, (*faults_of(person, request, today(at)), *route.findings))


def way(person: Person, ruled: Ruling | None, at: datetime) -> Route:
    if ruled is None or ruled.outcome["结论"] == "不得":
        return Route((), ())
    return preview(
        organ=person.organ, procedure=PROCEDURE, edition=edition(today(at)), rulings={"外带审批": ruled},
        starter=person, at=at, absent=is_away,
    )  # fmt: skip


@in_turn
def draft_carry(
    *, request: CarryRequest, actor: Person, at: datetime, key: str, carry: CarryOut | None = None
) -> CarryOut:
    """保存草稿; `carry` is the draft being changed."""
    earlier = Entry.objects.filter(organ=actor.organ_id, key=key).first()
    if earlier is not None:
        return CarryOut.objects.get(matter_id=int(earlier.object_id))
    named = request.use.title if request.use else "未选用印审批"
    title, form = f"印章外带：{named}"[:200], paper_of(request)
    if carry is None:
        matter = begin(
            regulation=REGULATION, procedure=PROCEDURE, title=title, form=form, actor=actor, at=at, key=key
        )
        carry = CarryOut(organ_id=actor.organ_id, matter=matter, person=actor)
    else:
        save_draft(matter=carry.matter, title=title, form=form, actor=actor, at=at, key=key)
    typed_into(carry, request)
    carry.save()
    keep(carry, "填写外带审批表", actor=actor, at=at, key=f"{key}:carry", rule=CLAUSE, payload=form)
    return carry


@in_turn
def request_carry(
    *, request: CarryRequest, actor: Person, at: datetime, key: str, carry: CarryOut | None = None
) -> CarryOut:
    """Draft and submit in one; a refusal lists everything and leaves nothing behind."""
    kept = draft_carry(request=request, actor=actor, at=at, key=f"{key}:draft", carry=carry)
    assessed = assess_carry(person=actor, request=request, at=at)
    if assessed.findings and kept.status == "草稿":
        raise Refusal("外带没有提交。", assessed.findings)
    ruled = assessed.ruling
    facts = {name: str(fact) for name, fact in ruled.facts_shown.items()} if ruled else {}
    submit(
        matter=kept.matter, actor=actor, at=at, key=key, route=assessed.route,
        edition=edition(today(at)).in_force, ruling=ruled, facts=facts,
    )  # fmt: skip
    return CarryOut.objects.select_related("matter").get(pk=kept.pk)
