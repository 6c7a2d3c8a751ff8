"""封控期 (02-1.6a): the office enters it, the chief may let one person go, nothing is deleted."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Findings
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import Blackout, BlackoutException
from zhixing.regulations.attendance.workflow.gate import not_chief, not_of_office, other_organ, unwritten
from zhixing.regulations.attendance.workflow.span import Span
from zhixing.regulations.attendance.workflow.statute import finding, own_of, ruling

CLAUSE = "02-1.6a"
RESTRICTED = "须局长特许"


@once
def set_blackout(
    *, name: str, first: date, last: date, basis: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """The office enters a period that the chief has announced (G-64)."""
    day = today(at)
    faults = Findings()
    faults.extend(not_of_office(actor, day, CLAUSE))
    faults.extend(unwritten({"名称": name, "依据": basis}, day, CLAUSE, "办公室"))
    if last < first:
        faults.add(
            finding(
                day=day,
                clause=CLAUSE,
                fact="起止",
                found=f"{first}至{last}",
                expected="止日不早于起日",
                mend="请改正起止日期。",
                who="办公室",
            )
        )
    faults.refuse_if_any("不能设定封控期。")
    period = Blackout.objects.create(
        organ_id=actor.organ_id,
        name=name,
        first=first,
        last=last,
        basis=basis,
        entered_by=actor,
        entered_at=at,
    )
    payload = {"名称": name, "起": str(first), "止": str(last), "依据": basis}
    return enter(
        actor=actor,
        action="设定封控期",
        kind="封控期",
        record=period,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
    )


@once
def lift_blackout(*, period: Blackout, why: str, actor: Person, at: datetime, key: str) -> Receipt:
    """The period ends early or was set by mistake; it stays in the list with the reason."""
    day = today(at)
    faults = Findings()
    faults.extend(not_of_office(actor, day, CLAUSE))
    faults.extend(other_organ(actor, period.organ_id, day, CLAUSE))
    faults.extend(unwritten({"理由": why}, day, CLAUSE, "办公室"))
    if period.lifted_at:
        faults.add(
            finding(
                day=day,
                clause=CLAUSE,
                fact="状态",
                found="已经解除",
                expected="仍在执行",
                mend="不必再办。",
                who="办公室",
            )
        )
    faults.refuse_if_any("不能解除封控期。")
    period.lifted_at, period.lifted_why = at, why
    period.save(update_fields=["lifted_at", "lifted_why"])
    return enter(
        actor=actor,
        action="解除封控期",
        kind="封控期",
        record=period,
        payload={"理由": why},
        at=at,
        key=key,
        rule=CLAUSE,
    )


@once
def grant_exception(
    *,
    period: Blackout,
    person: Person,
    first: date,
    last: date,
    reason: str,
    actor: Person,
    at: datetime,
    key: str,
) -> Receipt:
    """The chief allows an exception for these days, with the reason (原则上)."""
    day = today(at)
    faults = Findings()
    faults.extend(not_chief(actor, day, CLAUSE))
    faults.extend(other_organ(actor, person.organ_id, day, CLAUSE))
    faults.extend(other_organ(actor, period.organ_id, day, CLAUSE))
    faults.extend(unwritten({"理由": reason}, day, CLAUSE, "局长"))
    if not period.first <= first <= last <= period.last:
        faults.add(
            finding(
                day=day,
                clause=CLAUSE,
                fact="放行起止",
                found=f"{first}至{last}",
                expected=f"在{period.first}至{period.last}以内",
                mend="请改正放行的起止日期。",
                who="局长",
            )
        )
    faults.refuse_if_any("不能放行。")
    exception = BlackoutException.objects.create(
        organ_id=actor.organ_id, blackout=period, person=person, first=first, last=last,
        reason=reason, granted_by=actor, granted_at=at,
    )  # fmt: skip
    payload = {"封控期": period.name, "姓名": person.name, "起": str(first), "止": str(last), "理由": reason}
    return enter(
        actor=actor,
        action="封控期放行",
        kind="封控期放行",
        record=exception,
        payload=payload,
        at=at,
        key=key,
        rule=CLAUSE,
    )


def closed_to(person: Person, kind: str, span: Span, day: date) -> list[Blackout]:
    """Periods in force that touch the span and from which the person is not excepted on every touched day."""
    if (
        not kind
        or ruling("封控限制", day, own_of(person.organ_id), 假别=kind).outcome["封控期内"] != RESTRICTED
    ):
        return []
    touched = Blackout.objects.filter(
        organ_id=person.organ_id, lifted_at=None, first__lte=span.last, last__gte=span.first
    ).prefetch_related("exceptions")
    return [period for period in touched if not _excepted(period, person, span)]


def _excepted(period: Blackout, person: Person, span: Span) -> bool:
    """Exceptions may lie side by side; together they must cover the common days."""
    day, last = max(period.first, span.first), min(period.last, span.last)
    granted = sorted((e.first, e.last) for e in period.exceptions.all() if e.person_id == person.pk)
    for begin, end in granted:
        if begin <= day:
            day = max(day, date.fromordinal(end.toordinal() + 1))
    return day > last
