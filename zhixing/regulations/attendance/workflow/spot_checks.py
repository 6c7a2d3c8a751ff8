"""抽查：leaving early is seen, never reckoned, because nobody signs out (02-1.1a, G-08)."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import words
from zhixing.organ.authority import office_only, same_organ
from zhixing.organ.entries import enter
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import SpotCheck
from zhixing.regulations.attendance.models.signin import CHECK_KINDS
from zhixing.regulations.attendance.workflow.day_facts import DayFacts, load
from zhixing.regulations.attendance.workflow.day_view import half_at
from zhixing.regulations.attendance.workflow.signin import workday_findings
from zhixing.regulations.attendance.workflow.span import MORNING
from zhixing.regulations.attendance.workflow.talks import reconsider

CLAUSE = "02-3.1"


@once
def found_away(
    *, actor: Person, person: Person, kind: str, found_at: datetime, text: str, at: datetime, key: str
) -> Receipt:
    """The office enters what a spot check found: 早退 or 擅离岗位."""
    same_organ(actor, organ_id=person.organ_id, clause=CLAUSE)
    office_only(actor, today(at), clause=CLAUSE)
    when = local(found_at)
    facts = load(person.organ, [person], when.date(), when.date())
    half = half_at(facts.hours(when.date(), MORNING), when.time())
    findings = _findings(facts, person, half, kind, found_at, text, at)
    if findings:
        raise Refusal("抽查没有登记。", findings)
    check = SpotCheck.objects.create(
        organ_id=person.organ_id, person=person, day=when.date(), half=half, kind=kind,
        found_at=found_at, text=text.strip(), by=actor,
    )  # fmt: skip
    payload = {
        "人员": person.number,
        "时间": when.isoformat(),
        "半天": half,
        "情形": kind,
        "经过": text.strip(),
    }
    return enter(
        actor=actor,
        action="登记抽查",
        kind="抽查",
        record=check,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
    )


@once
def void_check(*, actor: Person, check: SpotCheck, reason: str, at: datetime, key: str) -> Receipt:
    """A spot check that proved wrong is voided; the month's count falls with it."""
    same_organ(actor, organ_id=check.organ_id, clause=CLAUSE)
    office_only(actor, today(at), clause=CLAUSE)
    findings: list[Finding] = []
    words(findings, reason, fact="撤销原因", clause=CLAUSE)
    if check.voided_at is not None:
        findings.append(Finding("抽查", "已经撤销", "有效的抽查记录", "不用再撤销。", clause=CLAUSE))
    if findings:
        raise Refusal("抽查没有撤销。", findings)
    check.voided_at, check.void_reason = at, reason.strip()
    check.save(update_fields=["voided_at", "void_reason"])
    day = check.day
    talks = reconsider(
        check.person, day.year, day.month, at=at, why=f"{day}{check.half}的{check.kind}已经撤销"
    )
    payload = {"人员": check.person.number, "日期": str(day), "半天": check.half, "原因": reason.strip()}
    return enter(
        actor=actor, action="撤销抽查", kind="抽查", record=check, payload=payload, at=at, key=key,
        rule=CLAUSE, touched=talks,
    )  # fmt: skip


def _findings(
    facts: DayFacts, person: Person, half: str, kind: str, found_at: datetime, text: str, at: datetime
) -> list[Finding]:
    day, found = local(found_at).date(), workday_findings(facts, person, local(found_at).date(), half)
    words(found, text, fact="经过", clause=CLAUSE)
    kinds = [value for value, _ in CHECK_KINDS]
    if kind not in kinds:
        found.append(Finding("情形", kind, "、".join(kinds), "请选一种情形。", clause=CLAUSE))
    if found_at > at:
        found.append(
            Finding(
                "发现时间", f"{local(found_at):%Y-%m-%d %H:%M}", "不晚于现在", "请核对时间。", clause=CLAUSE
            )
        )
    known = facts.half(person.pk, day, half)
    if known.leave or known.outing:
        why = known.leave or f"公出到{known.outing}"
        found.append(Finding("当天情况", why, "应当在岗", "已经请假或者外出，不登记早退。", clause=CLAUSE))
    if SpotCheck.objects.filter(person=person, day=day, half=half, kind=kind, voided_at=None).exists():
        found.append(
            Finding("抽查", f"{day}{half}已登记{kind}", "每半天一次", "不用重复登记。", clause=CLAUSE)
        )
    return found
