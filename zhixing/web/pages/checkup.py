"""制度体检：what the regulations say about themselves when they are read side by side."""

from datetime import date
from functools import lru_cache
from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.law.report import Report
from zhixing.law.verify import check
from zhixing.regulations import shelf
from zhixing.web.requests import DeskRequest, looking


@require_safe
def checkup(request: DeskRequest) -> HttpResponse:
    day = looking(request).day
    report = report_on(day)
    groups = [
        {
            "kind": kind,
            "findings": list(found),
            "failing": kind in {each.kind for each in report.findings if each.failing},
        }
        for kind, found in groupby(report.findings, key=lambda each: each.kind)
    ]
    shown = {"groups": groups, "report": report, "day": day, "regulations": shelf.all()}
    return render(request, "web/checkup.html", shown)


@lru_cache(maxsize=4)
def report_on(day: date) -> Report:
    """Editions are files of the program, so one reading a day is enough."""
    return check(shelf.all(), day)
