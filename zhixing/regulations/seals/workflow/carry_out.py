"""带出、交回、验印: over when the keeper has looked at it, and what was done beside the purpose is registered (17-7b)."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.office.registers.acts import lending
from zhixing.office.registers.acts.asking import refuse
from zhixing.office.registers.models import Loan
from zhixing.organ.local_time import today
from zhixing.organ.made import made
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.seals.facts import MISUSED
from zhixing.regulations.seals.models import CarryOut, Incident, SealUse, Stamping
from zhixing.regulations.seals.models.choices import CARRIED_MISUSE
from zhixing.regulations.seals.workflow.counting import left_of
from zhixing.regulations.seals.workflow.gate import foreign, keep, not_the, unwritten
from zhixing.regulations.seals.workflow.sources import CARRY
from zhixing.regulations.seals.workflow.stamping import put_in_book
from zhixing.regulations.seals.workflow.statute import finding, own_of, ruling
from zhixing.regulations.seals.workflow.usable import unusable

CLAUSE = "17-7b"


@once
def hand_out(*, carry: CarryOut, actor: Person, at: datetime, key: str) -> Receipt:
    """带出: the keeper gives it into the borrower's hands."""
    use, day = _use_of(carry), today(at)
    assert use.seal is not None
    kept = use.seal.kept
    findings = [
        *foreign(actor, carry.organ_id, day, CLAUSE),
        *not_the(actor, kept.holder, "保管人", day, CLAUSE),
    ]
    findings += _not_in(carry, day, "已批")
    findings += unusable(kept, at)
    if carry.out is not None and day != carry.out:
        mend = "请在批准的那一天带出；改日子的，另办外带审批。"
        findings.append(_fault(day, "带出日期", f"今天{day}", f"批准的{carry.out}", mend, "17-7a"))
    refuse("没有带出。", findings)
    assert carry.due is not None
    lent = lending.lend(
        kept=kept, borrower=carry.person, purpose=carry.reason, due=carry.due, source=f"{CARRY}{carry.pk}",
        actor=actor, at=at, key=f"{key}:lend",
    )  # fmt: skip
    carry.loan, carry.status = made(Loan, lent), "已带出"
    carry.save(update_fields=["loan", "status"])
    return _told(carry, "印章带出", actor=actor, at=at, key=key)


@once
def bring_back(
    *, carry: CarryOut, counted: int, report: str, only_for_it: bool, actor: Person, at: datetime, key: str
) -> Receipt:
    """交回, by the borrower: how many were stamped, where they went, whether for nothing else."""
    day = today(at)
    findings = [*foreign(actor, carry.organ_id, day, CLAUSE), *_not_in(carry, day, "已带出")]
    findings += [
        *not_the(actor, carry.person, "借用人", day, CLAUSE),
        *unwritten({"用在哪里": report}, day, CLAUSE),
    ]
    refuse("没有交回。", findings)
    assert carry.loan is not None
    lending.bring_back(loan=carry.loan, report=report, actor=actor, at=at, key=f"{key}:loan")
    carry.counted, carry.report, carry.only_for_it = counted, report.strip(), only_for_it
    carry.status = "待验印"
    carry.save(update_fields=["counted", "report", "only_for_it", "status"])
    return _told(carry, "印章交回", actor=actor, at=at, key=key)


@once
def verify(
    *, carry: CarryOut, counted: int, only_for_it: bool, remark: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """验印: the keeper's word counts; what was used beside the purpose is registered, never passed over (B17-05)."""
    use, day = _use_of(carry), today(at)
    assert use.seal is not None
    kept = use.seal.kept
    findings = [*foreign(actor, carry.organ_id, day, CLAUSE), *_not_in(carry, day, "已带出", "待验印")]
    findings += [
        *not_the(actor, kept.holder, "保管人", day, CLAUSE),
        *unwritten({"验印情况": remark}, day, CLAUSE),
    ]
    refuse("没有验印。", findings)
    assert carry.loan is not None
    lending.confirm_return(loan=carry.loan, remark=remark, actor=actor, at=at, key=f"{key}:loan")
    said_otherwise = carry.only_for_it is False
    carry.only_for_it = only_for_it and not said_otherwise and counted <= left_of(use)
    facts = {"只用于申请事由": carry.only_for_it}
    carry.handling = str(ruling("外带用途", day, own_of(carry.organ_id), **facts).outcome["处理"])
    carry.report = carry.report or remark.strip()
    carry.counted, carry.status, carry.verified_by, carry.verified_at = counted, "已归还", actor, at
    carry.save()
    if counted:
        _stamped_outside(carry, use, actor, at, key)
    if carry.handling == MISUSED:
        _misused(carry, use, remark, actor, at, key)
    return _told(carry, "验印归还", actor=actor, at=at, key=key)


def _stamped_outside(carry: CarryOut, use: SealUse, actor: Person, at: datetime, key: str) -> None:
    assert carry.counted is not None
    done = Stamping.objects.create(
        organ_id=use.organ_id, use=use, copies=carry.counted, stamped_by=carry.person, keeper=actor,
        keeper_present=False, material_fits=bool(carry.only_for_it), purpose_clear=True, papers_complete=True,
        carried=True, at=at,
    )  # fmt: skip
    put_in_book(done, actor=actor, at=at, key=f"{key}:stamped", action="登记外带盖印")


def _misused(carry: CarryOut, use: SealUse, remark: str, actor: Person, at: datetime, key: str) -> None:
    assert use.seal is not None
    incident = Incident.objects.create(
        organ_id=use.organ_id, seal=use.seal, kind=CARRIED_MISUSE, day=today(at), text=remark.strip(),
        disposal="照常使用", accountable=True, responsible=carry.person, by=actor, at=at,
    )  # fmt: skip
    payload = {"印章": str(use.seal), "借用人": carry.person.name}
    keep(incident, "登记外带违规", actor=actor, at=at, key=f"{key}:misused", rule=CLAUSE, payload=payload)


def _use_of(carry: CarryOut) -> SealUse:
    assert carry.use is not None  # nothing is submitted without it
    return carry.use


def _not_in(carry: CarryOut, day: date, *states: str) -> list[Finding]:
    if carry.status in states:
        return []
    clause = "17-7a" if states == ("已批",) else CLAUSE
    mend = "请先办外带审批，批准以后再带出。" if states == ("已批",) else "请刷新页面，看清现在的状态。"
    return [_fault(day, "外带", carry.status, "或者".join(states), mend, clause)]


def _fault(day: date, fact: str, found: str, expected: str, mend: str, clause: str) -> Finding:
    return finding(day=day, clause=clause, fact=fact, found=found, expected=expected, mend=mend)


def _told(carry: CarryOut, action: str, *, actor: Person, at: datetime, key: str) -> Receipt:
    payload = {"编号": carry.matter.number, "借用人": carry.person.name, "状态": carry.status}
    return keep(carry, action, actor=actor, at=at, key=key, rule=CLAUSE, payload=payload)
