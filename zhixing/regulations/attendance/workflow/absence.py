"""旷工认定：unexplained half days become a case; notice, hearing, opinion of the office (02-1.2b, 02-3.2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import words
from zhixing.office.duties.telling import chiefs, tell
from zhixing.organ.authority import office_only, own_only, same_organ
from zhixing.organ.days import calendar_of
from zhixing.organ.entries import enter
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Organ, Person
from zhixing.organ.numbers import next_number
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import AbsenceCase, AbsenceHalf
from zhixing.regulations.attendance.workflow.day_facts import load, on_staff_between
from zhixing.regulations.attendance.workflow.day_status import OPEN, HalfStatus, half_status
from zhixing.regulations.attendance.workflow.day_view import people_days
from zhixing.regulations.attendance.workflow.figures import HEARING_DAYS, whole
from zhixing.regulations.attendance.workflow.span import Slot
from zhixing.regulations.attendance.workflow.statute import own_of

CLAUSE = "02-1.2b"


def unexplained(organ: Organ, first: date, last: date, at: datetime) -> list[tuple[Person, list[HalfStatus]]]:
    """Everyone with half days 待核实 that no case holds yet."""
    people = on_staff_between(organ, first, last)
    held = _held(organ, first, last)
    found: dict[int, list[HalfStatus]] = {}
    for person, halves in people_days(organ, people, first, last, at):
        found.setdefault(person.pk, []).extend(
            half for half in halves if half.word == OPEN and (person.pk, half.day, half.half) not in held
        )
    return [(person, found[person.pk]) for person in people if found.get(person.pk)]


@once
def open_case(
    *, actor: Person, person: Person, slots: Sequence[Slot], facts: str, at: datetime, key: str
) -> Receipt:
    """The office asks about unexplained half days: a question, not yet an absence."""
    same_organ(actor, organ_id=person.organ_id, clause=CLAUSE)
    office_only(actor, today(at), clause=CLAUSE)
    chosen = sorted(set(slots))
    findings: list[Finding] = []
    words(findings, facts, fact="事实", clause=CLAUSE)
    findings.extend(_slot_findings(person, chosen, at))
    if findings:
        raise Refusal("没有提出。", findings)
    case = AbsenceCase.objects.create(
        organ_id=person.organ_id, number=_number(person.organ, today(at)), person=person, facts=facts.strip(),
        opened_by=actor, opened_at=at,
    )  # fmt: skip
    halves = AbsenceHalf.objects.bulk_create(
        AbsenceHalf(organ_id=person.organ_id, case=case, person=person, day=day, half=half)
        for day, half in chosen
    )
    text = "、".join(f"{day}{half}" for day, half in chosen)
    return record(
        case, actor=actor, at=at, key=key, action="提出待核实", text=f"{text}：{case.facts}", touched=halves
    )


@once
def notify(*, actor: Person, case: AbsenceCase, notice: str, at: datetime, key: str) -> Receipt:
    """The person is told in writing, and by when to be heard."""
    office_case(actor, case, at, ("待核实",), notice, fact="通知内容")
    day = today(at)
    case.state, case.notice, case.notified_at = "已通知", notice.strip(), at
    case.hear_by = calendar_of(case.organ).due(day, whole(HEARING_DAYS, day, own_of(case.organ_id))).day
    case.save(update_fields=["state", "notice", "notified_at", "hear_by"])
    asked = f"办公室就几个半天的情况向您了解，请在{case.hear_by}以前陈述申辩。"
    tell([case.person], asked, kind="旷工认定", record=case, at=at, key=key)
    return record(case, actor=actor, at=at, key=key, action="通知本人", text=case.notice)


@once
def state(*, actor: Person, case: AbsenceCase, text: str, at: datetime, key: str) -> Receipt:
    """陈述申辩：the person speaks; also after the term, as long as nothing is decided."""
    own_only(actor, case.person, clause="02-3.2")
    _refuse_state(case, ("已通知", "已陈述", "待认定"), text, fact="陈述申辩")
    case.statement, case.stated_at = text.strip(), at
    case.state = "待认定" if case.state == "待认定" else "已陈述"
    case.save(update_fields=["state", "statement", "stated_at"])
    return record(case, actor=actor, at=at, key=key, action="陈述申辩", text=case.statement)


@once
def propose(*, actor: Person, case: AbsenceCase, opinion: str, at: datetime, key: str) -> Receipt:
    """The office puts the case before the chief: after the statement, or when the term to speak is over."""
    office_case(actor, case, at, ("已通知", "已陈述"), opinion, fact="办公室意见")
    if case.state == "已通知" and case.hear_by is not None and today(at) <= case.hear_by:
        mend = f"请等本人陈述，或者过了{case.hear_by}再提请。"
        finding = Finding("陈述申辩", "本人还没有陈述，期限没有过", "听过本人陈述", mend, clause="02-3.2")
        raise Refusal("没有提请认定。", (finding,))
    case.state, case.opinion, case.proposed_at = "待认定", opinion.strip(), at
    case.save(update_fields=["state", "opinion", "proposed_at"])
    deciding, asked = chiefs(case.person, today(at)), f"{case.number}请您认定。"
    tell(deciding, asked, kind="旷工认定", record=case, at=at, key=key)
    return record(case, actor=actor, at=at, key=key, action="提请认定", text=case.opinion)


def office_case(
    actor: Person, case: AbsenceCase, at: datetime, states: tuple[str, ...], text: str, *, fact: str
) -> None:
    """The office acts on a case of its own organ in one of the states, with a text."""
    same_organ(actor, organ_id=case.organ_id, clause=CLAUSE)
    office_only(actor, today(at), clause=CLAUSE)
    _refuse_state(case, states, text, fact=fact)


def record(
    case: AbsenceCase, *, actor: Person, at: datetime, key: str, action: str, text: str,
    touched: Sequence[AbsenceHalf] = (),
) -> Receipt:  # fmt: skip
    payload = {"编号": case.number, "人员": case.person.number, "状态": case.state, "内容": text}
    return enter(
        actor=actor, action=action, kind="旷工认定", record=case, payload=payload, at=at, key=key,
        rule="02-3.2", touched=touched,
    )  # fmt: skip


def _refuse_state(case: AbsenceCase, states: tuple[str, ...], text: str, *, fact: str) -> None:
    findings: list[Finding] = []
    words(findings, text, fact=fact, clause="02-3.2")
    if case.state not in states:
        mend = "请刷新页面再看。"
        findings.append(Finding("状态", case.state, "、".join(states), mend, clause="02-3.2"))
    if findings:
        raise Refusal("没有办成。", findings)


def _slot_findings(person: Person, slots: list[Slot], at: datetime) -> list[Finding]:
    if not slots:
        return [Finding("半天", "一个也没有选", "至少一个待核实的半天", "请选日期。", clause=CLAUSE)]
    first, last = slots[0][0], slots[-1][0]
    facts, held = load(person.organ, [person], first, last), _held(person.organ, first, last)
    found = []
    for day, half in slots:
        status = half_status(facts.half(person.pk, day, half), local(at))
        if status.word != OPEN:
            mend = "有手续或者已经签到的，不用再问。"
            found.append(Finding(f"{day}{half}", status.word, OPEN, mend, clause=CLAUSE))
        if (person.pk, day, half) in held:
            found.append(
                Finding(f"{day}{half}", "已经提出过", "还没有提出", "请到原来的单子里办。", clause=CLAUSE)
            )
    return found


def _held(organ: Organ, first: date, last: date) -> set[tuple[int, date, str]]:
    rows = AbsenceHalf.objects.filter(organ=organ, day__range=(first, last), released_at=None)
    return set(rows.values_list("person_id", "day", "half"))


def _number(organ: Organ, day: date) -> str:
    return f"旷认〔{day.year}〕{next_number(organ, '旷工认定', day.year)}号"
