"""月考勤: every month of the organ, how far it is, and the opening of the next one (02-3.1, domain 2.3 F)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.law.refusal import Refusal
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.models import Month, MonthLine
from zhixing.regulations.attendance.workflow.month import open_month
from zhixing.web.days import day_in
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.pressed import Button, press, written
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, looking

OPEN = "开启月考勤"
EVERYTHING = frozenset({"办公室", "局长", "纪检"})  # who sees every line of a month


@dataclass(frozen=True, slots=True)
class Shown:
    """A month with the number of lines this viewer may see in each state."""

    sheet: Month
    states: Counter[str]

    @property
    def people(self) -> int:
        return self.states.total()

    @property
    def silent(self) -> int:
        return self.states["待确认"] + self.states["已答复"]

    @property
    def confirmed(self) -> int:
        return self.states["已确认"]

    @property
    def objected(self) -> int:
        return self.states["有异议"]


class OpenForm(forms.Form):
    """Which month, as 2026-10; `offered` are those that wait to be opened."""

    month = forms.CharField(label="月份", max_length=7, widget=forms.Select())

    def __init__(self, *args: Any, offered: Sequence[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["month"].widget
        assert isinstance(chosen, forms.Select)
        chosen.choices = [(f"{day:%Y-%m}", f"{day.year}年{day.month}月") for day in offered]

    def clean(self) -> dict[str, Any]:
        first = day_in(f"{self.cleaned_data.get('month', '')}-01")
        if "month" in self.cleaned_data and first is None:
            raise forms.ValidationError({"month": "应为年和月，如 2026-10。"})
        return {"year": first.year, "month": first.month} if first else {}


@require_http_methods(["GET", "HEAD", "POST"])
def months(request: DeskRequest) -> HttpResponse:
    form = written(request, OPEN, OpenForm, "open", offered=unopened(request))
    if request.method != "POST":
        return page(request, form)
    said = "月考勤已开启，请各人确认。"
    refusal = press(request, {OPEN: Button(said, form, open_month, {})})
    if refusal:
        return page(request, form, refusal)
    opened = Month.objects.get(organ=looking(request).organ, **form.cleaned_data)
    return redirect("web:month", opened.pk)


def page(request: DeskRequest, form: forms.Form, refusal: Refusal | None = None) -> HttpResponse:
    viewer = looking(request)
    listed = page_of(request, visible(viewer, Month).order_by("-year", "-month"))
    lines = visible(viewer, MonthLine).filter(sheet__in=[sheet.pk for sheet in listed["page"]])
    states: dict[int, Counter[str]] = {}
    for sheet_id, state in lines.values_list("sheet_id", "state"):
        states.setdefault(sheet_id, Counter())[state] += 1
    context = {
        **listed,
        "shown": [Shown(sheet, states.get(sheet.pk, Counter())) for sheet in listed["page"]],
        "office": "办公室" in viewer.roles,
        "settles": bool(viewer.roles & {"办公室", "财务"}),
        "form": form,
        "waiting": unopened(request),
        "refusal": refusal,
    }
    return render(request, "web/attendance/months.html", context, status=REFUSED if refusal else 200)


def unopened(request: DeskRequest) -> list[date]:
    """Months since the latest opened one that are over; the last one only where none was ever opened."""
    last = before(looking(request).day)
    known = Month.objects.filter(organ=looking(request).organ).order_by("-year", "-month").first()
    if known is None:
        return [last]
    found = []
    while (last.year, last.month) > (known.year, known.month):
        found.append(last)
        last = before(last)
    return found[::-1]


def before(day: date) -> date:
    """The first day of the month before."""
    return date(day.year - 1, 12, 1) if day.month == 1 else date(day.year, day.month - 1, 1)
