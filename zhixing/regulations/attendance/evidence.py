"""What of 02's own records shows that a recurring duty was done; the rest is said by whoever bears it."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from zhixing.office.duties.evidence import register as evidence
from zhixing.office.duties.models import DutyDue
from zhixing.organ.models import DayCorrection
from zhixing.regulations.attendance.models import DutyShift, Month, SpotCheck


def month_locked(due: DutyDue) -> str:
    month = due.period_first
    sheet = Month.objects.filter(
        organ=due.organ_id, year=month.year, month=month.month, locked_at__isnull=False
    ).first()
    if sheet is None or sheet.locked_at is None:
        return ""
    return f"{month.year}年{month.month}月考勤已于{timezone.localtime(sheet.locked_at):%Y-%m-%d %H:%M}锁定。"


def roster_drawn_up(due: DutyDue) -> str:
    """The roster of the month after the turn's own."""
    first = due.period_last + timedelta(days=1)
    shifts = DutyShift.objects.filter(organ=due.organ_id, day__year=first.year, day__month=first.month)
    number = shifts.exclude(status="已取消").count()
    return f"{first.year}年{first.month}月值班表已排{number}班。" if number else ""


def spot_checked(due: DutyDue) -> str:
    found = SpotCheck.objects.filter(
        organ=due.organ_id, day__gte=due.period_first, day__lte=due.period_last, voided_at=None
    ).order_by("day")
    days = list(dict.fromkeys(f"{one.day.month}月{one.day.day}日" for one in found))
    return f"抽查记录：{'、'.join(days)}。" if days else ""


def next_year_entered(due: DutyDue) -> str:
    year = due.period_first.year + 1
    day = DayCorrection.objects.filter(organ=due.organ_id, day__year=year).exclude(notice="").first()
    return f"{year}年工作日历已按{day.notice}录入。" if day else ""


def register() -> None:
    """Called once by the app when it is ready."""
    evidence("attendance", "月考勤汇总", month_locked)
    evidence("attendance", "编排值班表", roster_drawn_up)
    evidence("attendance", "抽查在岗情况", spot_checked)
    evidence("attendance", "录入下一年工作日历", next_year_entered)
