"""What the pages of attendance say often: a stretch of half-days, a moment on one day, a signed number of days."""

from datetime import date, datetime, timedelta

from django import template

from zhixing.law.values import show_days
from zhixing.organ.local_time import local
from zhixing.regulations.attendance.models import Leave, Outing, Overtime
from zhixing.regulations.attendance.workflow.month_count import MonthCount
from zhixing.regulations.attendance.workflow.span import Span

register = template.Library()
NEAR = timedelta(days=30)


@register.filter
def stretch(row: Outing | Leave) -> str:
    """2026-11-23上午至2026-11-24下午; one half-day is said once."""
    if row.first is None or row.last is None:
        return "—"
    return Span(row.first, row.first_half, row.last, row.last_half).shown()


@register.filter
def hours(row: Overtime) -> str:
    """2026-11-23 18:00至21:30: the confirmed hours, else those asked for."""
    return between(row.actual_began or row.began, row.actual_ended or row.ended)


def between(began: datetime | None, ended: datetime | None) -> str:
    if began is None or ended is None:
        return "—"
    since, until = local(began), local(ended)
    form = "%H:%M" if since.date() == until.date() else "%Y-%m-%d %H:%M"
    return f"{since:%Y-%m-%d %H:%M}至{until.strftime(form)}"


@register.filter
def signed(halves: int) -> str:
    """＋1.5 or －0.5: what a movement adds or takes."""
    return f"{'＋' if halves > 0 else '－'}{show_days(abs(halves))}"


@register.filter
def spell(minutes: int | None) -> str:
    """125 -> 2小时5分."""
    if not minutes:
        return "—"
    whole, rest = divmod(minutes, 60)
    return f"{f'{whole}小时' if whole else ''}{f'{rest}分' if rest else ''}"


@register.filter
def leave_days(count: MonthCount) -> str:
    """Every kind of leave of a month together."""
    return show_days(count.annual + count.comp + count.personal + count.sick + count.other_leave)


@register.filter
def near(day: date, today: date) -> bool:
    """Whether a last day is at hand."""
    return day - today <= NEAR
