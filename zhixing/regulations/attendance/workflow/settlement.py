"""扣款建议：proposed to finance from a locked month; later changes give lines that take back (02-1.2d…3.2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import QuerySet, Sum

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.duties.notices import notify
from zhixing.organ.authority import (
    FINANCE_POSTS,
    is_finance,
    office_only,
    same_organ,
)
from zhixing.organ.entries import enter
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Holding, Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import Month, MonthLine, SettlementLine
from zhixing.regulations.attendance.workflow.absence_year import year_of
from zhixing.regulations.attendance.workflow.day_view import bounds
from zhixing.regulations.attendance.workflow.month_figures import corrected, drift
from zhixing.regulations.attendance.workflow.pay import pay_on
from zhixing.regulations.attendance.workflow.settlement_lines import Proposed, needs_pay, proposals
from zhixing.regulations.attendance.workflow.statute import own_of

CLAUSE = "02-2"


@once
def propose_settlement(*, actor: Person, sheet: Month, at: datetime, key: str) -> Receipt:
    """The locked month becomes proposed deductions; again after corrections, as lines that take back or add."""
    same_organ(actor, organ_id=sheet.organ_id, clause=CLAUSE)
    office_only(actor, today(at), clause=CLAUSE)
    lines = list(sheet.lines.select_related("person").prefetch_related("corrections"))
    findings = _findings(sheet, lines)
    if findings:
        raise Refusal(f"{sheet}扣款建议没有提出。", findings)
    last = bounds(sheet.year, sheet.month)[1]
    fresh = [row for line in lines for row in _due(sheet, line, last)]
    if sheet.settled_at is not None and not fresh:
        raise _nothing_new(sheet, sheet.settled_at, at)
    rows = SettlementLine.objects.bulk_create(_row(sheet, one, former, at) for one, former in fresh)
    _hand_over(sheet, today(at), at=at, key=key)
    sheet.settled_at = at
    sheet.save(update_fields=["settled_at"])
    payload = {"月份": str(sheet), "条数": len(rows)}
    return enter(
        actor=actor, action="提出扣款建议", kind="月考勤", record=sheet, payload=payload, at=at, key=key,
        rule=CLAUSE, touched=rows,
    )  # fmt: skip


def _nothing_new(sheet: Month, handed_over: datetime, at: datetime) -> Refusal:
    """Finance has it already; what the records say otherwise is corrected first, so that it makes a difference."""
    mend = (
        "锁定以后记录有了变化，请先按现在的记录更正，再提出。"
        if drift(sheet, at)
        else "不用再提，财务已经收到。"
    )
    found = f"{local(handed_over):%Y-%m-%d}交财务以后没有变化"
    finding = Finding("扣款建议", found, "交财务以后更正过", mend, clause=CLAUSE, who="办公室")
    return Refusal(f"{sheet}扣款建议没有再提。", (finding,))


def _hand_over(sheet: Month, day: date, *, at: datetime, key: str) -> None:
    """Finance is told; the notice itself says no amount and nobody's name (domain 4.2)."""
    held = Holding.objects.on(day).filter(organ_id=sheet.organ_id, post__in=FINANCE_POSTS)
    notify(
        {one.person for one in held.select_related("person")}, key=f"扣款建议-{sheet.pk}-{key}",
        text=f"{sheet}扣款建议已由办公室提出，请到“扣款建议表”核对。", urgency="提示", object_kind="月考勤",
        object_id=str(sheet.pk), at=at,
    )  # fmt: skip


def settlement_shown_to(viewer: Person, sheet: Month, day: date) -> QuerySet[SettlementLine]:
    """Lines that show pay: all of them to finance, one's own to anybody else."""
    rows = SettlementLine.objects.filter(organ_id=viewer.organ_id, sheet=sheet).select_related("person")
    return rows if is_finance(viewer, day) else rows.filter(person=viewer)


def _findings(sheet: Month, lines: Iterable[MonthLine]) -> list[Finding]:
    if sheet.state != "已锁定":
        mend = "请先锁定月考勤。"
        return [Finding("月考勤", sheet.state, "已锁定", mend, clause=CLAUSE, who="办公室")]
    last = bounds(sheet.year, sheet.month)[1]
    mend = "请财务先录入工资基数。"
    return [
        Finding(
            f"{line.person.name}的工资基数",
            "没有录入",
            f"{last}有效的基数",
            mend,
            clause="02-1.2d",
            who="会计",
        )
        for line in lines
        if _reckons(line, last) and pay_on(line.person, last) is None
    ]


def _reckons(line: MonthLine, last: date) -> bool:
    return needs_pay(corrected(line), year_of(line.person, last).halves, last, own_of(line.organ_id))


def _due(sheet: Month, line: MonthLine, last: date) -> list[tuple[Proposed, SettlementLine | None]]:
    """What must be added so that the sum of each item is what the figures now say."""
    pay = pay_on(line.person, last)
    if pay is None:
        return []
    own, before = own_of(line.organ_id), _bonus_before(line)
    wanted = {one.item: one for one in proposals(line.person, corrected(line), pay, last, own, before)}
    had = _had(sheet, line.person)
    found: list[tuple[Proposed, SettlementLine | None]] = []
    for item in dict.fromkeys([*wanted, *had]):
        one, (former, total) = wanted.get(item), had.get(item, (None, 0))
        if (one.amount if one else 0) != total:
            found.append((_difference(one, former, total), former))
    return found


def _bonus_before(line: MonthLine) -> int:
    """Fen of this year's bonus proposed from other, earlier months."""
    rows = SettlementLine.objects.filter(
        organ_id=line.organ_id, person=line.person, item="旷工年终奖", sheet__year=line.sheet.year
    ).exclude(sheet__month__gte=line.sheet.month)
    return rows.aggregate(total=Sum("amount"))["total"] or 0


def _had(sheet: Month, person: Person) -> dict[str, tuple[SettlementLine | None, int]]:
    found: dict[str, tuple[SettlementLine | None, int]] = {}
    for row in SettlementLine.objects.filter(sheet=sheet, person=person).order_by("pk"):
        former, total = found.get(row.item, (None, 0))
        found[row.item] = (former or row, total + row.amount)
    return found


def _difference(one: Proposed | None, former: SettlementLine | None, total: int) -> Proposed:
    if one is not None and former is None:
        return one
    assert former is not None
    standard = one.standard if one else f"更正后不再扣，原{former.standard}"
    count, ruling = (one.count, one.ruling) if one else (0, {})
    difference = (one.amount if one else 0) - total
    return Proposed(
        former.person,
        former.item,
        count,
        former.unit,
        standard,
        difference,
        former.clause,
        former.cite,
        ruling,
    )


def _row(sheet: Month, one: Proposed, former: SettlementLine | None, at: datetime) -> SettlementLine:
    return SettlementLine(
        organ_id=sheet.organ_id, sheet=sheet, person=one.person, item=one.item, count=one.count, unit=one.unit,
        standard=one.standard, amount=one.amount, clause=one.clause, cite=one.cite, ruling=one.ruling,
        corrects=former, at=at,
    )  # fmt: skip
