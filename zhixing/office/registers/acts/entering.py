"""登记、停用、恢复、上交、销毁、作废: how a thing comes onto a register and how it ends there."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.registers.acts.asking import in_state, managed_by, note, of_the_organ, refuse
from zhixing.office.registers.kinds import kind, kind_of
from zhixing.office.registers.models import Kept
from zhixing.office.registers.models.kept import DESTROYED, HANDED_IN, IN_USE, STOPPED, VOID
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.numbers import next_number
from zhixing.organ.once import once


@once
def enter_thing(
    *, register: str, name: str, keeper: Person, since: date, actor: Person, at: datetime, key: str
) -> Receipt:
    """A thing gets its number and its keeper."""
    own, day = kind(register), today(at)
    findings = managed_by(actor, own, day)
    words(findings, name, fact="名称", clause=own.clause("entry"))
    findings += of_the_organ(actor, keeper)
    findings += own.keeping(None, keeper, day)
    refuse("没有登记。", findings)
    number = next_number(actor.organ, own.series, day.year)
    kept = Kept.objects.create(
        organ_id=actor.organ_id, register=register, number=f"{own.series}〔{day.year}〕{number}号",
        name=name.strip(), keeper=keeper, kept_since=since, holder=keeper, entered_by=actor, entered_at=at,
    )  # fmt: skip
    return note(kept, "登记", actor=actor, at=at, key=key, rule="entry", payload={"保管人": keeper.name})


@once
def stop(*, kept: Kept, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """停用: from this moment it is neither used nor lent; also while it is out."""
    return _end(kept, STOPPED, reason, ("在用", "借出"), actor=actor, at=at, key=key, action="停用")


@once
def halt(*, kept: Kept, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """停用 at once by whoever has it in hand or answers for it: what is lost does not wait for the office."""
    findings = of_the_organ(actor, kept) + in_state(kept, "在用", "借出")
    if actor.pk not in {kept.keeper_id, kept.holder_id}:
        findings += managed_by(actor, kind_of(kept), today(at))
    words(findings, reason, fact="原因", clause=_clause(kept))
    refuse("没有停用。", findings)
    return _ended(kept, STOPPED, reason, actor=actor, at=at, key=key, action="停用")


@once
def resume(*, kept: Kept, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """恢复使用 of what was stopped and not destroyed."""
    findings = _endable(kept, (STOPPED,), reason, actor, at)
    if kept.loans.filter(state__in=("借出", "待验收")).exists():
        findings.append(Finding("借出", "没有归还", "已经归还", "请先确认归还。", clause=_clause(kept)))
    refuse("没有恢复使用。", findings)
    kept.state, kept.ended_on, kept.end_reason = IN_USE, None, ""
    kept.save(update_fields=["state", "ended_on", "end_reason"])
    payload = {"原因": reason.strip()}
    return note(kept, "恢复使用", actor=actor, at=at, key=key, rule="entry", payload=payload)


@once
def hand_in(*, kept: Kept, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """上交 to whoever issued it."""
    return _end(kept, HANDED_IN, reason, (STOPPED,), actor=actor, at=at, key=key, action="上交")


@once
def destroy(*, kept: Kept, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """销毁 of what was stopped before."""
    return _end(kept, DESTROYED, reason, (STOPPED, HANDED_IN), actor=actor, at=at, key=key, action="销毁")


@once
def void(*, kept: Kept, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """作废 of an entry made in error: its number stays taken (E33)."""
    findings: list[Finding] = []
    if kept.lines.exists() or kept.loans.exists():
        findings.append(Finding("登记", "已经用过", "没有用过的登记", "请改办停用。", clause=_clause(kept)))
    return _end(kept, VOID, reason, (IN_USE,), actor=actor, at=at, key=key, action="作废", also=findings)


def _end(
    kept: Kept, state: str, reason: str, states: tuple[str, ...], *, actor: Person, at: datetime, key: str,
    action: str, also: list[Finding] | None = None,
) -> Receipt:  # fmt: skip
    refuse(f"没有{action}。", _endable(kept, states, reason, actor, at) + (also or []))
    return _ended(kept, state, reason, actor=actor, at=at, key=key, action=action)


def _ended(
    kept: Kept, state: str, reason: str, *, actor: Person, at: datetime, key: str, action: str
) -> Receipt:
    kept.state, kept.ended_on, kept.end_reason = state, today(at), reason.strip()
    kept.save(update_fields=["state", "ended_on", "end_reason"])
    payload = {"原因": kept.end_reason}
    return note(kept, action, actor=actor, at=at, key=key, rule="entry", payload=payload)


def _endable(kept: Kept, states: tuple[str, ...], reason: str, actor: Person, at: datetime) -> list[Finding]:
    findings = of_the_organ(actor, kept) + managed_by(actor, kind_of(kept), today(at))
    findings += in_state(kept, *states)
    words(findings, reason, fact="原因", clause=_clause(kept))
    return findings


def _clause(kept: Kept) -> str:
    return kind_of(kept).clause("entry")
