"""认定：only the chief, only after the hearing; later leave releases half days again (02-3.2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import words
from zhixing.office.duties.telling import tell
from zhixing.organ.authority import chief_only, same_organ
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import AbsenceCase, AbsenceHalf
from zhixing.regulations.attendance.workflow.absence import office_case, record
from zhixing.regulations.attendance.workflow.absence_year import ruling_of
from zhixing.regulations.attendance.workflow.day_facts import load
from zhixing.regulations.attendance.workflow.span import Slot

CLAUSE = "02-3.2"
OUTCOMES = {"认定": "已认定", "不认定": "不予认定"}


@once
def decide_case(
    *, actor: Person, case: AbsenceCase, outcome: str, decision: str, at: datetime, key: str
) -> Receipt:
    """The chief decides: 认定 makes the half days absence, 不认定 lets them go."""
    same_organ(actor, organ_id=case.organ_id, clause=CLAUSE)
    chief_only(actor, today(at), clause=CLAUSE)
    findings = _findings(actor, case, outcome, decision)
    if findings:
        raise Refusal("没有认定。", findings)
    case.state, case.decided_by, case.decided_at = OUTCOMES[outcome], actor, at
    case.decision = decision.strip()
    case.save(update_fields=["state", "decided_by", "decided_at", "decision"])
    tell([case.person], f"{case.number}已有结果，请查看。", kind="旷工认定", record=case, at=at, key=key)
    if outcome == "认定":
        return _found_absent(case, actor=actor, at=at, key=key)
    halves = _let_go(_standing(case), "不予认定", at)
    return record(case, actor=actor, at=at, key=key, action=outcome, text=case.decision, touched=halves)


@once
def release(
    *, actor: Person, case: AbsenceCase, slots: Sequence[Slot], reason: str, at: datetime, key: str
) -> Receipt:
    """Half days that are leave, an outing or a verified note by now are absence no longer."""
    states = ("待核实", "已通知", "已陈述", "待认定", "已认定")
    office_case(actor, case, at, states, reason, fact="转出原因")
    chosen = [half for half in _standing(case) if (half.day, half.half) in set(slots)]
    findings = _release_findings(case, chosen)
    if findings:
        raise Refusal("没有转出。", findings)
    halves = _let_go(chosen, reason.strip(), at)
    text = "、".join(f"{half.day}{half.half}" for half in halves)
    return record(
        case, actor=actor, at=at, key=key, action="转出", text=f"{text}：{reason.strip()}", touched=halves
    )


def _found_absent(case: AbsenceCase, *, actor: Person, at: datetime, key: str) -> Receipt:
    ruling = ruling_of(case.person, _standing(case)[-1].day)
    case.ruling = ruling.as_json() if ruling else {}
    case.save(update_fields=["ruling"])
    return record(case, actor=actor, at=at, key=key, action="认定", text=case.decision)


def _standing(case: AbsenceCase) -> list[AbsenceHalf]:
    return list(case.halves.filter(released_at=None).order_by("day", "half"))


def _let_go(halves: Sequence[AbsenceHalf], why: str, at: datetime) -> list[AbsenceHalf]:
    for half in halves:
        half.released_at, half.released_why = at, why
        half.save(update_fields=["released_at", "released_why"])
    return list(halves)


def _findings(actor: Person, case: AbsenceCase, outcome: str, decision: str) -> list[Finding]:
    found: list[Finding] = []
    words(found, decision, fact="认定意见", clause=CLAUSE)
    if outcome not in OUTCOMES:
        found.append(Finding("认定结果", outcome, "认定或者不认定", "请选一项。", clause=CLAUSE))
    if case.state != "待认定":
        mend = "请先通知本人、听本人陈述，再由办公室提请。"
        found.append(Finding("状态", case.state, "待认定", mend, clause=CLAUSE, who="办公室"))
    if case.person_id == actor.pk:
        found.append(Finding("认定人", actor.name, "本人以外的人", "本人的事由上级认定。", clause=CLAUSE))
    if case.state == "待认定" and not _standing(case):
        found.append(Finding("半天", "都已经转出", "还有没说明的半天", "请选不认定。", clause=CLAUSE))
    return found if outcome != "不认定" else [one for one in found if one.fact != "半天"]


def _release_findings(case: AbsenceCase, chosen: Sequence[AbsenceHalf]) -> list[Finding]:
    if not chosen:
        return [Finding("半天", "一个也没有选中", "这张单子里还挂着的半天", "请选日期。", clause=CLAUSE)]
    facts = load(case.organ, [case.person], chosen[0].day, chosen[-1].day)
    found = []
    for row in chosen:
        known = facts.half(case.person_id, row.day, row.half)
        noted = known.note is not None and known.note.state == "已核实"
        if not (known.leave or known.outing or noted or known.punch):
            mend = "请先补办请假、外出手续，或者核实备注。"
            found.append(Finding(f"{row.day}{row.half}", "没有手续", "已有手续", mend, clause="02-1.2c"))
    return found
