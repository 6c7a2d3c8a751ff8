"""年度处置: what the clauses would say for each person of a year; proposals only, nothing takes effect here (02-3)."""

from collections.abc import Collection
from datetime import date
from io import BytesIO

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.organ.models import Person
from zhixing.organ.policy import Viewer, visible
from zhixing.regulations.attendance.models import AbsenceHalf, DisciplineRecord, Talk
from zhixing.regulations.attendance.papers.printed import Printing
from zhixing.regulations.attendance.papers.tier_ledger import TierRow, tier_ledger
from zhixing.regulations.attendance.workflow.absence_says import says_now
from zhixing.regulations.attendance.workflow.honours import honours_list
from zhixing.regulations.attendance.workflow.statute import edition
from zhixing.web.pages.attendance.scope import answered_for, staff_of
from zhixing.web.requests import DeskRequest, acting, looking

CLAUSES = ("02-3.1", "02-3.2", "02-3.3")
EARLIEST = 2018


@require_safe
def tiers(request: DeskRequest) -> HttpResponse:
    viewer, year = looking(request), year_asked(request)
    rows = rows_of(viewer, year)
    context = {
        "year": year,
        "years": range(viewer.day.year, max(EARLIEST, viewer.day.year - 5) - 1, -1),
        "rows": rows,
        "clean": len(people(viewer, year)) - len(rows),
        "clauses": [edition(viewer.day).clauses[each] for each in CLAUSES],
    }
    return render(request, "web/attendance/tiers.html", context)


@require_safe
def tiers_export(request: DeskRequest) -> HttpResponseBase:
    """What the page shows, without any amount, as Excel."""
    viewer, year = looking(request), year_asked(request)
    made = tier_ledger(viewer.organ, year, rows_of(viewer, year), Printing(acting(request), request.at))
    return FileResponse(BytesIO(made), as_attachment=True, filename=f"{year}年考勤年度处置建议.xlsx")


def year_asked(request: DeskRequest) -> int:
    text, now = request.GET.get("year", ""), looking(request).day.year
    return int(text) if text.isdecimal() and EARLIEST <= int(text[:5]) <= now else now


def last_day(viewer: Viewer, year: int) -> date:
    return min(viewer.day, date(year, 12, 31))


def people(viewer: Viewer, year: int) -> list[tuple[Person, str]]:
    """Those whose discipline the viewer may know, as they served at the year's end."""
    known = answered_for(viewer)
    return [(one, section) for one, section in staff_of(viewer, last_day(viewer, year)) if one.pk in known]


def rows_of(viewer: Viewer, year: int) -> list[TierRow]:
    """Everybody of whom any of the three clauses has something to say."""
    talked: dict[int, list[Talk]] = {}
    for one in visible(viewer, Talk).filter(year=year).exclude(state="已撤销").order_by("month"):
        talked.setdefault(one.person_id, []).append(one)
    warned: dict[int, list[DisciplineRecord]] = {}
    for record in visible(viewer, DisciplineRecord).filter(day__year=year, voided_at=None).order_by("day"):
        warned.setdefault(record.person_id, []).append(record)
    absent = of_absent(viewer, year)
    struck = {row.person.pk for row in honours_list(viewer.organ, year, viewer.day) if not row.eligible}
    return [
        TierRow(
            person, section, tuple(talked.get(person.pk, ())), tuple(warned.get(person.pk, ())),
            says_now(person, last_day(viewer, year)) if person.pk in absent else None, person.pk in struck,
        )
        for person, section in people(viewer, year)
        if person.pk in {*talked, *warned, *absent}
    ]  # fmt: skip


def of_absent(viewer: Viewer, year: int) -> Collection[int]:
    rows = visible(viewer, AbsenceHalf).filter(day__year=year, case__state="已认定", released_at=None)
    return set(rows.values_list("person_id", flat=True))
