"""评优名单: who may be honoured, and for each who may not, the reason and its clause (02-3.2, 02-3.3)."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.organ.models import Service
from zhixing.regulations.attendance.workflow.honours import honours_list
from zhixing.web.pages.attendance.register_sheets import honours_sheet, register_xlsx, wanted
from zhixing.web.pages.attendance.scope import answered_for, sees_all
from zhixing.web.requests import DeskRequest, looking

EARLIEST = 2018  # the year the regulation begins


@require_safe
def honours(request: DeskRequest) -> HttpResponseBase:
    viewer = looking(request)
    year, words = year_asked(request), request.GET.get("q", "").strip()[:60]
    known = answered_for(viewer)
    rows = [
        row for row in honours_list(viewer.organ, year, viewer.day) if seen(request, row.person.pk, known)
    ]
    found = [row for row in rows if words in row.person.name]
    services = Service.objects.filter(organ=viewer.organ, since__lte=viewer.day).order_by("since")
    sections = {service.person_id: service.section.name for service in services.select_related("section")}
    found.sort(key=lambda row: row.eligible)
    if wanted(request):
        return register_xlsx(request, honours_sheet(year, sections), found)
    context = {
        "rows": [(row, sections.get(row.person.pk, "")) for row in found],
        "year": year,
        "years": range(viewer.day.year, max(EARLIEST, viewer.day.year - 9) - 1, -1),
        "words": words,
        "sums": [
            ("可以评优", sum(row.eligible for row in rows)),
            ("取消评优", sum(not row.eligible for row in rows)),
        ],
        "whole": sees_all(viewer),
        "running": year == viewer.day.year,
    }
    return render(request, "web/attendance/honours.html", context)


def year_asked(request: DeskRequest) -> int:
    this, asked = looking(request).day.year, request.GET.get("year", "")
    return int(asked) if asked in {str(year) for year in range(EARLIEST, this + 1)} else this


def seen(request: DeskRequest, person: int, known: set[int]) -> bool:
    """Office and chief know also of those who have left."""
    return sees_all(looking(request)) or person in known
