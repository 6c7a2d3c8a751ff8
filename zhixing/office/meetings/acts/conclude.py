"""结论: what a topic ends with is computed from its last vote, never declared; what was adopted is handed on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.meetings.acts.asking import by_recorder, in_state, refuse
from zhixing.office.meetings.acts.entered import note
from zhixing.office.meetings.kinds import kind_of
from zhixing.office.meetings.models import Item, Resolution, Vote
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Person, Section
from zhixing.organ.numbers import next_number
from zhixing.organ.once import once


@dataclass(frozen=True, slots=True)
class Task:
    """Who carries a decision out and by when; set by the meeting."""

    lead: Person
    section: Section
    person: Person
    due: date


@once
def conclude(
    *, item: Item, decision: str, task: Task | None = None, emergency_reason: str = "", actor: Person,
    at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """通过 or 未通过, as the last vote came out. A much divided topic is adopted in an emergency only (01-9.4)."""
    meeting = item.meeting
    kind = kind_of(meeting)
    vote = item.votes.last()
    findings = in_state(meeting, "进行中") + by_recorder(meeting, actor) + _in_discussion(item)
    findings += _voted(vote, kind.clause("vote"))
    words(findings, decision, fact="决定事项", clause=kind.clause("record"))
    passed = vote is not None and vote.passed is True
    if passed and item.divided and not emergency_reason.strip():
        findings.append(
            Finding("紧急理由", "没有填写", "紧急情况才按多数执行", "意见分歧较大的，请暂缓；确属紧急的，写明理由。",
                    clause=kind.clause("divided"))
        )  # fmt: skip
    if passed:
        findings += _assigned(task, at, kind.clause("resolution"))
    refuse("议题没有作出结论。", findings)
    item.state, item.result, item.closed_at = "已议", "通过" if passed else "未通过", at
    item.decision, item.emergency_reason = decision.strip(), emergency_reason.strip()
    item.save()
    made = [_adopted(item, task, at)] if passed and task is not None else []
    kind.decided(item, actor=actor, at=at)
    _told(made, at, key)
    payload = {
        "议题": item.title,
        "结果": item.result,
        "决定": item.decision,
        "决定号": [one.number for one in made],
    }
    return note(
        meeting, item, "作出结论", actor=actor, at=at, key=key, rule="vote", payload=payload, touched=made
    )


@once
def postpone(*, item: Item, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """暂缓: opinions are much divided, or more has to be found out; the topic may be listed again."""
    return _without_vote(item, "暂缓", reason, "暂缓的原因", actor, at, key)


@once
def passed_on(*, item: Item, text: str, actor: Person, at: datetime, key: str) -> Receipt:
    """传达学习: told and taken note of, no decision."""
    return _without_vote(item, "已传达", text, "传达学习情况", actor, at, key)


@once
def declare_divided(*, item: Item, divided: bool, actor: Person, at: datetime, key: str) -> Receipt:
    """意见分歧较大, as the host finds it; from then on the topic is adopted in an emergency only."""
    meeting = item.meeting
    refuse("没有登记。", in_state(meeting, "进行中") + by_recorder(meeting, actor) + _in_discussion(item))
    item.divided = divided
    item.save(update_fields=["divided"])
    action = "登记分歧较大" if divided else "撤销分歧较大"
    return note(
        meeting, item, action, actor=actor, at=at, key=key, rule="divided", payload={"议题": item.title}
    )


def _without_vote(
    item: Item, result: str, text: str, fact: str, actor: Person, at: datetime, key: str
) -> Receipt:
    meeting = item.meeting
    kind = kind_of(meeting)
    findings = in_state(meeting, "进行中") + by_recorder(meeting, actor) + _in_discussion(item)
    words(findings, text, fact=fact, clause=kind.clause("record"))
    if item.votes.filter(state="表决中").exists():
        findings.append(Finding("表决", "正在表决", "没有正在进行的表决", "请先结束表决。"))
    if item.votes.filter(state="已结束", passed=True).exists() and not item.divided:
        findings.append(
            Finding("结果", "表决已经通过", "按表决结果作结论", "表决通过的议题请作出结论；分歧较大的先登记分歧。",
                    clause=kind.clause("vote"))
        )  # fmt: skip
    refuse("议题没有作出结论。", findings)
    item.state, item.result, item.reason, item.closed_at = "已议", result, text.strip()[:300], at
    item.decision = text.strip() if result == "已传达" else ""
    if result == "暂缓" and item.source:
        item.source = f"{item.source}#{item.pk}"
    item.save()
    kind.decided(item, actor=actor, at=at)
    return note(meeting, item, f"议题{result}", actor=actor, at=at, key=key, rule="divided",
                payload={"议题": item.title, "说明": item.reason})  # fmt: skip


def _in_discussion(item: Item) -> list[Finding]:
    if item.state == "讨论中":
        return []
    return [Finding("议题状态", item.state, "讨论中", "请先开始讨论；已有结果的议题不能再改。")]


def _voted(vote: Vote | None, clause: str) -> list[Finding]:
    if vote is None:
        return [
            Finding("表决", "还没有表决", "表决结束", "请先表决；只传达学习的，登记为传达。", clause=clause)
        ]
    if vote.state != "已结束":
        return [Finding("表决", vote.state, "已结束", "请先结束表决。", clause=clause)]
    return []


def _assigned(task: Task | None, at: datetime, clause: str) -> list[Finding]:
    if task is None:
        return [
            Finding(
                "落实安排",
                "没有填写",
                "牵头领导、责任科室、责任人和时限",
                "请写明由谁落实、什么时候完成。",
                clause=clause,
            )
        ]
    if task.due < today(at):
        return [Finding("时限", task.due.isoformat(), "今天或者今天以后", "请重新填写时限。", clause=clause)]
    return []


def _adopted(item: Item, task: Task, at: datetime) -> Resolution:
    meeting = item.meeting
    year = local(at).year
    number = next_number(meeting.organ, f"决定:{meeting.kind}", year)
    return Resolution.objects.create(
        organ_id=item.organ_id, item=item, number=f"{meeting.kind}决定〔{year}〕{number}号", text=item.decision,
        lead=task.lead, section=task.section, person=task.person, due=task.due, set_by=meeting.host, adopted_at=at,
    )  # fmt: skip


def _told(made: list[Resolution], at: datetime, key: str) -> None:
    """The proposing and the carrying section are told at once (E22)."""
    for one in made:
        people = {one.person.pk: one.person, one.lead.pk: one.lead}
        kind_of(one.item.meeting).tell(
            people.values(),
            f"{one.number}由您落实，{one.due}前完成。",
            kind="决定事项",
            record=one,
            at=at,
            key=key,
        )
