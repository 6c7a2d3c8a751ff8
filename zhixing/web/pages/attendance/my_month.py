"""我的月考勤: one's own month as a calendar, and the line of the month to confirm or object to (02-1.1, domain 4.7)."""

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.models import Person
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.models import MonthLine
from zhixing.regulations.attendance.workflow.day_status import AWAITED, OPEN, STATED
from zhixing.regulations.attendance.workflow.day_view import CalendarDay, month_calendar
from zhixing.regulations.attendance.workflow.missed import statable_days
from zhixing.regulations.attendance.workflow.month import confirm, object_to
from zhixing.regulations.attendance.workflow.month_figures import month_of
from zhixing.web.pages.answering import REFUSED, attempt
from zhixing.web.pages.attendance.clock_words import WEEKDAYS
from zhixing.web.pages.attendance.month_papers import Paper, papers_by_day
from zhixing.web.pages.attendance.month_sheet import MonthAsked, month_asked
from zhixing.web.requests import DeskRequest, acting, looking

BOTH = 2
OPEN_STATES = frozenset({"待确认", "已答复"})


@require_safe
def my_month(request: DeskRequest) -> HttpResponse:
    return page(request, month_asked(request))


def page(request: DeskRequest, asked: MonthAsked, refusal: Refusal | None = None) -> HttpResponse:
    person = acting(request)
    context = {
        "asked": asked,
        "weeks": weeks_of(person, asked, request),
        "counted": month_of(person, asked.first.year, asked.first.month, request.at),
        "line": line_of(request, asked),
        "today": looking(request).day,
        "open_states": OPEN_STATES,
        "refusal": refusal,
        "typed": request.POST.get("text", ""),
    }
    return render(request, "web/attendance/my_month.html", context, status=REFUSED if refusal else 200)


@dataclass(frozen=True, slots=True)
class Square:
    """One day with the papers that lie on it."""

    known: CalendarDay
    weekday: str
    papers: list[Paper]
    statable: bool = False

    @property
    def missing(self) -> list[str]:
        """Halves whose forgotten sign-in may still be stated."""
        if not self.statable:
            return []
        halves = (self.known.morning, self.known.afternoon)
        return [half.half for half in halves if half.word == OPEN and half.why != STATED]

    @property
    def may_ask(self) -> bool:
        """Leave is asked for beforehand, or afterwards for a half day that nothing explains (02-1.2c)."""
        halves = (self.known.morning, self.known.afternoon)
        return any(half.word in {AWAITED, OPEN} for half in halves) and not self.papers

    @property
    def told(self) -> list[str]:
        """Why a half-day is what it is, each reason once."""
        return list(
            dict.fromkeys(half.why for half in (self.known.morning, self.known.afternoon) if half.why)
        )

    @property
    def words(self) -> list[tuple[str, str]]:
        """(half, word) of what is already known; ("", word) where both halves agree. A paper speaks for itself."""
        labels = {paper.label for paper in self.papers}
        halves = [half for half in (self.known.morning, self.known.afternoon) if half.due or half.at]
        known = [(one.half, one.word) for one in halves if one.word != AWAITED and one.word not in labels]
        alike = len(known) == BOTH and known[0][1] == known[1][1]
        return [("", known[0][1])] if alike else known


def weeks_of(person: Person, asked: MonthAsked, request: DeskRequest) -> list[list[Square | None]]:
    """Monday to Sunday; None stands for a day of another month."""
    year, month = asked.first.year, asked.first.month
    statable = statable_days(person, asked.first, asked.last, looking(request).day)
    papers = papers_by_day(looking(request), person, asked.first, asked.last)
    known = {
        each.day: Square(each, WEEKDAYS[each.day.weekday()], papers.get(each.day, []), each.day in statable)
        for each in month_calendar(person, year, month, request.at)
    }
    return [[known.get(day) for day in week] for week in calendar.Calendar().monthdatescalendar(year, month)]


def line_of(request: DeskRequest, asked: MonthAsked) -> MonthLine | None:
    """The own line of a month that the office has opened."""
    lines = visible(looking(request), MonthLine).filter(person=acting(request))
    first: date = asked.first
    return lines.filter(sheet__year=first.year, sheet__month=first.month).select_related("sheet").first()


@require_POST
def my_line(request: DeskRequest, number: int) -> HttpResponse:
    """确认 or 提出异议, as the pressed button says."""
    own: dict[str, Any] = {"pk": number, "person": acting(request)}
    line = get_object_or_404(visible(looking(request), MonthLine).select_related("sheet", "person"), **own)
    refusal = answered(request, line)
    asked_day = date(line.sheet.year, line.sheet.month, 1)
    if refusal is None:
        return redirect(f"{request.path_info.partition('lines/')[0]}?month={asked_day:%Y-%m}")
    last = calendar.monthrange(asked_day.year, asked_day.month)[1]
    return page(request, MonthAsked(asked_day, asked_day.replace(day=last), None), refusal)


def answered(request: DeskRequest, line: MonthLine) -> Refusal | None:
    person, at = acting(request), request.at
    if request.POST.get("act") == "确认":
        return attempt(request, "已确认。", lambda key: confirm(actor=person, line=line, at=at, key=key))
    if request.POST.get("act") == "提出异议":
        text = request.POST.get("text", "")
        return attempt(
            request,
            "异议已交办公室。",
            lambda key: object_to(actor=person, line=line, text=text, at=at, key=key),
        )
    found = Finding("动作", "没有选择", "确认或者提出异议", "请从页面上的按钮办理。", who="本人")
    return Refusal("没有办理。", [found])
