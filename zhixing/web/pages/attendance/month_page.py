"""One month: who has confirmed, objected, or said nothing; answers, reminders, lock, corrections, settlement (02-3.1)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from io import BytesIO

from django import forms
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.law.refusal import Refusal
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.models import Month, MonthCorrection, MonthLine
from zhixing.regulations.attendance.models.month import HEADINGS, LINE_STATES
from zhixing.regulations.attendance.papers.ledgers import month_ledger
from zhixing.regulations.attendance.papers.month_form import heading, print_month, show
from zhixing.regulations.attendance.papers.printed import Printing
from zhixing.regulations.attendance.workflow.month import answer, lock
from zhixing.regulations.attendance.workflow.month_correct import correct, follow_records
from zhixing.regulations.attendance.workflow.month_count import COLUMNS
from zhixing.regulations.attendance.workflow.month_figures import corrected, drift, written
from zhixing.regulations.attendance.workflow.month_urge import SILENT, urge
from zhixing.regulations.attendance.workflow.settlement import propose_settlement
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.attendance.month_forms import AnswerForm, CorrectForm, FollowForm
from zhixing.web.pages.attendance.months import EVERYTHING
from zhixing.web.pages.pressed import Button, press
from zhixing.web.pages.pressed import written as typed_in
from zhixing.web.requests import DeskRequest, acting, looking

STATES = tuple(state for state, _ in LINE_STATES)


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure as an official writes it; `was` is what stood there before a correction."""

    heading: str
    shown: str
    zero: bool
    was: str


@dataclass(frozen=True, slots=True)
class Row:
    line: MonthLine
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Mended:
    """One correction after the lock, both values as written."""

    row: MonthCorrection
    heading: str
    before: str
    after: str


@require_http_methods(["GET", "HEAD", "POST"])
def month(request: DeskRequest, number: int) -> HttpResponse:
    sheet = get_object_or_404(visible(looking(request), Month), pk=number)
    buttons = buttons_of(request, sheet)
    if request.method != "POST":
        return page(request, sheet, buttons)
    refusal = press(request, buttons)
    return page(request, sheet, buttons, refusal) if refusal else redirect("web:month", sheet.pk)


def buttons_of(request: DeskRequest, sheet: Month) -> dict[str, Button]:
    """What the office may press as the month stands."""
    answering = typed_in(request, "答复", AnswerForm, "answer", sheet=sheet)
    mending = typed_in(request, "更正", CorrectForm, "correct", sheet=sheet)
    following = typed_in(request, "按记录更正", FollowForm, "follow")
    nothing, of = forms.Form(request.POST or None), {"sheet": sheet}
    return {
        "答复": Button("已答复，并按现在的记录重新统计。", answering, answer, {}),
        "催办": Button("已催办。", nothing, urge, of),
        "锁定": Button(f"{sheet}考勤已锁定。", nothing, lock, of),
        "更正": Button("已更正，原值和新值都保留。", mending, correct, {}),
        "按记录更正": Button("已按现在的记录更正。", following, follow_records, of),
        "提出扣款建议": Button("扣款建议已交财务。", nothing, propose_settlement, of),
    }


def page(
    request: DeskRequest, sheet: Month, buttons: Mapping[str, Button], refusal: Refusal | None = None
) -> HttpResponse:
    viewer = looking(request)
    sheet.refresh_from_db()
    lines = list(lines_of(request, sheet))
    asked = request.GET.get("state", "")
    rows = [row_of(line) for line in lines if asked not in STATES or line.state == asked]
    office = "办公室" in viewer.roles
    context = {
        "sheet": sheet,
        "everyone": len(lines),
        "counts": [(state, Counter(line.state for line in lines)[state]) for state in STATES],
        "asked": asked if asked in STATES else "",
        "rows": rows,
        "totals": [Cell(HEADINGS[name], show(name, sum_), sum_ == 0, "") for name, sum_ in totals(rows)],
        "headings": [HEADINGS[name] for name in COLUMNS],
        "objections": [line for line in lines if line.objection],
        "silent": [line.person.name for line in lines if line.state in SILENT],
        "mended": mended(request, sheet),
        "drift": [mended_row(row) for row in drift(sheet, request.at)]
        if office and sheet.state == "已锁定"
        else [],
        "forms": {name: button.form for name, button in buttons.items()},
        "pressed": request.POST.get("act", ""),
        "office": office,
        "settles": bool(viewer.roles & {"办公室", "财务"}),
        "whole": bool(viewer.roles & EVERYTHING),
        "refusal": refusal,
    }
    return render(request, "web/attendance/month.html", context, status=REFUSED if refusal else 200)


def lines_of(request: DeskRequest, sheet: Month) -> Sequence[MonthLine]:
    lines = (
        visible(looking(request), MonthLine)
        .filter(sheet=sheet)
        .select_related("person", "answered_by", "sheet")
    )
    return list(lines.prefetch_related("corrections").order_by("person__number"))


def row_of(line: MonthLine) -> Row:
    old, new = astuple(written(line)), astuple(corrected(line))
    figures = zip(COLUMNS, old, new, strict=True)
    return Row(line, [cell(name, before, after) for name, before, after in figures])


def cell(name: str, before: int, after: int) -> Cell:
    was = show(name, before) if before != after else ""
    return Cell(HEADINGS[name], show(name, after), after == 0, was)


def totals(rows: Sequence[Row]) -> list[tuple[str, int]]:
    figures = [astuple(corrected(row.line)) for row in rows]
    return list(zip(COLUMNS, map(sum, zip(*figures, strict=True)), strict=True)) if figures else []


def mended(request: DeskRequest, sheet: Month) -> list[Mended]:
    rows = visible(looking(request), MonthCorrection).filter(line__sheet=sheet)
    return [mended_row(row) for row in rows.select_related("line__person", "by")]


def mended_row(row: MonthCorrection) -> Mended:
    return Mended(row, heading(row.column), show(row.column, row.before), show(row.column, row.after))


@require_safe
def month_print(request: DeskRequest, number: int) -> HttpResponseBase:
    """月考勤汇总表 as PDF/A."""
    sheet = get_object_or_404(visible(looking(request), Month).select_related("organ"), pk=number)
    paper = print_month(sheet, Printing(acting(request), request.at))
    return FileResponse(BytesIO(paper), filename=f"{sheet}考勤汇总表.pdf")


@require_safe
def month_export(request: DeskRequest, number: int) -> HttpResponseBase:
    """The same as Excel, with every correction applied and listed."""
    sheet = get_object_or_404(visible(looking(request), Month).select_related("organ"), pk=number)
    made = month_ledger(sheet, Printing(acting(request), request.at))
    return FileResponse(BytesIO(made), as_attachment=True, filename=f"{sheet}考勤汇总表.xlsx")
