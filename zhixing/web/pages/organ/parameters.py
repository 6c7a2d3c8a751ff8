"""制度数值：every number the regulations run on, since when, by which clause."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.law.document import Edition, Parameter
from zhixing.law.faults import EditionFaults
from zhixing.law.refusal import Refusal
from zhixing.law.regulation import edition_on
from zhixing.regulations import shelf
from zhixing.web.pages.organ.as_of import day_asked
from zhixing.web.requests import DeskRequest, looking


@dataclass(frozen=True, slots=True)
class Part:
    """The numbers of one regulation, each with its clause as one cites it."""

    edition: Edition
    lines: tuple[tuple[Parameter, str], ...]


@require_safe
def parameters(request: DeskRequest) -> HttpResponse:
    day = day_asked(request)
    parts = []
    for regulation in shelf.all():
        try:
            edition = edition_on(regulation, day)
        except (Refusal, EditionFaults):
            continue
        parts.append(Part(edition, tuple((one, cited(edition, one)) for one in edition.parameters.values())))
    return render(
        request, "web/organ/parameters.html", {"parts": parts, "day": day, "today": looking(request).day}
    )


def cited(edition: Edition, parameter: Parameter) -> str:
    clause = edition.clauses.get(parameter.clause)
    return clause.cite if clause else parameter.clause
