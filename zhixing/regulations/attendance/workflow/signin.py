"""签到：two a working day, at the exact second; nobody signs in twice for one half day (02-1.1a)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Findings, Refusal
from zhixing.law.refused import refused, words
from zhixing.organ.authority import office_only, same_organ
from zhixing.organ.entries import enter
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import SignIn
from zhixing.regulations.attendance.workflow.day_facts import DayFacts, load
from zhixing.regulations.attendance.workflow.day_view import half_at
from zhixing.regulations.attendance.workflow.span import MORNING

CLAUSE = "02-1.1a"


@once
def sign_in(*, actor: Person, at: datetime, key: str) -> Receipt:
    """The actor signs in for the half day that `at` falls in."""
    now = local(at)
    facts = load(actor.organ, [actor], now.date(), now.date())
    half = half_at(facts.hours(now.date(), MORNING), now.time())
    findings = Findings()
    findings.extend(workday_findings(facts, actor, now.date(), half))
    findings.extend(_after_hours(facts, now, half))
    findings.extend(second_findings(facts, actor, now.date(), half))
    findings.refuse_if_any("没有签到。")
    return keep(
        SignIn(organ_id=actor.organ_id, person=actor, day=now.date(), half=half, at=at, source="网页"),
        actor=actor, at=at, key=key, action="签到",
    )  # fmt: skip


@once
def make_up(
    *,
    actor: Person,
    person: Person,
    signed_at: datetime,
    witness: Person,
    reason: str,
    at: datetime,
    key: str,
) -> Receipt:
    """漏签补登：the office enters a forgotten sign-in on a witness's word."""
    same_organ(actor, organ_id=person.organ_id, clause=CLAUSE)
    office_only(actor, today(at), clause=CLAUSE)
    when = local(signed_at)
    facts = load(person.organ, [person], when.date(), when.date())
    half = half_at(facts.hours(when.date(), MORNING), when.time())
    findings = Findings()
    findings.extend(_make_up_findings(actor, person, witness, reason, signed_at, at))
    findings.extend(workday_findings(facts, person, when.date(), half))
    findings.extend(second_findings(facts, person, when.date(), half))
    findings.refuse_if_any("没有补登。")
    return keep(
        SignIn(
            organ_id=person.organ_id, person=person, day=when.date(), half=half, at=signed_at,
            source="补登", witness=witness, reason=reason.strip(),
        ),
        actor=actor, at=at, key=key, action="漏签补登",
    )  # fmt: skip


@once
def void_sign_in(*, actor: Person, sign_in: SignIn, reason: str, at: datetime, key: str) -> Receipt:
    """A wrong sign-in is voided and stays to be seen; the half day is open again."""
    same_organ(actor, organ_id=sign_in.organ_id, clause=CLAUSE)
    office_only(actor, today(at), clause=CLAUSE)
    findings: list[Finding] = []
    words(findings, reason, fact="作废原因", clause=CLAUSE)
    if sign_in.voided_at is not None:
        findings.append(Finding("签到", "已经作废", "有效的签到", "不用再作废。", clause=CLAUSE))
    if findings:
        raise Refusal("没有作废。", findings)
    sign_in.voided_at, sign_in.void_reason = at, reason.strip()
    sign_in.save(update_fields=["voided_at", "void_reason"])
    payload = {
        "人员": sign_in.person.number,
        "日期": str(sign_in.day),
        "半天": sign_in.half,
        "原因": reason.strip(),
    }
    return enter(
        actor=actor,
        action="作废签到",
        kind="签到",
        record=sign_in,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
    )


def workday_findings(facts: DayFacts, person: Person, day: date, half: str) -> list[Finding]:
    """Not on staff, or a free half day."""
    known = facts.half(person.pk, day, half)
    found = []
    if not known.on_staff:
        found.append(Finding("人员", f"{person.name}{day}不在册", "在册人员", "请核对日期。", clause=CLAUSE))
    if known.free:
        mend = "加班和值班另行登记，不用签到。"
        found.append(Finding("日期", f"{day}{half}{known.free}", "工作日", mend, clause=CLAUSE))
    return found


def second_findings(facts: DayFacts, person: Person, day: date, half: str) -> list[Finding]:
    """A sign-in of the same half day stands already."""
    punch = facts.half(person.pk, day, half).punch
    if punch is None:
        return []
    found = f"{day}{half}已于{punch.at:%H:%M:%S}签到"
    return [Finding("签到", found, "每半天签到一次", "不用再签；有误请办公室作废后补登。", clause=CLAUSE)]


def _after_hours(facts: DayFacts, now: datetime, half: str) -> list[Finding]:
    hours = facts.hours(now.date(), half)
    if now.time() <= hours.ends:
        return []
    found = f"{now:%H:%M:%S}，{half}已于{hours.ends:%H:%M}下班"
    return [
        Finding("签到时间", found, "下班以前", "请向办公室说明，由办公室补登。", clause=CLAUSE, who="办公室")
    ]


def _make_up_findings(
    actor: Person, person: Person, witness: Person, reason: str, signed_at: datetime, at: datetime
) -> list[Finding]:
    found: list[Finding] = []
    words(found, reason, fact="补登原因", clause=CLAUSE)
    if signed_at > at:
        shown = f"{local(signed_at):%Y-%m-%d %H:%M:%S}"
        found.append(
            Finding("签到时间", shown, "不晚于现在", "请核对时间，还没有到的时间不能补登。", clause=CLAUSE)
        )
    if witness.organ_id != person.organ_id or witness.pk == person.pk:
        found.append(Finding("证明人", witness.name, "本单位另一名同事", "请换一名证明人。", clause=CLAUSE))
    if actor.pk == person.pk:
        mend = "请由办公室另一名同事补登。"
        found.append(Finding("登记人", actor.name, "本人以外的人", mend, clause=CLAUSE, who="办公室"))
    return found


def keep(row: SignIn, *, actor: Person, at: datetime, key: str, action: str) -> Receipt:
    store(row, actor, at)
    return enter_sign_in(row, actor=actor, at=at, key=key, action=action)


def store(row: SignIn, actor: Person, at: datetime) -> None:
    """Raises Refusal where another sign-in of the half day was faster."""
    row.by, row.recorded_at = actor, at
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise refused(
            "没有签到。",
            "签到",
            f"{row.day}{row.half}刚刚已经签到",
            "每半天签到一次",
            "不用再签。",
            clause=CLAUSE,
        ) from None


def enter_sign_in(
    row: SignIn, *, actor: Person, at: datetime, key: str, action: str, touched: Sequence[Model] = ()
) -> Receipt:
    """One entry of the stored sign-in and of what led to it."""
    payload = {
        "人员": row.person.number, "日期": str(row.day), "半天": row.half,
        "时间": local(row.at).isoformat(), "来源": row.source, "原因": row.reason,
        "证明人": row.witness.number if row.witness else "",
    }  # fmt: skip
    return enter(
        actor=actor, action=action, kind="签到", record=row, payload=payload, at=at, key=key, rule=CLAUSE,
        touched=touched,
    )  # fmt: skip
