"""移交、代管、交回、接收: a thing changes hands when the receiver has confirmed it, not before."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.registers.acts.asking import in_state, note, of_the_organ, only, refuse
from zhixing.office.registers.kinds import kind_of
from zhixing.office.registers.models import HandOver, Kept
from zhixing.office.registers.models.hands import BACK, FOR_A_WHILE, FOR_GOOD, NOT_TAKEN, OFFERED, TAKEN
from zhixing.office.registers.models.kept import IN_USE, STOPPED
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once


@once
def hand_over(
    *, kept: Kept, receiver: Person, reason: str, actor: Person, at: datetime, key: str, source: str = ""
) -> Receipt:
    """移交 for good, by the keeper who has it."""
    return _offer(_draft(kept, FOR_GOOD, actor, receiver, reason, None, source, at), actor, at, key)


@once
def entrust(
    *, kept: Kept, receiver: Person, reason: str, until: date, actor: Person, at: datetime, key: str,
    source: str = "",
) -> Receipt:  # fmt: skip
    """代管 for a while, by the keeper who has it; whoever keeps it for another passes it on to nobody."""
    return _offer(_draft(kept, FOR_A_WHILE, actor, receiver, reason, until, source, at), actor, at, key)


@once
def give_back(*, kept: Kept, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """交回 to the keeper, by whoever kept it for him."""
    return _offer(_draft(kept, BACK, actor, kept.keeper, reason, None, "", at), actor, at, key)


@once
def take(*, hand_over: HandOver, remark: str, actor: Person, at: datetime, key: str) -> Receipt:
    """接收: from now on it is in the receiver's hands."""
    kept = hand_over.kept
    findings = _answerable(hand_over, actor) + in_state(kept, IN_USE, STOPPED)
    findings += _against(hand_over, today(at))
    refuse("没有接收。", findings)
    _answered(hand_over, TAKEN, remark, at)
    _move(kept, hand_over, today(at))
    return _told(hand_over, "接收", actor=actor, at=at, key=key)


@once
def decline(*, hand_over: HandOver, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """不接收, with the reason: nothing changed hands."""
    findings = _answerable(hand_over, actor)
    words(findings, reason, fact="不接收的原因", clause=kind_of(hand_over.kept).clause("custody"))
    refuse("没有退回。", findings)
    _answered(hand_over, NOT_TAKEN, reason, at)
    return _told(hand_over, "不接收", actor=actor, at=at, key=key)


@once
def take_back_offer(*, hand_over: HandOver, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """The giver thinks better of it before it was taken."""
    kind_ = kind_of(hand_over.kept)
    findings = in_state(hand_over, OFFERED) + only(actor, hand_over.giver, kind_.clause("custody"))
    words(findings, reason, fact="收回的原因", clause=kind_.clause("custody"))
    refuse("没有收回。", findings)
    _answered(hand_over, NOT_TAKEN, reason, at)
    return _told(hand_over, "收回移交", actor=actor, at=at, key=key)


def _draft(
    kept: Kept, kind: str, giver: Person, receiver: Person, reason: str, until: date | None, source: str,
    at: datetime,
) -> HandOver:  # fmt: skip
    return HandOver(
        organ_id=kept.organ_id, kept=kept, kind=kind, giver=giver, receiver=receiver, reason=reason.strip(),
        until=until, source=source, offered_at=at,
    )  # fmt: skip


def _offer(draft: HandOver, actor: Person, at: datetime, key: str) -> Receipt:
    kept, day = draft.kept, today(at)
    clause = kind_of(kept).clause("custody")
    findings = of_the_organ(actor, kept) + of_the_organ(actor, draft.receiver)
    findings += in_state(kept, IN_USE, STOPPED) + _in_the_right_hands(draft, clause)
    words(findings, draft.reason, fact="原因", clause=clause)
    if draft.until is not None and draft.until < day:
        findings.append(Finding("代管到", str(draft.until), "不早于今天", "请核对日期。", clause=clause))
    if kept.hand_overs.filter(state=OFFERED).exists():
        findings.append(
            Finding("交接", "有一笔没有接收", "上一笔交接办完", "请先办完上一笔。", clause=clause)
        )
    findings += _against(draft, day)
    refuse(f"没有办理{draft.kind}。", findings)
    draft.save()
    return _told(draft, draft.kind, actor=actor, at=at, key=key)


def _in_the_right_hands(draft: HandOver, clause: str) -> list[Finding]:
    """Who keeps it for a while gives it back to the keeper and to nobody else."""
    kept, giver = draft.kept, draft.giver
    if draft.receiver == giver:
        return [Finding("接收人", giver.name, "另一位同志", "请另选接收人。", clause=clause)]
    if draft.kind == BACK:
        fits = kept.deputised and kept.holder_id == giver.pk
        return [] if fits else [_not_theirs(giver, "代管人", clause)]
    if kept.keeper_id == giver.pk and not kept.deputised:
        return []
    if kept.holder_id == giver.pk:
        return [
            Finding(
                "移交人", f"{giver.name}是代管人", "保管人", f"代管的只能交回{kept.keeper.name}，不得再转交。",
                clause=clause, who=kept.keeper.name,
            )
        ]  # fmt: skip
    return [_not_theirs(giver, f"保管人{kept.keeper.name}", clause)]


def _not_theirs(giver: Person, expected: str, clause: str) -> Finding:
    return Finding("移交人", giver.name, expected, f"请由{expected}办理。", clause=clause, who=expected)


def _against(draft: HandOver, day: date) -> list[Finding]:
    own = kind_of(draft.kept)
    keeping = own.keeping(draft.kept, draft.receiver, day) if draft.kind != BACK else []
    return [*keeping, *own.handing(draft, day)]


def _answerable(hand_over: HandOver, actor: Person) -> list[Finding]:
    clause = kind_of(hand_over.kept).clause("custody")
    return in_state(hand_over, OFFERED) + only(actor, hand_over.receiver, clause)


def _answered(hand_over: HandOver, state: str, answer: str, at: datetime) -> None:
    hand_over.state, hand_over.answered_at, hand_over.answer = state, at, answer.strip()
    hand_over.save(update_fields=["state", "answered_at", "answer"])


def _move(kept: Kept, hand_over: HandOver, day: date) -> None:
    kept.holder, kept.held_until = hand_over.receiver, hand_over.until
    if hand_over.kind == FOR_GOOD:
        kept.keeper, kept.kept_since = hand_over.receiver, day
    kept.save(update_fields=["holder", "held_until", "keeper", "kept_since"])


def _told(hand_over: HandOver, action: str, *, actor: Person, at: datetime, key: str) -> Receipt:
    payload = {"移交人": hand_over.giver.name, "接收人": hand_over.receiver.name, "原因": hand_over.reason}
    return note(
        hand_over.kept, action, actor=actor, at=at, key=key, rule="custody", record=hand_over, payload=payload,
        touched=[hand_over.kept],
    )  # fmt: skip
