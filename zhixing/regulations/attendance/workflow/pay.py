"""工资基数：entered by finance, from-to; seen by the person and finance only (domain 4.10)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import Q

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.law.refused import words
from zhixing.law.values import show_money
from zhixing.organ.authority import is_finance, same_organ
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import PayBase

CLAUSE = "02-1.2d"


def pay_on(person: Person, day: date) -> PayBase | None:
    """The pay a deduction of that day is reckoned from."""
    rows = PayBase.objects.filter(Q(until=None) | Q(until__gte=day), organ_id=person.organ_id, person=person)
    return rows.filter(since__lte=day).order_by("-since").first()


def pay_shown_to(viewer: Person, person: Person, day: date) -> PayBase | None:
    """The pay, to the person and to finance; to everyone else there is none."""
    if viewer.organ_id != person.organ_id:
        return None
    return pay_on(person, day) if viewer.pk == person.pk or is_finance(viewer, day) else None


@once
def set_pay(
    *, actor: Person, person: Person, base: int, allowance: int, bonus: int, since: date, basis: str,
    at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """Finance enters new pay (fen) from a day on; what stood before ends the day before."""
    same_organ(actor, organ_id=person.organ_id, clause=CLAUSE)
    findings = _findings(actor, person, (base, allowance, bonus), since, basis, today(at))
    if findings:
        raise Refusal("工资基数没有录入。", findings)
    former = PayBase.objects.filter(organ_id=person.organ_id, person=person, until=None).first()
    if former is not None:
        former.until = since - timedelta(days=1)
        former.save(update_fields=["until"])
    row = PayBase.objects.create(
        organ_id=person.organ_id, person=person, base=base, allowance=allowance, bonus=bonus, since=since,
        basis=basis.strip(),
    )  # fmt: skip
    payload = {"人员": person.number, "起": str(since), "依据": basis.strip()}
    return enter(
        actor=actor, action="录入工资基数", kind="工资基数", record=row, payload=payload, at=at, key=key,
        rule=CLAUSE, touched=[former] if former else [],
    )  # fmt: skip


def _findings(
    actor: Person, person: Person, sums: tuple[int, int, int], since: date, basis: str, day: date
) -> list[Finding]:
    found: list[Finding] = []
    words(found, basis, fact="依据", clause=CLAUSE)
    if not is_finance(actor, day):
        mend = "请由财务人员录入。"
        found.append(Finding("办理人", actor.name, "会计或者出纳", mend, clause=CLAUSE, who="会计"))
    found += [
        Finding(name, show_money(fen), "不小于零的金额", "请改正。", clause=CLAUSE)
        for name, fen in zip(("月基本工资", "月津补贴", "年终奖"), sums, strict=True)
        if fen < 0
    ]
    if PayBase.objects.filter(organ_id=person.organ_id, person=person, since__gte=since).exists():
        mend = "新的一段要从更晚的日期开始。"
        found.append(Finding("起", str(since), "晚于已有各段的起日", mend, clause=CLAUSE))
    return found
