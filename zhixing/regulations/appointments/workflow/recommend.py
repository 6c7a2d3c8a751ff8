"""第二步 民主推荐: the meeting first, then the talks, totals alone; and done anew once it has expired (04-2a, 04-2b)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.appointments.facts import MEETING_FIRST, TALKS_FIRST
from zhixing.regulations.appointments.models import (
    Case,
    Halt,
    Recommendation,
    RecommendationBallots,
    RecommendationCount,
)
from zhixing.regulations.appointments.workflow.ballots import Ballots, Votes, faults
from zhixing.regulations.appointments.workflow.entered import not_later, note, refuse, running, written
from zhixing.regulations.appointments.workflow.parties import (
    by_leader,
    by_office,
    by_office_or_leader,
    personnel_leaders,
)
from zhixing.regulations.appointments.workflow.requirements import recommendation_needs, unmet
from zhixing.regulations.appointments.workflow.statute import own_of, ruling, value
from zhixing.regulations.appointments.workflow.telling import told
from zhixing.regulations.appointments.workflow.validity import MEETING, TALKS, expired, standing

CLAUSE, VALIDITY = "04-2a", "04-2b"
STEP = "民主推荐"


@once
def record(
    *, case: Case, kind: str, held_on: date, scope: str, counted_by: str, ballots: Sequence[Ballots],
    votes: Sequence[Votes], watched_by: str = "", order_basis: str = "", actor: Person, at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """登记推荐结果: totals by class, from the counters' sheet. What a voter wrote is kept nowhere (B4-08)."""
    day, own = today(at), own_of(case.organ_id)
    findings = running(case, actor, CLAUSE, STEP) + by_office(actor, day, CLAUSE)
    must = {"参加范围": scope, "计票人": counted_by} | ({"监票人": watched_by} if kind == MEETING else {})
    findings += written(must, CLAUSE) + not_later(held_on, day, "推荐日期", CLAUSE)
    findings += _not_before_the_motion(case, held_on) + _in_order(case, kind, held_on, order_basis)
    findings += faults(
        ballots, votes, organ=case.organ_id, day=held_on, least=value("分身份最少票数", day, own)
    )
    refuse("推荐结果没有登记。", findings)
    recommendation = Recommendation.objects.create(
        organ_id=case.organ_id, case=case, kind=kind, held_on=held_on, scope=scope.strip(),
        order_basis=order_basis.strip(), counted_by=counted_by.strip(), watched_by=watched_by.strip(), by=actor,
        at=at,
    )  # fmt: skip
    rows = _totals(recommendation, ballots, votes)
    payload = {"方式": kind, "推荐日期": str(held_on), "有效票": sum(one.valid for one in ballots)}
    return note(
        case, "登记民主推荐", actor=actor, at=at, key=key, rule=CLAUSE, record=recommendation, payload=payload,
        touched=rows,
    )  # fmt: skip


@once
def begin_inspection(*, case: Case, actor: Person, at: datetime, key: str) -> Receipt:
    """进入考察: both recommendations are there, and still valid."""
    day = today(at)
    findings = running(case, actor, CLAUSE, STEP) + by_leader(actor, day, CLAUSE)
    if not findings:
        findings += unmet(recommendation_needs(case)) + expired(case, day)
    refuse("还不能进入考察。", findings)
    case.step = 3
    case.save(update_fields=["step"])
    return note(case, "进入考察", actor=actor, at=at, key=key, rule=CLAUSE)


@once
def recommend_again(*, case: Case, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """重新推荐: the former totals stay and count no more; nothing decided on them may stand over."""
    day = today(at)
    findings = running(case, actor, VALIDITY, STEP, "考察", "讨论决定")
    findings += by_office_or_leader(actor, day, VALIDITY) + written({"重新推荐的原因": reason}, VALIDITY)
    rows = list(case.recommendations.filter(superseded_at=None))
    if not rows:
        findings.append(Finding("推荐结果", "还没有", "已经登记的推荐", "请直接登记推荐。", clause=VALIDITY))
    refuse("没有办理重新推荐。", findings)
    touched: list[Model] = [Halt.objects.create(
        organ_id=case.organ_id, case=case, kind="重新推荐", step=case.step, reason=reason.strip(), by=actor, at=at
    )]  # fmt: skip
    for row in rows:
        row.superseded_at = at
        row.save(update_fields=["superseded_at"])
    for asked in case.submissions.filter(state__in=("待同意", "已同意")):
        asked.state, asked.withdrawn_reason = "已撤回", "重新推荐"
        asked.save(update_fields=["state", "withdrawn_reason"])
        touched.append(asked)
    case.step, case.candidate = 2, None
    case.save(update_fields=["step", "candidate"])
    told(case, personnel_leaders(case.organ, day), "退回民主推荐，请重新组织。", at=at, key=key)
    return note(
        case, "重新推荐", actor=actor, at=at, key=key, rule=VALIDITY, payload={"原因": reason.strip()},
        touched=[*rows, *touched],
    )  # fmt: skip


def _totals(
    recommendation: Recommendation, ballots: Sequence[Ballots], votes: Sequence[Votes]
) -> list[Model]:
    organ = recommendation.organ_id
    of_classes = [
        RecommendationBallots.objects.create(
            organ_id=organ, recommendation=recommendation, voter_class=one.voter_class, due=one.due,
            present=one.present, handed_out=one.handed_out, returned=one.returned, valid=one.valid,
        )
        for one in ballots
    ]  # fmt: skip
    of_people = [
        RecommendationCount.objects.create(
            organ_id=organ, recommendation=recommendation, person=one.person, voter_class=one.voter_class,
            votes=one.number,
        )
        for one in sorted(votes, key=lambda each: (each.person.number, each.voter_class))
    ]  # fmt: skip
    return [*of_classes, *of_people]


def _not_before_the_motion(case: Case, held_on: date) -> list[Finding]:
    proposed = today(case.proposed_at)
    if held_on >= proposed:
        return []
    return [Finding("推荐日期", str(held_on), f"动议（{proposed}）以后", "请核对推荐日期。", clause=CLAUSE)]


def _in_order(case: Case, kind: str, held_on: date, order_basis: str) -> list[Finding]:
    """Each of the two once; the talks first only where something higher says so (G-19, B4-03)."""
    if kind not in {MEETING, TALKS}:
        return [Finding("方式", kind or "没有选择", f"{MEETING}或者{TALKS}", "请选一种方式。", clause=CLAUSE)]
    now = standing(case)
    if kind in now:
        mend = "登记错了的，请办理重新推荐。"
        return [Finding(kind, f"{now[kind].held_on}已经登记", "还没有登记", mend, clause=CLAUSE)]
    if kind == TALKS:
        first = MEETING in now and now[MEETING].held_on <= held_on
    else:
        first = TALKS not in now or held_on <= now[TALKS].held_on
    basis = order_basis.strip() or (now[TALKS].order_basis if TALKS in now else "")
    order = MEETING_FIRST if first else TALKS_FIRST
    asked = ruling("推荐次序", held_on, own_of(case.organ_id), 先后=order, 有上级依据=bool(basis))
    if asked.outcome["可以采用"]:
        return []
    return [
        Finding("推荐次序", "先个别谈话推荐", "先会议推荐，后个别谈话推荐",
                "请先组织会议推荐；上级要求先谈话的，写明依据。", clause=CLAUSE)
    ]  # fmt: skip
