"""值班表: the month as everybody sees it, and the sheet on which the office plans it (02-1.5a)."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.forms import BaseFormSet, formset_factory
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.law.refusal import Refusal
from zhixing.organ.days import calendar_of
from zhixing.organ.form_findings import form_findings
from zhixing.organ.models import Person, Service
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.forms import ShiftForm
from zhixing.regulations.attendance.models import DutyShift
from zhixing.regulations.attendance.workflow.day_view import bounds, days
from zhixing.regulations.attendance.workflow.roster import enter_roster
from zhixing.regulations.attendance.workflow.roster_lines import Shift
from zhixing.web.pages.answering import REFUSED, attempt
from zhixing.web.pages.attendance.mend_forms import PersonField
from zhixing.web.pages.attendance.month_sheet import MonthAsked, month_asked, weeks
from zhixing.web.pages.attendance.register_sheets import SHIFTS, register_xlsx, wanted
from zhixing.web.requests import DeskRequest, acting, looking

BLANK_ROWS = 4
CALLED_OFF = "已取消"
LINE = re.compile(r"第(\d+)行")


class RowForm(ShiftForm):
    """One line of the sheet; a line without a person is left out, whatever else stands in it."""

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, person=person, **kwargs)
        choice = PersonField("值班人")
        choice.queryset = Person.objects.filter(organ_id=person.organ_id, pk__in=serving(person)).order_by(
            "number"
        )
        self.fields["person"] = choice

    def has_changed(self) -> bool:
        return bool(self.data.get(self.add_prefix("person")))


Rows = BaseFormSet[RowForm]


def serving(person: Person) -> Any:
    return Service.objects.on(timezone.localdate()).filter(organ_id=person.organ_id).values("person")


@require_safe
def roster(request: DeskRequest) -> HttpResponseBase:
    asked = month_asked(request)
    shifts = list(of_month(request, asked))
    if wanted(request):
        return register_xlsx(request, SHIFTS, shifts)
    standing = [shift for shift in shifts if shift.status != CALLED_OFF]
    context = {
        "asked": asked,
        "weeks": weeks(looking(request).organ, asked, by_day(standing), looking(request).day),
        "tally": tally(standing),
        "called_off": [shift for shift in shifts if shift.status == CALLED_OFF],
        "planned": len(standing),
        "office": "办公室" in request.roles,
        "me": acting(request),
    }
    return render(request, "web/attendance/roster.html", context)


def of_month(request: DeskRequest, asked: MonthAsked) -> Any:
    rows = visible(looking(request), DutyShift).filter(day__range=(asked.first, asked.last))
    return rows.select_related("person").order_by("day", "shift", "person__number")


def by_day(shifts: Sequence[DutyShift]) -> dict[date, list[DutyShift]]:
    found: dict[date, list[DutyShift]] = {}
    for shift in shifts:
        found.setdefault(shift.day, []).append(shift)
    return found


def tally(shifts: Sequence[DutyShift]) -> list[tuple[str, int, int, int]]:
    """(name, day shifts, night shifts, half-days credited) of the month, most shifts first."""
    by_day_, by_night, credited = Counter[str](), Counter[str](), Counter[str]()
    for shift in shifts:
        (by_night if shift.shift == "夜班" else by_day_)[shift.person.name] += 1
        credited[shift.person.name] += shift.credit or 0
    names = sorted({*by_day_, *by_night}, key=lambda name: (-by_day_[name] - by_night[name], name))
    return [(name, by_day_[name], by_night[name], credited[name]) for name in names]


@require_http_methods(["GET", "HEAD", "POST"])
def roster_new(request: DeskRequest) -> HttpResponse:
    """A sheet of lines, taken whole or not at all; without a day asked for, the month's free days stand in it."""
    asked, person = month_asked(request), acting(request)
    if request.method != "POST":
        return planning(request, sheet()(initial=suggested(request, asked), form_kwargs=rows_of(person)))
    rows = sheet()(request.POST, form_kwargs=rows_of(person))
    if not rows.is_valid():
        return planning(request, rows, unread(rows))
    places = [place for place, row in enumerate(rows.forms, 1) if row.has_changed()]
    lines = [Shift(**rows.forms[place - 1].cleaned_data) for place in places]
    refusal = attempt(
        request, f"值班表已录入{len(lines)}班。",
        lambda key: enter_roster(shifts=lines, actor=person, at=request.at, key=key),
    )  # fmt: skip
    if refusal:
        return planning(request, rows, on_screen(refusal, places))
    return redirect(f"{request.path.removesuffix('new/')}?month={lines[0].day:%Y-%m}")


def sheet() -> type[Rows]:
    return formset_factory(RowForm, extra=BLANK_ROWS, max_num=62, absolute_max=62)


def rows_of(person: Person) -> dict[str, Any]:
    return {"person": person, "empty_permitted": True}


def suggested(request: DeskRequest, asked: MonthAsked) -> list[dict[str, Any]]:
    """One line for the day asked for, or one for each free day of the month that nobody has yet."""
    if asked.day is not None:
        return [{"day": asked.day, "shift": "日班"}]
    taken = {shift.day for shift in of_month(request, asked) if shift.status != CALLED_OFF}
    calendar = calendar_of(looking(request).organ)
    free = [day for day in days(*bounds(asked.first.year, asked.first.month)) if not calendar.is_working(day)]
    return [{"day": day, "shift": "日班"} for day in free if day not in taken]


def planning(request: DeskRequest, rows: Rows, refusal: Refusal | None = None) -> HttpResponse:
    context = {"rows": rows, "asked": month_asked(request), "refusal": refusal}
    return render(request, "web/attendance/roster_new.html", context, status=REFUSED if refusal else 200)


def unread(rows: Rows) -> Refusal:
    found = [
        replace(one, fact=f"第{place}行{one.fact}")
        for place, row in enumerate(rows.forms, 1)
        for one in form_findings(row)
    ]
    return Refusal("值班表没有录入。", found)


def on_screen(refusal: Refusal, places: Sequence[int]) -> Refusal:
    """The same findings with the numbers of the rows as they stand on the screen, empty rows counted."""

    def place(found: re.Match[str]) -> str:
        return f"第{places[int(found[1]) - 1]}行"

    return Refusal(
        refusal.conclusion, [replace(one, fact=LINE.sub(place, one.fact)) for one in refusal.findings]
    )
