"""工作日历：the year with the source of each day, a day put right, a notice entered with what it moves (domain N2)."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from zhixing.law.calendar import DayKind
from zhixing.law.refusal import Refusal
from zhixing.organ.days import DayRow, Imported, calendar_of, import_notice
from zhixing.organ.models import DayCorrection
from zhixing.organ.models.days import DAY_KINDS
from zhixing.organ.policy import visible
from zhixing.web.access import may_open
from zhixing.web.pages.answering import REFUSED, key_of, tell, unreadable
from zhixing.web.pages.organ.notice_lines import EXPECTED, LONGEST_NAME, read_lines
from zhixing.web.pages.organ.year import year_of
from zhixing.web.requests import DeskRequest, acting, looking

FIRST_YEAR, LAST_YEAR = 2004, 2099
LONGEST_NOTICE = 100
LONGEST_TEXT = 5000
OTHER_IDS = "notice_%s"  # two forms stand on one page


class DayForm(forms.Form):
    day = forms.DateField(label="日期", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    kind = forms.ChoiceField(label="类别", choices=DAY_KINDS)
    name = forms.CharField(
        label="名称", max_length=LONGEST_NAME, required=False, help_text="如防台停工、元旦。"
    )
    notice = forms.CharField(label="通知文号", max_length=LONGEST_NOTICE)


class NoticeForm(forms.Form):
    notice = forms.CharField(
        label="通知文号", max_length=LONGEST_NOTICE, help_text="如国办发明电〔2026〕9号。"
    )
    text = forms.CharField(
        label="日期、类别、名称，一行一段",
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=f"{EXPECTED}。类别有{'、'.join(kind.value for kind in DayKind)}四种。",
    )


@require_safe
def calendar(request: DeskRequest) -> HttpResponse:
    return page(request)


@require_POST
def correct(request: DeskRequest) -> HttpResponse:
    """One day, with the notice it rests on."""
    form = DayForm(request.POST)
    if not form.is_valid():
        return page(request, unreadable(form, "没有更正。"), day_form=form)
    typed = form.cleaned_data
    row = DayRow(typed["day"], typed["kind"], typed["name"])
    try:
        imported = entered(request, (row,), typed["notice"])
    except Refusal as refusal:
        return page(request, refusal, day_form=form)
    tell(request, f"更正成功：{row.day}为{row.kind}。", imported.receipt)
    return page(request, year=row.day.year, imported=imported)


@require_POST
def notice(request: DeskRequest) -> HttpResponse:
    """A whole notice: looked at first, entered when it is sent again as 确定导入."""
    form = NoticeForm(request.POST, auto_id=OTHER_IDS)
    if not form.is_valid():
        return page(request, unreadable(form, "没有导入放假通知。"), notice_form=form)
    typed = form.cleaned_data
    try:
        rows = read_lines(typed["text"])
        if request.POST.get("act") != "导入":
            return page(
                request,
                year=rows[0].day.year if rows else None,
                notice_form=form,
                preview=changes(request, rows),
            )
        imported = entered(request, rows, typed["notice"])
    except Refusal as refusal:
        return page(request, refusal, notice_form=form)
    tell(request, f"导入成功：{typed['notice']}，共{len(rows)}天。", imported.receipt)
    return page(request, year=rows[0].day.year, imported=imported)


def entered(request: DeskRequest, rows: tuple[DayRow, ...], number: str) -> Imported:
    return import_notice(
        organ=looking(request).organ,
        rows=rows,
        notice=number,
        actor=acting(request),
        at=request.at,
        key=key_of(request),
    )


def changes(request: DeskRequest, rows: tuple[DayRow, ...]) -> list[tuple[DayRow, str, bool]]:
    """[(day of the notice, what it is now, whether that changes)]."""
    known = calendar_of(looking(request).organ)
    return [(row, known.kind(row.day).value, known.kind(row.day).value != row.kind) for row in rows]


def page(
    request: DeskRequest, refusal: Refusal | None = None, year: int | None = None, **shown: Any
) -> HttpResponse:
    viewer = looking(request)
    chosen = year or year_asked(request)
    known = {one.day: one for one in visible(viewer, DayCorrection).filter(day__year=chosen)}
    calendar = calendar_of(viewer.organ)
    context = {
        "year": chosen,
        "years": [each for each in range(chosen - 1, chosen + 2) if FIRST_YEAR <= each <= LAST_YEAR],
        "published": chosen in calendar.published,
        "months": year_of(chosen, calendar, known, viewer.day),
        "corrections": list(known.values()),
        "may_correct": may_open("web:organ_calendar_correct", request.roles),
        "day_form": DayForm(initial={"day": request.GET.get("day", "")}),
        "notice_form": NoticeForm(auto_id=OTHER_IDS),
        "refusal": refusal,
        **shown,
    }
    return render(request, "web/organ/calendar.html", context, status=REFUSED if refusal else 200)


def year_asked(request: DeskRequest) -> int:
    asked = request.GET.get("year", "")
    if asked.isdecimal() and FIRST_YEAR <= int(asked[:4]) <= LAST_YEAR:
        return int(asked[:4])
    return looking(request).day.year
