"""Journal entries about a case, and the findings that every act on it asks alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import words
from zhixing.organ.entries import enter
from zhixing.organ.models import Person
from zhixing.regulations.appointments.explained import KINDS
from zhixing.regulations.appointments.models import STEPS, Case


def note(
    case: Case, action: str, *, actor: Person, at: datetime, key: str, rule: str, record: Model | None = None,
    payload: Mapping[str, object] | None = None, touched: Sequence[Model] = (),
) -> Receipt:  # fmt: skip
    """One entry about the case or a record of it."""
    about = record or case
    return enter(
        actor=actor, action=action, kind=KINDS[type(about)], record=about,
        payload={"编号": case.number, "拟任职务": case.title, **(payload or {})}, at=at, key=key, rule=rule,
        touched=touched,
    )  # fmt: skip


def running(case: Case, actor: Person, clause: str, *steps: str) -> list[Finding]:
    """A finding unless the case is of the actor's organ, runs, and is at one of the steps."""
    if case.organ_id != actor.organ_id:
        return [Finding("单位", "不属于本单位", "本单位的任用事项", "请核对后重新选择。", clause=clause)]
    if case.state != "办理中":
        mend = "请先恢复办理。" if case.state == "已中止" else "已经结束的事项不能再办。"
        return [Finding("任用事项", case.state, "正在办理", mend, clause=clause)]
    if steps and case.step_name not in steps:
        return [_out_of_step(case, steps, clause)]
    return []


def _out_of_step(case: Case, steps: tuple[str, ...], clause: str) -> Finding:
    wanted = "或者".join(f"第{STEPS.index(one) + 1}步{one}" for one in steps)
    early = case.step_name not in STEPS[STEPS.index(steps[-1]) :]
    mend = f"请先办完第{case.step}步{case.step_name}，步骤不能跳过。" if early else "这一步已经办过。"
    return Finding("步骤", f"现在是第{case.step}步{case.step_name}", wanted, mend, clause=clause)


def written(texts: Mapping[str, str], clause: str) -> list[Finding]:
    """One finding for each text that must be written and is not."""
    findings: list[Finding] = []
    for fact, text in texts.items():
        words(findings, text, fact=fact, clause=clause)
    return findings


def not_later(day: date, today: date, fact: str, clause: str) -> list[Finding]:
    if day <= today:
        return []
    return [Finding(fact, str(day), "今天或者今天以前", f"请核对{fact}。", clause=clause)]


def refuse(conclusion: str, findings: Iterable[Finding]) -> None:
    """Raises one Refusal with everything found; nothing found, nothing said."""
    found = tuple(findings)
    if found:
        raise Refusal(conclusion, found)
