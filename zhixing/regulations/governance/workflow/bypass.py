"""合规审计 (01-12): cases found by the program or entered, whom the clause holds liable, and what people concluded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.bypassed import Bypassed, found
from zhixing.organ.authority import holds
from zhixing.organ.entries import enter
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Organ, Person
from zhixing.organ.numbers import next_number
from zhixing.organ.once import once
from zhixing.regulations.governance.models import Bypass, EmergencyAction
from zhixing.regulations.governance.models.choices import BYPASS_KINDS
from zhixing.regulations.governance.workflow.statute import finding, own_of, ruling
from zhixing.regulations.governance.workflow.told import in_state, ours, unwritten

KIND, CLAUSE = "合规审计", "01-12"
AUDITORS = ("局长", "党组书记", "纪检组长")
KINDS = tuple(word for word, _ in BYPASS_KINDS)
OUTCOMES = ("不属违规", "应当追责")


def unaudited(organ: Organ, day: date) -> list[Bypassed]:
    """What the program finds and nobody has taken up yet."""
    known = set(Bypass.objects.filter(organ=organ).exclude(source="").values_list("source", flat=True))
    return [one for one in found(organ, day) if one.source not in known]


def unreported(organ: Organ, day: date) -> Iterator[Bypassed]:
    """Emergency actions that no meeting has heard in time (01-10)."""
    late = EmergencyAction.objects.filter(organ=organ, state="待报告", due__lt=day).select_related("leader")
    for one in late:
        yield Bypassed(
            source=f"governance.emergency:{one.pk}", kind="该提交未提交",
            facts=f"{one.number}“{one.title}”，{one.due}以前应当向{one.meeting}报告，还没有报告。",
            day=one.due, clause="01-10", person=one.leader,
        )  # fmt: skip


def liable(kind: str, organ: str, day: date) -> str:
    """Whom the clause holds liable: 相关责任人, 党政主要领导 or 直接决策人."""
    return str(ruling("责任主体", day, own_of(organ), 违反情形=kind).outcome["责任人"])


@once
def take_up(*, source: str, actor: Person, at: datetime, key: str) -> Receipt:
    """立项: one of the cases that the program found."""
    day = today(at)
    case = next((one for one in unaudited(actor.organ, day) if one.source == source), None)
    faults = _auditor(actor, day)
    if case is None:
        faults.append(_fault(day, "线索", "没有找到，或者已经立项", "还没有立项的线索"))
    _refuse("没有立项。", faults)
    assert case is not None
    bypass = _created(case.kind, case.facts, case.day, case.clause, case.person, case.source, actor, at)
    return _note(bypass, "合规审计立项", actor, at, key)


@once
def enter_case(
    *, kind: str, facts: str, day: date | None, clause: str, person: Person | None,
    actor: Person, at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """登记: a case that no record of the program shows."""
    now = today(at)
    faults = _auditor(actor, now) + unwritten({"事实": facts, "发生日期": day}, CLAUSE, now)
    faults += ours(actor, {"责任人": person}, CLAUSE, now)
    if kind not in KINDS:
        faults.append(_fault(now, "违反情形", kind or "没有选择", "、".join(KINDS)))
    if day is not None and day > now:
        faults.append(_fault(now, "发生日期", str(day), "不晚于今天"))
    _refuse("没有登记。", faults)
    assert day is not None
    bypass = _created(kind, facts.strip(), day, clause.strip(), person, "", actor, at)
    return _note(bypass, "登记合规审计", actor, at, key)


@once
def judge(
    *, bypass: Bypass, outcome: str, text: str, person: Person | None, actor: Person, at: datetime, key: str
) -> Receipt:
    """核查: people conclude, the program never does; nobody concludes about himself."""
    day = today(at)
    faults = _auditor(actor, day) + in_state(bypass.state, ("待核查",), CLAUSE, day)
    faults += unwritten({"核查意见": text}, CLAUSE, day) + ours(actor, {"责任人": person}, CLAUSE, day)
    responsible = person or bypass.person
    if outcome not in OUTCOMES:
        faults.append(_fault(day, "结论", outcome or "没有选择", "、".join(OUTCOMES)))
    if outcome == OUTCOMES[1] and responsible is None:
        faults.append(_fault(day, "责任人", "没有选择", f"写明是谁（{bypass.bearer}）"))
    if responsible is not None and responsible.pk == actor.pk:
        faults.append(_fault(day, "核查人", f"{actor.name}是责任人本人", "责任人以外的同志"))
    _refuse("没有作出结论。", faults)
    bypass.state, bypass.finding, bypass.person = outcome, text.strip(), responsible
    bypass.decided_by, bypass.decided_at = actor, at
    bypass.save()
    return _note(bypass, f"合规审计结论：{outcome}", actor, at, key)


def is_auditor(person: Person, day: date) -> bool:
    return holds(person, AUDITORS, day)


def _auditor(actor: Person, day: date) -> list[Finding]:
    if is_auditor(actor, day):
        return []
    return [_fault(day, "办理人", actor.name, "局长、党组书记或者纪检组长")]


def _created(
    kind: str, facts: str, day: date, clause: str, person: Person | None, source: str, actor: Person,
    at: datetime,
) -> Bypass:  # fmt: skip
    year = local(at).year
    return Bypass.objects.create(
        organ_id=actor.organ_id, number=f"合规〔{year}〕{next_number(actor.organ, KIND, year)}号", kind=kind,
        source=source, facts=facts, day=day, clause=clause, person=person, entered_by=actor, created_at=at,
        bearer=liable(kind, actor.organ_id, today(at)),
    )  # fmt: skip


def _fault(day: date, fact: str, found_: str, expected: str) -> Finding:
    return finding(day=day, clause=CLAUSE, fact=fact, found=found_, expected=expected, mend=f"请核对{fact}。")


def _refuse(conclusion: str, faults: list[Finding]) -> None:
    if faults:
        raise Refusal(conclusion, faults)


def _note(bypass: Bypass, action: str, actor: Person, at: datetime, key: str) -> Receipt:
    payload = {"编号": bypass.number, "违反情形": bypass.kind, "状态": bypass.state}
    return enter(
        actor=actor, action=action, kind=KIND, record=bypass, payload=payload, at=at, key=key, rule=CLAUSE
    )
