"""制度体检：what the regulations say about themselves when they are read side by side."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.law.report import Found
from zhixing.law.verify import check
from zhixing.regulations import shelf
from zhixing.web.lawbook import cite_of
from zhixing.web.requests import DeskRequest, looking


@dataclass(frozen=True, slots=True)
class Line:
    """A finding, and the clauses it names as one reads them."""

    found: Found
    clauses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    kind: str
    failing: bool
    lines: tuple[Line, ...]


@require_safe
def checkup(request: DeskRequest) -> HttpResponse:
    day = looking(request).day
    report = check(shelf.all(), day)
    groups = [
        group(str(kind), list(found), day) for kind, found in groupby(report.findings, key=lambda f: f.kind)
    ]
    shown = {"groups": groups, "report": report, "day": day, "regulations": shelf.all()}
    return render(request, "web/checkup.html", shown)


def group(kind: str, findings: list[Found], day: date) -> Group:
    return Group(kind, findings[0].failing, tuple(line(found, day) for found in findings))


def line(found: Found, day: date) -> Line:
    return Line(found, tuple((clause, cite_of(clause, day)) for clause in found.clauses))
