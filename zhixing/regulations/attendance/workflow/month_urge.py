"""催办：the office reminds those who have not said whether their month is right (domain 2.3 F)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from zhixing.journal.models import Entry
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.duties.notices import notify
from zhixing.organ.authority import office_only, same_organ
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.attendance.models import Month

CLAUSE = "02-3.1"
ACTION = "催办月考勤"
REST = timedelta(hours=1)  # as between two reminders of one matter
SILENT = ("待确认", "已答复")


def silent(sheet: Month) -> list[Person]:
    """Who has neither confirmed nor objected since the line last changed."""
    lines = sheet.lines.filter(state__in=SILENT).select_related("person").order_by("person__number")
    return [line.person for line in lines]


@once
def urge(*, actor: Person, sheet: Month, at: datetime, key: str) -> Receipt:
    """One notice to each of those who are silent; at most once an hour."""
    same_organ(actor, organ_id=sheet.organ_id, clause=CLAUSE)
    office_only(actor, today(at), clause=CLAUSE)
    waiting = silent(sheet)
    findings = _findings(sheet, waiting, at)
    if findings:
        raise Refusal("没有催办。", findings)
    notify(
        waiting, key=f"月考勤-{sheet.pk}-{key}", text=f"请在{sheet.confirm_by}以前确认{sheet}考勤，有出入的提出异议。",
        urgency="临期", object_kind="月考勤", object_id=str(sheet.pk), at=at,
    )  # fmt: skip
    payload = {"月份": str(sheet), "人员": [person.number for person in waiting]}
    return enter(
        actor=actor, action=ACTION, kind="月考勤", record=sheet, payload=payload, at=at, key=key, rule=CLAUSE
    )


def _findings(sheet: Month, waiting: Iterable[Person], at: datetime) -> list[Finding]:
    found = []
    if sheet.state != "确认中":
        found.append(Finding("月考勤", sheet.state, "确认中", "已经锁定，不用再催。", clause=CLAUSE))
    if not waiting:
        found.append(Finding("本人确认", "人人都有了意见", "还有人没有表示", "不用催办。", clause=CLAUSE))
    earlier = Entry.objects.filter(organ=sheet.organ_id, object_kind="月考勤", object_id=str(sheet.pk))
    if earlier.filter(action=ACTION, at__gt=at - REST).exists():
        mend = "请过一会儿再催，或者直接电话联系。"
        found.append(Finding("催办", "一小时内已经催办过", "每小时催办一次", mend, clause=CLAUSE))
    return found
