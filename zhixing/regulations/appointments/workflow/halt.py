"""中止、恢复、终止: at any step, with the reason; nothing that was done is lost (domain R4 4.3)."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.office.publication.acts.publish import take_down
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.appointments.models import Case, Halt
from zhixing.regulations.appointments.workflow.announce import notice_of
from zhixing.regulations.appointments.workflow.entered import note, refuse, written
from zhixing.regulations.appointments.workflow.parties import (
    by_office_or_leader,
    is_office,
    office_directors,
)
from zhixing.regulations.appointments.workflow.telling import told

CLAUSE = {1: "04-1", 2: "04-2a", 3: "04-3", 4: "04-4", 5: "04-5", 6: "04-6", 7: "04-7"}


@once
def suspend(*, case: Case, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """中止."""
    refuse("没有中止。", _may(case, actor, at, reason, "办理中"))
    return _halted(case, "中止", "已中止", reason, actor=actor, at=at, key=key)


@once
def resume(*, case: Case, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """恢复办理, at the step where it was."""
    refuse("没有恢复。", _may(case, actor, at, reason, "已中止"))
    return _halted(case, "恢复", "办理中", reason, actor=actor, at=at, key=key)


@once
def terminate(*, case: Case, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """终止: for good; requests are withdrawn and a notice that stands is taken down."""
    refuse("没有终止。", _may(case, actor, at, reason, "办理中", "已中止"))
    case.closed_at = at
    touched: list[Model] = []
    for asked in case.submissions.filter(state__in=("待同意", "已同意")):
        asked.state, asked.withdrawn_reason = "已撤回", "任用终止"
        asked.save(update_fields=["state", "withdrawn_reason"])
        touched.append(asked)
    _taken_down(case, reason, actor, at, key)
    return _halted(case, "终止", "已终止", reason, actor=actor, at=at, key=key, touched=touched)


def _taken_down(case: Case, reason: str, actor: Person, at: datetime, key: str) -> None:
    """The leader ends a case, the office takes the notice down: here in its name, with the same reason."""
    notice = notice_of(case)
    if notice is None:
        return
    directors = office_directors(case.organ, today(at))
    hand = actor if is_office(actor, today(at)) else directors[0] if directors else notice.drafted_by
    take_down(notice=notice, reason=f"任用终止：{reason}"[:300], actor=hand, at=at, key=f"{key}/撤下公示")


def _may(case: Case, actor: Person, at: datetime, reason: str, *states: str) -> list[Finding]:
    clause = CLAUSE[case.step]
    findings = by_office_or_leader(actor, today(at), clause) + written({"理由": reason}, clause)
    if case.organ_id != actor.organ_id:
        findings.append(
            Finding("单位", "不属于本单位", "本单位的任用事项", "请核对后重新选择。", clause=clause)
        )
    if case.state not in states:
        findings.append(
            Finding("任用事项", case.state, "或者".join(states), "请刷新页面再看。", clause=clause)
        )
    return findings


def _halted(
    case: Case, kind: str, state: str, reason: str, *, actor: Person, at: datetime, key: str,
    touched: list[Model] | None = None,
) -> Receipt:  # fmt: skip
    halt = Halt.objects.create(
        organ_id=case.organ_id, case=case, kind=kind, step=case.step, reason=reason.strip(), by=actor, at=at
    )
    case.state = state
    case.save(update_fields=["state", "closed_at"])
    told(case, [case.proposed_by], f"已{kind}。", at=at, key=key)
    payload = {"理由": reason.strip(), "步骤": case.step_name}
    return note(
        case, f"{kind}任用", actor=actor, at=at, key=key, rule=CLAUSE[case.step], payload=payload,
        touched=[halt, *(touched or [])],
    )  # fmt: skip
