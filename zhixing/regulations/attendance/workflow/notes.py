"""备注：why a half day has no sign-in, told by the person and verified by the office (02-1.1b)."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import words
from zhixing.organ.authority import office_only, own_only, same_organ
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import ExceptionNote
from zhixing.regulations.attendance.models.signin import NOTE_KINDS
from zhixing.regulations.attendance.workflow.day_facts import load
from zhixing.regulations.attendance.workflow.signin import workday_findings

CLAUSE = "02-1.1b"
OUTCOMES = {"核实": "已核实", "不予核实": "未通过"}


@once
def tell(*, actor: Person, day: date, half: str, kind: str, text: str, at: datetime, key: str) -> Receipt:
    """The actor tells the office why a half day has or will have no sign-in."""
    findings = _findings(actor, day, half, kind, text)
    if findings:
        raise Refusal("备注没有提交。", findings)
    note = ExceptionNote.objects.create(
        organ_id=actor.organ_id, person=actor, day=day, half=half, kind=kind, text=text.strip(), made_at=at
    )
    payload = {"人员": actor.number, "日期": str(day), "半天": half, "情形": kind, "说明": text.strip()}
    return enter(
        actor=actor, action="备注", kind="签到备注", record=note, payload=payload, at=at, key=key, rule=CLAUSE
    )


@once
def verify(
    *, actor: Person, note: ExceptionNote, outcome: str, answer: str, at: datetime, key: str
) -> Receipt:
    """The office verifies a note (outcome 核实) or does not (不予核实, with the reason)."""
    same_organ(actor, organ_id=note.organ_id, clause=CLAUSE)
    office_only(actor, today(at), clause=CLAUSE)
    findings = _open_findings(note)
    if note.person_id == actor.pk:
        mend = "请由办公室另一名同事核实。"
        findings.append(Finding("核实人", actor.name, "本人以外的人", mend, clause=CLAUSE, who="办公室"))
    if outcome not in OUTCOMES:
        findings.append(Finding("核实结果", outcome, "核实或者不予核实", "请选一项。", clause=CLAUSE))
    if outcome == "不予核实":
        words(findings, answer, fact="理由", clause=CLAUSE)
    if findings:
        raise Refusal("备注没有核实。", findings)
    note.state, note.verified_by, note.verified_at = OUTCOMES[outcome], actor, at
    note.answer = answer.strip()
    note.save(update_fields=["state", "verified_by", "verified_at", "answer"])
    payload = {
        "人员": note.person.number,
        "日期": str(note.day),
        "半天": note.half,
        "结果": note.state,
        "意见": note.answer,
    }
    return enter(
        actor=actor,
        action=outcome,
        kind="签到备注",
        record=note,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
    )


@once
def take_back(*, actor: Person, note: ExceptionNote, at: datetime, key: str) -> Receipt:
    """The person withdraws a note that nobody has verified yet."""
    own_only(actor, note.person, clause=CLAUSE)
    findings = _open_findings(note)
    if findings:
        raise Refusal("备注没有撤回。", findings)
    note.state = "已撤回"
    note.save(update_fields=["state"])
    payload = {"人员": actor.number, "日期": str(note.day), "半天": note.half}
    return enter(
        actor=actor,
        action="撤回备注",
        kind="签到备注",
        record=note,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
    )


def _findings(actor: Person, day: date, half: str, kind: str, text: str) -> list[Finding]:
    found: list[Finding] = []
    words(found, text, fact="说明", clause=CLAUSE)
    kinds = [value for value, _ in NOTE_KINDS]
    if kind not in kinds:
        found.append(Finding("情形", kind, "、".join(kinds), "请选一种情形。", clause=CLAUSE))
    if half not in {"上午", "下午"}:
        return [*found, Finding("半天", half, "上午或者下午", "请选上午或者下午。", clause=CLAUSE)]
    facts = load(actor.organ, [actor], day, day)
    found.extend(workday_findings(facts, actor, day, half))
    note = facts.half(actor.pk, day, half).note
    if note is not None:
        mend = "要改请先撤回原来的备注。"
        found.append(
            Finding("备注", f"{day}{half}已备注{note.kind}，{note.state}", "每半天一条", mend, clause=CLAUSE)
        )
    return found


def _open_findings(note: ExceptionNote) -> list[Finding]:
    if note.state == "待核实":
        return []
    return [Finding("备注状态", note.state, "待核实", "已经处理过，请刷新页面。", clause=CLAUSE)]
