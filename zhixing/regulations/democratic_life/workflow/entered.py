"""Journal entries about a life meeting, and the findings that every act on it asks alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db.models import Model

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import words
from zhixing.organ.entries import enter
from zhixing.organ.models import Person
from zhixing.regulations.democratic_life.explained import KINDS
from zhixing.regulations.democratic_life.models import LifeMeeting

OPENED = ("进行中", "记录待核", "已锁定")
GONE = ("流会", "已取消")


def note(
    case: LifeMeeting, action: str, *, actor: Person, at: datetime, key: str, rule: str, record: Model | None = None,
    payload: Mapping[str, object] | None = None, touched: Sequence[Model] = (),
) -> Receipt:  # fmt: skip
    """One entry about the case or a record of it."""
    about = record or case
    return enter(
        actor=actor, action=action, kind=KINDS[type(about)], record=about,
        payload={"编号": case.number, **(payload or {})}, at=at, key=key, rule=rule, touched=touched,
    )  # fmt: skip


def running(case: LifeMeeting, actor: Person, clause: str) -> list[Finding]:
    """A finding unless the case is of the actor's organ and runs."""
    if case.organ_id != actor.organ_id:
        return [Finding("单位", "不属于本单位", "本单位的民主生活会", "请核对后重新选择。", clause=clause)]
    if case.state != "办理中":
        return [Finding("民主生活会", case.state, "正在办理", "已经结束的不能再办。", clause=clause)]
    return []


def has_opened(case: LifeMeeting) -> bool:
    return case.meeting is not None and case.meeting.state in OPENED


def is_sealed(case: LifeMeeting) -> bool:
    return case.meeting is not None and case.meeting.state == "已锁定"


def before_opening(case: LifeMeeting, clause: str) -> list[Finding]:
    if not has_opened(case):
        return []
    return [Finding("会议", "已经开会", "还没有开会", "会前准备的事，开会以后不能再补。", clause=clause)]


def after_opening(case: LifeMeeting, clause: str) -> list[Finding]:
    if has_opened(case):
        return []
    return [Finding("会议", "还没有开会", "已经开会", "请在开会以后办理。", clause=clause)]


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


def ours(actor: Person, people: Mapping[str, Person], clause: str) -> list[Finding]:
    """Nobody of another organ is named in a record of this one."""
    return [
        Finding(fact, "不属于本单位", "本单位的人员", f"请重新选择{fact}。", clause=clause)
        for fact, person in people.items()
        if person.organ_id != actor.organ_id
    ]


def one_of(given: str, known: Iterable[tuple[str, str]], fact: str, clause: str) -> list[Finding]:
    """A finding unless `given` is one of the values of a list of choices."""
    if given in {value for value, _ in known}:
        return []
    names = "、".join(name for _, name in known)
    return [Finding(fact, given or "没有选择", names, f"请选择{fact}。", clause=clause)]


def refuse(conclusion: str, findings: Iterable[Finding]) -> None:
    """Raises one Refusal with everything found; nothing found, nothing said."""
    found = tuple(findings)
    if found:
        raise Refusal(conclusion, found)
