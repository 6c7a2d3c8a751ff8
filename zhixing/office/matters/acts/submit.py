"""提交: the plan is frozen, the number taken, the first to-dos given out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.ruling import Ruling
from zhixing.office.matters import machine, store
from zhixing.office.matters.desk import Doing, perform
from zhixing.office.matters.machine import Position, Stop
from zhixing.office.matters.models import Matter, Step
from zhixing.office.matters.route import Route, RouteStop
from zhixing.office.registry import handler_of
from zhixing.organ.models import Person
from zhixing.organ.numbers import next_number
from zhixing.organ.who import Bearer


def submit(
    *,
    matter: Matter,
    actor: Person,
    at: datetime,
    key: str,
    route: Route,
    edition: date,
    ruling: Ruling | None = None,
    facts: Mapping[str, str] | None = None,
    text: str = "",
) -> Receipt:
    """Send a draft, a returned or a withdrawn matter the whole way; Refusal where a post is empty."""
    _starter_only(matter, actor)
    if route.findings:
        raise Refusal("不能提交：有环节无人可以办理。", route.findings)
    rows: list[Stop] = []

    def prepare(held: Matter) -> Position:
        before = store.load(held)
        if before.status in machine.EDITABLE:
            _freeze(held, edition, ruling, facts or {}, at)
            rows.extend(_new_round(held, route))
        return machine.Position(held.starter_id, before.status)

    doing = Doing(matter, actor, "提交", at, key, text)
    return perform(doing, lambda position: machine.submit(position, tuple(rows)), prepare=prepare)


def resubmit(*, matter: Matter, actor: Person, at: datetime, key: str, text: str = "") -> Receipt:
    """直送退回人: nothing of the case has changed that the route depends on."""
    _starter_only(matter, actor)
    return perform(Doing(matter, actor, "提交", at, key, text), machine.resubmit)


def _starter_only(matter: Matter, actor: Person) -> None:
    if matter.starter_id != actor.pk:
        raise Refusal(
            "不能提交：只有申请人本人可以提交。",
            [Finding("办理人", actor.name, matter.starter.name, "请由申请人提交。", who=matter.starter.name)],
        )


def _freeze(
    matter: Matter, edition: date, ruling: Ruling | None, facts: Mapping[str, str], at: datetime
) -> None:
    """A later edition does not reach a matter that was begun under this one."""
    matter.edition, matter.facts = edition, dict(facts)
    matter.question = ruling.question if ruling else ""
    matter.ruling = ruling.as_json() if ruling else {}
    if matter.submitted_at is not None:
        matter.round += 1
    matter.submitted_at = at
    if not matter.number:
        matter.number = _number(matter, at)
    matter.save()


def _number(matter: Matter, at: datetime) -> str:
    series, year = handler_of(matter).register, timezone.localtime(at).year
    return f"{series}〔{year}〕{next_number(matter.organ, series, year)}号"


def _new_round(matter: Matter, route: Route) -> list[Stop]:
    rows = [_row(matter, order, stop) for order, stop in enumerate(route.stops)]
    return [Stop(row.pk, row.act, tuple(one["person"] for one in row.bearers)) for row in rows]


def _row(matter: Matter, order: int, stop: RouteStop) -> Step:
    planned = stop.planned
    return Step.objects.create(
        organ_id=matter.organ_id,
        matter=matter,
        round=matter.round,
        order=order,
        name=planned.name,
        post=planned.post,
        act=planned.act.split("、", maxsplit=1)[0],
        label=planned.label,
        clause=planned.clause,
        cite=planned.cite,
        needs=planned.needs,
        limit=planned.limit,
        merged=list(stop.merged),
        bearers=[_bearer(bearer) for bearer in stop.bearers],
    )


def _bearer(bearer: Bearer) -> dict[str, Any]:
    return {
        "person": bearer.person.pk,
        "for": bearer.on_behalf_of.pk if bearer.on_behalf_of else None,
        "delegation": bearer.delegation.pk if bearer.delegation else None,
        "why": bearer.why,
    }
