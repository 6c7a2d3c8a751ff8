"""考勤统计: leave by kind and month, lateness by month and section; plot and table alike (domain 4.5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.models import Section
from zhixing.regulations.attendance.papers.printed import Printing
from zhixing.regulations.attendance.papers.statistics_ledger import statistics_ledger
from zhixing.regulations.attendance.workflow.day_view import bounds
from zhixing.regulations.attendance.workflow.statistics import Figures, Statistics, counted_people, statistics
from zhixing.web.days import day_in
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.attendance import plots
from zhixing.web.pages.attendance.month_sheet import MonthAsked
from zhixing.web.pages.attendance.scope import sections_counted
from zhixing.web.requests import DeskRequest, acting, looking

MOST_MONTHS, USUAL_MONTHS = 12, 6


@dataclass(frozen=True, slots=True)
class Asked:
    """Which months and sections; `section` is None for all that this viewer may see."""

    first: MonthAsked
    last: MonthAsked
    section: Section | None
    sections: Sequence[Section]

    @property
    def chosen(self) -> Sequence[Section]:
        return [self.section] if self.section else self.sections

    @property
    def period(self) -> str:
        if self.first == self.last:
            return self.first.shown
        return f"{self.first.shown}至{self.last.shown}"

    @property
    def whose(self) -> str:
        return self.section.name if self.section else "、".join(one.name for one in self.sections)

    @property
    def months(self) -> int:
        first, last = self.first.first, self.last.first
        return (last.year - first.year) * 12 + last.month - first.month + 1


@dataclass(frozen=True, slots=True)
class Shown:
    """One card: the plot, and beside it the same figures as a table."""

    figures: Figures
    plot: plots.Plot
    table: plots.Table

    @property
    def empty(self) -> bool:
        return not any(value for row in self.figures.cells for value in row)


@require_safe
def statistics_page(request: DeskRequest) -> HttpResponse:
    asked = asked_of(request)
    refusal = refused(asked)
    found = None if refusal else counted(request, asked)
    context: dict[str, Any] = {"asked": asked, "query": request.GET.urlencode(), "refusal": refusal}
    if found:
        context |= {"cards": cards(found, asked), "sums": sums(found)}
    return render(request, "web/attendance/statistics.html", context, status=REFUSED if refusal else 200)


@require_safe
def statistics_export(request: DeskRequest) -> HttpResponseBase:
    """What the page shows, as Excel."""
    asked = asked_of(request)
    if refused(asked):
        return statistics_page(request)
    made = statistics_ledger(
        looking(request).organ, counted(request, asked), asked.whose, asked.period,
        Printing(acting(request), request.at),
    )  # fmt: skip
    return FileResponse(BytesIO(made), as_attachment=True, filename=f"考勤统计{asked.period}.xlsx")


def asked_of(request: DeskRequest) -> Asked:
    """?from=2026-06&to=2026-11&section=3; a section that this viewer does not count is not found."""
    viewer = looking(request)
    sections = sections_counted(viewer)
    number = request.GET.get("section", "")
    among = Section.objects.filter(pk__in=[one.pk for one in sections])
    section = get_object_or_404(among, pk=int(number)) if number.isdecimal() else None
    last = month(request.GET.get("to", "")) or MonthAsked(*bounds(viewer.day.year, viewer.day.month), None)
    first = month(request.GET.get("from", "")) or back(last, USUAL_MONTHS - 1)
    return Asked(first, last, section, sections)


def month(text: str) -> MonthAsked | None:
    day = day_in(f"{text}-01")
    return MonthAsked(*bounds(day.year, day.month), None) if day else None


def back(asked: MonthAsked, months: int) -> MonthAsked:
    for _ in range(months):
        asked = MonthAsked(*bounds(asked.before.year, asked.before.month), None)
    return asked


def refused(asked: Asked) -> Refusal | None:
    found = []
    if asked.months < 1:
        found.append(Finding("起止月份", asked.period, "止月不早于起月", "请改正起止月份。"))
    if asked.months > MOST_MONTHS:
        mend = f"请把起止缩短到{MOST_MONTHS}个月以内，分几次查看。"
        found.append(Finding("起止月份", f"{asked.months}个月", f"不超过{MOST_MONTHS}个月", mend))
    return Refusal("没有统计。", found) if found else None


def counted(request: DeskRequest, asked: Asked) -> Statistics:
    organ, first = looking(request).organ, asked.first.first
    last = min(asked.last.last, max(first, looking(request).day))  # what is to come is not counted
    people = counted_people(organ, asked.chosen, first, last)
    return statistics(organ, people, first, last, request.at)


def cards(found: Statistics, asked: Asked) -> list[Shown]:
    shown = [
        Shown(found.leave, plots.stacked(found.leave, "leave"), plots.by_month(found.leave)),
        Shown(found.late, plots.grouped(found.late, "late"), plots.by_month(found.late)),
    ]
    if len(asked.chosen) > 1:
        figures = found.late_by_section
        shown.append(Shown(figures, plots.lying(figures, "sections"), plots.by_section(figures)))
    shown.append(
        Shown(found.attended, plots.grouped(found.attended, "attended"), plots.by_month(found.attended))
    )
    return shown


def sums(found: Statistics) -> list[tuple[str, str]]:
    """The heads of the page: what one wants to know first."""
    late, early = (str(sum(row)) for row in found.late.cells)
    due, worked = (plots.written(found.attended, sum(row)) for row in found.attended.cells)
    leave = plots.written(found.leave, sum(map(sum, found.leave.cells)))
    return [
        ("请（休）假合计（天）", leave), ("迟到（次）", late), ("早退（次）", early), ("应出勤（天）", due),
        ("实出勤（天）", worked),
    ]  # fmt: skip
