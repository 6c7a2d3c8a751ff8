"""印章处置、销毁: what happened to a seal, whom it is asked of, and how a seal ends (17-10)."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.office.registers.acts.asking import refuse
from zhixing.office.registers.acts.entering import destroy, halt
from zhixing.office.registers.models.kept import HANDED_IN, IN_USE, LENT, STOPPED
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.seals.facts import EVENTS, RENAMED, RENEWED
from zhixing.regulations.seals.facts import STOPPED as AT_ONCE
from zhixing.regulations.seals.models import Destruction, Incident, Seal
from zhixing.regulations.seals.workflow.gate import foreign, keep, manages, not_manager, unwritten
from zhixing.regulations.seals.workflow.statute import finding, own_of, ruling

CLAUSE = "17-10"
ENDING = (RENAMED, RENEWED)


@once
def report(
    *, seal: Seal, kind: str, day: date, text: str, actor: Person, at: datetime, key: str,
    responsible: Person | None = None, hand_in_by: date | None = None,
) -> Receipt:  # fmt: skip
    """By the office or whoever keeps the seal; it is stopped in the same moment where the table says so."""
    now, kept = today(at), seal.kept
    findings = [*foreign(actor, seal.organ_id, now, CLAUSE), *unwritten({"经过": text}, now, CLAUSE)]
    if not manages(actor, now) and actor.pk not in {kept.keeper_id, kept.holder_id}:
        findings.append(_fault(now, "办理人", actor.name, "办公室或者保管人", "请由办公室或者保管人登记。"))
    if day > now:
        findings.append(_fault(now, "日期", str(day), f"不晚于今天（{now}）", "请核对日期。"))
    if kind not in EVENTS:
        findings.append(_fault(now, "情形", kind or "没有选择", "、".join(EVENTS), "请选择情形。"))
    if kind in ENDING and (hand_in_by is None or hand_in_by < now):
        mend = "请写明哪一天以前送制发机关封存或者销毁。"
        findings.append(_fault(now, "最迟上交", str(hand_in_by or "没有填写"), "今天或者以后", mend))
    findings += foreign(actor, responsible.organ_id if responsible else None, now, CLAUSE)
    refuse("没有登记。", findings)
    ruled = ruling("印章处置", now, own_of(actor.organ_id), 情形=kind).outcome
    incident = Incident.objects.create(
        organ_id=actor.organ_id, seal=seal, kind=kind, day=day, text=text.strip(), disposal=str(ruled["处置"]),
        accountable=bool(ruled["追究责任"]), responsible=responsible, by=actor, at=at,
        hand_in_by=hand_in_by if kind in ENDING else None,
    )  # fmt: skip
    if incident.disposal == AT_ONCE and kept.state in {IN_USE, LENT}:
        halt(kept=kept, reason=f"{kind}：{text.strip()}"[:300], actor=actor, at=at, key=f"{key}:stop")
    payload = {"印章": kept.name, "情形": kind, "处置": incident.disposal}
    return keep(incident, "登记印章处置", actor=actor, at=at, key=key, rule=CLAUSE, payload=payload)


@once
def close(
    *, incident: Incident, outcome: str, actor: Person, at: datetime, key: str,
    responsible: Person | None = None,
) -> Receipt:  # fmt: skip
    """处理完毕: who was held to account, and how."""
    day = today(at)
    findings = [*foreign(actor, incident.organ_id, day, CLAUSE), *not_manager(actor, day, CLAUSE)]
    findings += unwritten({"处理结果": outcome}, day, CLAUSE)
    if incident.state != "处理中":
        findings.append(_fault(day, "状态", incident.state, "处理中", "已经处理完毕，不用再办。"))
    whose = responsible or incident.responsible
    if incident.accountable and whose is None:
        findings.append(_fault(day, "责任人", "没有填写", "写明责任人", "要追究责任的，请写明责任人。"))
    findings += foreign(actor, whose.organ_id if whose else None, day, CLAUSE)
    refuse("没有办结。", findings)
    incident.responsible, incident.outcome, incident.state = whose, outcome.strip(), "已处理"
    incident.closed_by, incident.closed_at = actor, at
    incident.save()
    payload = {"印章": str(incident.seal), "情形": incident.kind, "处理结果": incident.outcome}
    return keep(incident, "印章处置办结", actor=actor, at=at, key=key, rule=CLAUSE, payload=payload)


@once
def destroyed(
    *, seal: Seal, day: date, place: str, first_witness: Person, second_witness: Person, actor: Person,
    at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """销毁, of what was stopped before; two were there, neither of them whoever writes it down; the impression stays."""
    now = today(at)
    findings = [*foreign(actor, seal.organ_id, now, CLAUSE), *not_manager(actor, now, CLAUSE)]
    findings += unwritten({"地点、方式": place}, now, CLAUSE)
    for one in (first_witness, second_witness):
        findings += foreign(actor, one.organ_id, now, CLAUSE)
    if first_witness.pk == second_witness.pk:
        found = f"两次都是{first_witness.name}"
        findings.append(_fault(now, "在场人", found, "两个不同的人", "请写明两位在场的同志。"))
    if day > now:
        findings.append(_fault(now, "销毁日期", str(day), f"不晚于今天（{now}）", "请核对日期。"))
    if seal.impression_id is None:
        findings.append(_fault(now, "印模", "没有留档", "印模已经留档", "请先补登印模。"))
    if seal.kept.state not in {STOPPED, HANDED_IN}:
        findings.append(_fault(now, "状态", seal.kept.state, "停用或者已上交", "请先停用这枚印章。"))
    refuse("没有登记销毁。", findings)
    gone = Destruction.objects.create(
        organ_id=actor.organ_id, seal=seal, day=day, place=place.strip(), first_witness=first_witness,
        second_witness=second_witness, by=actor, at=at,
    )  # fmt: skip
    reason = f"{day}销毁，{first_witness.name}、{second_witness.name}在场"
    destroy(kept=seal.kept, reason=reason, actor=actor, at=at, key=f"{key}:destroy")
    return keep(gone, "登记销毁", actor=actor, at=at, key=key, rule=CLAUSE, payload={"印章": seal.kept.name})


def _fault(day: date, fact: str, found: str, expected: str, mend: str) -> Finding:
    return finding(day=day, clause=CLAUSE, fact=fact, found=found, expected=expected, mend=mend, who="办公室")
