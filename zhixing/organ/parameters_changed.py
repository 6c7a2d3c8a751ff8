"""自定数值的提请和确认: the head of the office proposes, the leader in charge confirms (domain part 2, 4.11)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from zhixing.journal.write import Receipt, already_done, locked_head, write
from zhixing.law.refusal import Conflict, Finding, Findings, Refusal
from zhixing.law.regulation import Regulation
from zhixing.law.values import plain
from zhixing.organ.models import Holding, OwnValue, Person
from zhixing.organ.models.own_value import CONFIRMED, PROPOSED, REFUSED, WITHDRAWN
from zhixing.organ.parameters import own_values
from zhixing.organ.parameters_checks import Wanted, faults_of
from zhixing.organ.who import holders, service_on

HEAD = "办公室主任"
ONE_DAY = timedelta(days=1)
ACTS = {CONFIRMED: "确认数值", REFUSED: "不同意数值", WITHDRAWN: "撤回数值"}


@transaction.atomic
def propose(*, wanted: Wanted, basis: str, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """提请: a value with its basis and its first day, which lies ahead. Raises Refusal with every finding."""
    locked_head(actor.organ_id)
    done = already_done(actor.organ_id, key)
    if done is not None:
        return done
    day = timezone.localdate(at)
    findings = Findings()
    if not Holding.objects.on(day).filter(person=actor, post=HEAD).exists():
        findings.add(Finding("办理人", actor.name, HEAD, f"请由{HEAD}提请。", who=HEAD))
    findings.extend(_unwritten(basis, reason))
    findings.extend(_ahead(wanted, actor.organ_id, day))
    own = own_values(actor.organ_id, wanted.regulation.number).on(wanted.since)
    findings.extend(faults_of(wanted, own))
    if _waiting(actor.organ_id, wanted):
        mend = "请先等确认，或者撤回以后再提。"
        findings.add(Finding("状态", f"{wanted.name}已有一件待确认", "没有待确认的提请", mend))
    findings.refuse_if_any("没有提请。")
    parameter = wanted.parameter
    assert parameter is not None
    row = OwnValue.objects.create(
        organ_id=actor.organ_id, number=wanted.regulation.number, name=wanted.name, text=plain(wanted.text),
        unit=parameter.unit, clause=parameter.clause, basis=basis.strip(), reason=reason.strip(),
        since=wanted.since, proposed_by=actor, proposed_at=at,
    )  # fmt: skip
    return _entry("提请数值", row, actor, at, key)


@transaction.atomic
def confirm(
    *, row: OwnValue, regulation: Regulation, actor: Person, opinion: str, at: datetime, key: str
) -> Receipt:
    """确认: from its day on the value counts; the one before ends on the eve. `regulation` is the row's own."""
    locked_head(actor.organ_id)
    done = already_done(actor.organ_id, key)
    if done is not None:
        return done
    held = _held(row, actor)
    wanted = Wanted(regulation, held.name, held.text, held.since)
    findings = Findings()
    findings.extend(_not_leader(held, actor, timezone.localdate(at)))
    findings.extend(_ahead(wanted, actor.organ_id, timezone.localdate(at)))
    findings.extend(faults_of(wanted, own_values(held.organ_id, held.number).on(held.since)))
    findings.refuse_if_any("没有确认。")
    former = _former(held)
    for one in former:
        one.until = held.since - ONE_DAY
        one.save(update_fields=["until"])
    return _decide(held, CONFIRMED, actor, opinion, at, key, former)


@transaction.atomic
def refuse(*, row: OwnValue, actor: Person, opinion: str, at: datetime, key: str) -> Receipt:
    """不同意: the number stays as it is."""
    locked_head(actor.organ_id)
    done = already_done(actor.organ_id, key)
    if done is not None:
        return done
    held = _held(row, actor)
    findings = Findings()
    findings.extend(_not_leader(held, actor, timezone.localdate(at)))
    if not opinion.strip():
        findings.add(Finding("意见", "没有填写", "不同意的理由", "请写明理由。"))
    findings.refuse_if_any("没有办理。")
    return _decide(held, REFUSED, actor, opinion, at, key)


@transaction.atomic
def withdraw(*, row: OwnValue, actor: Person, at: datetime, key: str) -> Receipt:
    """撤回 by whoever proposed, while nobody has decided."""
    locked_head(actor.organ_id)
    done = already_done(actor.organ_id, key)
    if done is not None:
        return done
    held = _held(row, actor)
    if held.proposed_by_id != actor.pk:
        name = held.proposed_by.name
        raise Refusal("没有撤回。", [Finding("办理人", actor.name, name, f"请由{name}撤回。", who=name)])
    return _decide(held, WITHDRAWN, actor, "", at, key)


def deciders(row: OwnValue, day: date) -> list[Person]:
    """The leader in charge of the office, the chief where there is none; never whoever proposed."""
    for post in ("分管办公室领导", "局长"):
        found = holders(row.organ, post, about=row.proposed_by, day=day)
        others = [person for person in found if person.pk != row.proposed_by_id]
        if others:
            return others
    return []


def waiting_for(person: Person, day: date) -> list[OwnValue]:
    """Every proposal that this person is to decide."""
    waiting = OwnValue.objects.filter(organ_id=person.organ_id, state=PROPOSED)
    return [row for row in waiting.select_related("organ", "proposed_by") if person in deciders(row, day)]


def _not_leader(row: OwnValue, actor: Person, day: date) -> list[Finding]:
    able = deciders(row, day)
    if actor in able and service_on(actor, day) is not None:
        return []
    names = "、".join(person.name for person in able) or "分管办公室的领导"
    return [Finding("办理人", actor.name, names, f"请由{names}确认。", who=names)]


def _unwritten(basis: str, reason: str) -> list[Finding]:
    asked = (("依据文号", basis, "会议纪要或者文件的文号"), ("理由", reason, "为什么这样定"))
    return [
        Finding(fact, "没有填写", expected, f"请填写{fact}。")
        for fact, said, expected in asked
        if not said.strip()
    ]


def _ahead(wanted: Wanted, organ: str, day: date) -> list[Finding]:
    """From tomorrow at the earliest: what is asked again of a past day is answered as it was that day."""
    findings = []
    if wanted.since <= day:
        mend = "请改成明天或者以后；已经办的事项不受影响。"
        findings.append(Finding("施行日期", wanted.since.isoformat(), f"晚于{day}", mend))
    set_before = OwnValue.objects.filter(
        organ_id=organ,
        number=wanted.regulation.number,
        name=wanted.name,
        state=CONFIRMED,
        since__gte=wanted.since,
    ).first()
    if set_before is not None:
        found = f"已有自{set_before.since}起的{set_before.text}{set_before.unit}"
        findings.append(Finding("施行日期", found, "晚于已经确认的", f"请改成{set_before.since}以后。"))
    return findings


def _waiting(organ: str, wanted: Wanted) -> bool:
    waiting = OwnValue.objects.filter(organ_id=organ, number=wanted.regulation.number, name=wanted.name)
    return waiting.filter(state=PROPOSED).exists()


def _held(row: OwnValue, actor: Person) -> OwnValue:
    held = OwnValue.objects.select_for_update().filter(pk=row.pk, organ_id=actor.organ_id).first()
    if held is None:
        raise Refusal(
            "没有找到这件提请。", [Finding("提请", "没有找到", "本单位的提请", "请从制度数值中打开。")]
        )
    if held.state != PROPOSED:
        who = held.decided_by.name if held.decided_by else ""
        raise Conflict("没有办理。", [Finding("状态", f"{who}{held.state}", PROPOSED, "不用再办。")])
    return held


def _former(row: OwnValue) -> list[OwnValue]:
    standing = OwnValue.objects.select_for_update().filter(
        organ_id=row.organ_id, number=row.number, name=row.name, state=CONFIRMED, until=None
    )
    return list(standing)


def _decide(
    row: OwnValue, state: str, actor: Person, opinion: str, at: datetime, key: str,
    former: list[OwnValue] | None = None,
) -> Receipt:  # fmt: skip
    row.state, row.decided_by, row.decided_at, row.opinion = state, actor, at, opinion.strip()
    row.save(update_fields=["state", "decided_by", "decided_at", "opinion"])
    return _entry(ACTS[state], row, actor, at, key, former)


def _entry(
    action: str, row: OwnValue, actor: Person, at: datetime, key: str, former: list[OwnValue] | None = None
) -> Receipt:
    service = service_on(actor, timezone.localdate(at))
    payload = {
        "制度": row.number, "参数": row.name, "数值": f"{row.text}{row.unit}", "起": row.since.isoformat(),
        "依据文号": row.basis, "理由": row.reason, "意见": row.opinion,
    }  # fmt: skip
    return write(
        organ=row.organ_id, actor=f"{actor.number} {actor.name}", office=service.title if service else "",
        action=action, object_kind="自定数值", object_id=str(row.pk), payload=payload, at=at, key=key,
        rule=row.clause, touched=[row, *(former or [])],
    )  # fmt: skip
