"""A locked month stands: what would change its figures is refused and goes by 更正 (peer cases 19 and 36)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.regulations.attendance.models import Month
from zhixing.regulations.attendance.workflow.span import Span
from zhixing.regulations.attendance.workflow.statute import finding


def closed_months(organ_id: str, span: Span, day: date, clause: str) -> Iterator[Finding]:
    """One finding for each locked month that the span touches."""
    locked = Month.objects.filter(
        organ_id=organ_id, state="已锁定", year__range=(span.first.year, span.last.year)
    ).order_by("year", "month")
    first, last = _month(span.first), _month(span.last)
    for sheet in locked:
        if first <= (sheet.year, sheet.month) <= last:
            yield finding(
                day=day, clause=clause, fact="考勤月份", found=f"{sheet.year}年{sheet.month}月已经锁定",
                expected="没有锁定的月份", mend="请办公室按更正办理。", who="办公室",
            )  # fmt: skip


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
