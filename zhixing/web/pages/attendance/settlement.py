"""扣款建议表: what a locked month proposes to deduct; finance sees all of it, everybody the own lines (02-2, 4.10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from zhixing.law.values import show_days, show_money
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.models import Month, SettlementLine
from zhixing.regulations.attendance.papers.ledgers import settlement_ledger
from zhixing.regulations.attendance.papers.printed import Printing
from zhixing.web.requests import DeskRequest, acting, looking


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as written: how much of what, at which standard, which amount."""

    line: SettlementLine
    count: str
    amount: str

    @property
    def because(self) -> Sequence[dict[str, Any]]:
        found: Sequence[dict[str, Any]] = self.line.ruling.get("because", ())
        return found

    @property
    def values(self) -> Sequence[dict[str, Any]]:
        found: Sequence[dict[str, Any]] = self.line.ruling.get("values", ())
        return found


@require_safe
def settlement(request: DeskRequest, number: int) -> HttpResponse:
    viewer = looking(request)
    sheet = get_object_or_404(visible(viewer, Month), pk=number)
    lines = list(visible(viewer, SettlementLine).filter(sheet=sheet).select_related("person", "corrects"))
    context = {
        "sheet": sheet,
        "rows": [shown(line) for line in lines],
        "total": show_money(sum(line.amount for line in lines)),
        "people": len({line.person_id for line in lines}),
        "finance": "财务" in viewer.roles,
        "office": "办公室" in viewer.roles,
        "all_lines": SettlementLine.objects.filter(organ=viewer.organ, sheet=sheet).count(),
    }
    return render(request, "web/attendance/settlement.html", context)


def shown(line: SettlementLine) -> Shown:
    count = show_days(line.count) if line.unit == "天" else str(line.count)
    return Shown(line, f"{count}{line.unit}", show_money(line.amount))


@require_safe
def settlement_export(request: DeskRequest, number: int) -> HttpResponseBase:
    """What the page shows, as Excel with amounts as numbers."""
    sheet = get_object_or_404(visible(looking(request), Month).select_related("organ"), pk=number)
    made = settlement_ledger(sheet, Printing(acting(request), request.at))
    return FileResponse(BytesIO(made), as_attachment=True, filename=f"{sheet}扣款建议表.xlsx")
