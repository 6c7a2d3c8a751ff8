"""漏签：the person states a forgotten sign-in, the head of section confirms it, and only then it is made up.

The clause asks for no sign-out, so there is none to be forgotten (G-08). The office may decide as well: it does
where the head of section is the person or the witness (domain R2 2.3 A).
"""

from __future__ import annotations

from datetime import date, datetime, time

from zhixing.journal.write import Receipt
from zhixing.law.calendar import DueDay
from zhixing.law.refusal import Refusal
from zhixing.law.refused import refused, words
from zhixing.office.duties.telling import tell
from zhixing.organ.authority import is_office, own_only, same_organ
from zhixing.organ.days import calendar_of
from zhixing.organ.entries import enter
from zhixing.organ.local_time import at_clock, today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.organ.who import holders
from zhixing.regulations.attendance.models import MissedSignIn, SignIn
from zhixing.regulations.attendance.workflow.day_view import days
from zhixing.regulations.attendance.workflow.figures import whole
from zhixing.regulations.attendance.workflow.missed_checks import (
    decided_findings,
    open_findings,
    told_findings,
)
from zhixing.regulations.attendance.workflow.signin import CLAUSE, enter_sign_in, store
from zhixing.regulations.attendance.workflow.statute import own_of

TERM = "漏签说明时限"
KIND = "漏签说明"


@once
def state_missed(
    *,
    actor: Person,
    day: date,
    half: str,
    arrived: time,
    witness: Person,
    reason: str,
    at: datetime,
    key: str,
) -> Receipt:
    """The actor says when he was there and who saw it; nothing of the day changes by it."""
    findings = told_findings(
        actor, day=day, half=half, arrived=arrived, witness=witness, reason=reason, at=at,
        due=due_for(actor, day),
    )  # fmt: skip
    if findings:
        raise Refusal("漏签说明没有提交。", findings)
    row = MissedSignIn.objects.create(
        organ_id=actor.organ_id, person=actor, day=day, half=half, arrived=arrived, witness=witness,
        reason=reason.strip(), told_at=at,
    )  # fmt: skip
    text = "有一份漏签说明，请您确认。"
    tell(deciders(actor, witness, today(at)), text, kind=KIND, record=row, at=at, key=key)
    return _enter(row, actor=actor, at=at, key=key, action="说明漏签")


@once
def confirm_missed(*, actor: Person, missed: MissedSignIn, opinion: str, at: datetime, key: str) -> Receipt:
    """The sign-in is made up at the stated time, by this decision."""
    _refuse_strangers(actor, missed, at)
    findings = decided_findings(missed, today(at))
    if findings:
        raise Refusal("漏签没有确认。", findings)
    sign_in = SignIn(
        organ_id=missed.organ_id, person=missed.person, day=missed.day, half=missed.half,
        at=at_clock(missed.day, missed.arrived), source="补登", witness=missed.witness, reason=missed.reason,
    )  # fmt: skip
    store(sign_in, actor, at)
    missed.sign_in = sign_in
    _decide(missed, "已确认", opinion, actor=actor, at=at)
    return enter_sign_in(sign_in, actor=actor, at=at, key=key, action="确认漏签", touched=[missed])


@once
def decline_missed(*, actor: Person, missed: MissedSignIn, opinion: str, at: datetime, key: str) -> Receipt:
    """Not confirmed, with the reason; the half day stays as it was."""
    _refuse_strangers(actor, missed, at)
    findings = open_findings(missed)
    words(findings, opinion, fact="理由", clause=CLAUSE)
    if findings:
        raise Refusal("没有办理。", findings)
    _decide(missed, "未确认", opinion, actor=actor, at=at)
    tell([missed.person], "您说明的一次漏签没有确认，请看理由。", kind=KIND, record=missed, at=at, key=key)
    return _enter(missed, actor=actor, at=at, key=key, action="不予确认漏签")


@once
def take_back_missed(*, actor: Person, missed: MissedSignIn, at: datetime, key: str) -> Receipt:
    """The person withdraws what nobody has decided yet."""
    own_only(actor, missed.person, clause=CLAUSE)
    findings = open_findings(missed)
    if findings:
        raise Refusal("漏签说明没有撤回。", findings)
    missed.state = "已撤回"
    missed.save(update_fields=["state"])
    return _enter(missed, actor=actor, at=at, key=key, action="撤回漏签说明")


def due_for(person: Person, day: date) -> DueDay:
    """Until when a forgotten sign-in of that day may be stated."""
    return calendar_of(person.organ).due(day, whole(TERM, day, own_of(person.organ_id)))


def statable_days(person: Person, first: date, last: date, on: date) -> set[date]:
    """The days from `first` to `last` whose forgotten sign-ins may be stated on the day `on`."""
    calendar, own = calendar_of(person.organ), own_of(person.organ_id)
    recent = (day for day in days(first, last) if day <= on)
    return {day for day in recent if on <= calendar.due(day, whole(TERM, day, own)).day}


def deciders(person: Person, witness: Person, day: date) -> list[Person]:
    """Whom the statement goes to: the head of section; the office where he is the person or the witness."""
    for post in ("科室负责人", "办公室"):
        found = [
            one for one in holders(person.organ, post, about=person, day=day) if one not in (person, witness)
        ]
        if found:
            return found
    return []


def may_decide(actor: Person, missed: MissedSignIn, day: date) -> bool:
    """The head of section or the office, never the person nor the witness."""
    person = missed.person
    if actor.pk in (person.pk, missed.witness_id) or actor.organ_id != missed.organ_id:
        return False
    return is_office(actor, day) or actor in holders(person.organ, "科室负责人", about=person, day=day)


def _refuse_strangers(actor: Person, missed: MissedSignIn, at: datetime) -> None:
    same_organ(actor, organ_id=missed.organ_id, clause=CLAUSE)
    if may_decide(actor, missed, today(at)):
        return
    expected = "科室负责人或者办公室，并且不是本人和证明人"
    names = "、".join(one.name for one in deciders(missed.person, missed.witness, today(at)))
    mend = f"请由{names or '办公室'}确认。"
    raise refused("这件事不归您办理。", "确认人", actor.name, expected, mend, clause=CLAUSE, who=names)


def _decide(missed: MissedSignIn, state: str, opinion: str, *, actor: Person, at: datetime) -> None:
    missed.state, missed.opinion = state, opinion.strip()
    missed.decided_by, missed.decided_at = actor, at
    missed.save(update_fields=["state", "opinion", "decided_by", "decided_at", "sign_in"])


def _enter(missed: MissedSignIn, *, actor: Person, at: datetime, key: str, action: str) -> Receipt:
    payload = {
        "人员": missed.person.number, "日期": str(missed.day), "半天": missed.half,
        "到岗时间": f"{missed.arrived:%H:%M}", "证明人": missed.witness.number, "原因": missed.reason,
        "状态": missed.state, "意见": missed.opinion,
    }  # fmt: skip
    return enter(
        actor=actor, action=action, kind=KIND, record=missed, payload=payload, at=at, key=key, rule=CLAUSE
    )
