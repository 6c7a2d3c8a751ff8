"""重大事项 (01-9): deliberated, consented to, looked into, planned and asked about, each step refused without the one before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from zhixing.files.models import StoredFile
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.duties.telling import tell
from zhixing.organ.entries import enter
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Organ, Person, Section
from zhixing.organ.numbers import next_number
from zhixing.organ.once import once
from zhixing.regulations.governance.facts import PARTY
from zhixing.regulations.governance.models import Deliberation, MajorMatter
from zhixing.regulations.governance.models.choices import TOPIC_MEETINGS
from zhixing.regulations.governance.workflow import standing
from zhixing.regulations.governance.workflow.answering_for import sections_of
from zhixing.regulations.governance.workflow.major_checks import missing_reviews, objections
from zhixing.regulations.governance.workflow.statute import finding
from zhixing.regulations.governance.workflow.told import by, in_state, unwritten

KIND = "重大事项"
MEETINGS = tuple(word for word, _ in TOPIC_MEETINGS)


@dataclass(frozen=True, slots=True)
class Asked:
    """建议方案 and what came back when others were asked: whole persons (01-9.3)."""

    plan: str
    scope: str = ""
    number: int = 0
    against: int = 0
    objections: str = ""


def leaders_of(organ: Organ, at: datetime) -> list[Person]:
    """领导成员: the party group and the chief's meeting together."""
    day = today(at)
    found = {**standing.party_group(organ, day), **standing.chiefs_meeting(organ, day)}
    return sorted(found, key=lambda one: one.number)


def first_hand(meeting: str, organ: Organ, at: datetime) -> Person | None:
    """一把手 of that meeting: the secretary or the chief (G-50)."""
    find = standing.secretary if meeting == PARTY else standing.chief
    return find(organ, today(at))


@once
def propose(
    *, section: Section, meeting: str, title: str, reason: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """提出: by whoever answers for the section, or by a leader."""
    day, clause = today(at), "01-9.1"
    faults = unwritten({"事项": title, "缘由": reason}, clause, day)
    if actor not in leaders_of(actor.organ, at) and section not in sections_of(actor, day):
        faults += by(actor, "这个科室的负责人，或者领导成员", (), clause, day)
    if meeting not in MEETINGS:
        faults.append(_fault(day, clause, "拟上会议", meeting or "没有选择", "、".join(MEETINGS)))
    if section.organ_id != actor.organ_id:
        faults.append(_fault(day, clause, "提出科室", "不属于本单位", "本单位的科室"))
    _refuse("重大事项没有登记。", faults)
    year = local(at).year
    major = MajorMatter.objects.create(
        organ_id=actor.organ_id, number=f"重大〔{year}〕{next_number(actor.organ, KIND, year)}号",
        title=title.strip(), section=section, proposer=actor, meeting=meeting, reason=reason.strip(),
        created_at=at,
    )  # fmt: skip
    chief = first_hand(meeting, actor.organ, at)
    told = f"{major.number}提出了一件重大事项，酝酿以后请您决定。"
    tell([chief] if chief and chief != actor else [], told, kind=KIND, record=major, at=at, key=key)
    return _note(major, "提出重大事项", clause, actor, at, key)


@once
def deliberate(
    *, major: MajorMatter, leader: Person, text: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """酝酿: a leader's own word, or as told to the proposer; always beforehand."""
    day, clause = today(at), "01-9.1"
    faults = in_state(major.state, ("酝酿中",), clause, day) + unwritten({"意见": text}, clause, day)
    faults += by(actor, "领导本人或者提出人", (leader, major.proposer), clause, day)
    if leader not in leaders_of(major.organ, at):
        faults.append(_fault(day, clause, "酝酿的领导", leader.name, "本单位的领导成员"))
    _refuse("酝酿意见没有登记。", faults)
    said = Deliberation.objects.create(
        organ_id=major.organ_id, major=major, leader=leader, text=text.strip(), at=at, entered_by=actor
    )
    return _note(major, "登记酝酿意见", clause, actor, at, key, {"领导": leader.number}, touched=(said,))


@once
def consent(
    *, major: MajorMatter, lead: Person | None, especial: bool, text: str,
    actor: Person, at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """一把手同意, and who takes the lead; nothing goes on without it."""
    day, clause = today(at), "01-9.1"
    faults = in_state(major.state, ("酝酿中",), clause, day)
    faults += by(actor, "一把手", (first_hand(major.meeting, major.organ, at),), clause, day)
    if not major.deliberations.exists():
        mend = "请先登记有关领导的意见。"
        faults.append(_fault(day, clause, "酝酿", "没有登记", "在有关领导之间酝酿过", mend))
    if lead is None or lead not in leaders_of(major.organ, at):
        found = lead.name if lead else "没有选择"
        faults.append(_fault(day, "01-9.2", "牵头领导", found, "一位领导成员"))
    _refuse("没有登记同意。", faults)
    major.consented_by, major.consented_at, major.consent = actor, at, text.strip() or "同意"
    major.lead, major.especial, major.state = lead, especial, "调研中"
    major.save()
    payload = {"牵头领导": lead.number if lead else "", "特别重大": especial}
    people = [one for one in (lead, major.proposer) if one and one != actor]
    tell(people, f"{major.number}一把手已经同意，请开展调研。", kind=KIND, record=major, at=at, key=key)
    return _note(major, "一把手同意重大事项", clause, actor, at, key, payload)


@once
def research(
    *, major: MajorMatter, text: str, report: StoredFile | None, expert: StoredFile | None,
    risk: StoredFile | None, actor: Person, at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """调查研究, by the lead; expert review and risk assessment as well where it is especially major."""
    day, clause = today(at), "01-9.2"
    faults = _consented(major, at) + by(actor, "牵头领导", (major.lead,), clause, day)
    faults += unwritten({"调研情况": text, "调研报告": report or major.research_file}, clause, day)
    major.research, major.research_file = text.strip(), report or major.research_file
    major.expert_file, major.risk_file = expert or major.expert_file, risk or major.risk_file
    faults += missing_reviews(major, major.organ_id, day)
    _refuse("调研没有登记。", faults)
    major.researched_at, major.state = at, "征求意见"
    major.save()
    return _note(major, "登记调研", clause, actor, at, key)


@once
def plan(*, major: MajorMatter, asked: Asked, actor: Person, at: datetime, key: str) -> Receipt:
    """建议方案 with the figures; ready for a meeting only once somebody was asked and few were against."""
    day, clause = today(at), "01-9.3"
    faults = in_state(major.state, ("征求意见", "可上会"), clause, day)
    faults += by(actor, "牵头领导", (major.lead,), clause, day)
    faults += unwritten({"建议方案": asked.plan}, clause, day)
    if asked.number:
        faults += unwritten({"征求意见范围": asked.scope}, clause, day)
    if asked.against > asked.number:
        expected = f"不多于征求人数{asked.number}人"
        faults.append(_fault(day, clause, "反对人数", f"{asked.against}人", expected))
    if asked.against:
        faults += unwritten({"反对意见": asked.objections}, clause, day)
    _refuse("方案没有登记。", faults)
    major.plan, major.asked_scope, major.objections = asked.plan, asked.scope, asked.objections
    major.asked_number, major.against_number, major.planned_at = asked.number, asked.against, at
    open_still = any(objections(major, major.organ_id, day))
    major.state = "征求意见" if open_still else "可上会"
    major.save()
    payload = {"征求人数": asked.number, "反对人数": asked.against, "状态": major.state}
    return _note(major, "登记建议方案", clause, actor, at, key, payload)


@once
def end(*, major: MajorMatter, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """终止, with its reason, by the proposer or the first hand."""
    day, clause = today(at), "01-9.1"
    faults = in_state(major.state, ("酝酿中", "调研中", "征求意见", "可上会"), clause, day)
    people = (major.proposer, first_hand(major.meeting, major.organ, at))
    faults += by(actor, "提出人或者一把手", people, clause, day)
    faults += unwritten({"终止原因": reason}, clause, day)
    _refuse("没有终止。", faults)
    major.state, major.ended_reason = "已终止", reason.strip()
    major.save(update_fields=["state", "ended_reason"])
    return _note(major, "终止重大事项", clause, actor, at, key, {"原因": major.ended_reason})


def _consented(major: MajorMatter, at: datetime) -> list[Finding]:
    day = today(at)
    if major.consented_at is None:
        mend = "请先请一把手同意，再去调研。"
        return [_fault(day, "01-9.1", "一把手意见", "没有同意", "一把手同意", mend)]
    return in_state(major.state, ("调研中", "征求意见"), "01-9.2", day)


def _fault(day: date, clause: str, fact: str, found: str, expected: str, mend: str = "") -> Finding:
    return finding(
        day=day, clause=clause, fact=fact, found=found, expected=expected, mend=mend or f"请核对{fact}。"
    )


def _refuse(conclusion: str, faults: list[Finding]) -> None:
    if faults:
        raise Refusal(conclusion, faults)


def _note(
    major: MajorMatter, action: str, clause: str, actor: Person, at: datetime, key: str,
    payload: dict[str, object] | None = None, touched: tuple[Deliberation, ...] = (),
) -> Receipt:  # fmt: skip
    return enter(
        actor=actor, action=action, kind=KIND, record=major,
        payload={"编号": major.number, "事项": major.title, **(payload or {})}, at=at, key=key, rule=clause,
        touched=touched,
    )  # fmt: skip
